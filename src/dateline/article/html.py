"""Reads a page that came as HTML."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from lxml.html import HtmlElement  # type: ignore[import-untyped]

from dateline.article.body import Marks, body_lines, closes_article, mark
from dateline.article.byline import is_contributor_line
from dateline.article.captions import is_caption
from dateline.article.chain import find_contributions, find_notice
from dateline.article.dump import Draft
from dateline.article.furniture import headings, rows_of
from dateline.article.headline import Headline
from dateline.article.html_body import (
    declared_lines,
    extract_paragraphs,
    in_container,
    match_paragraphs,
    share_of,
    with_headings,
    with_siblings,
)
from dateline.article.html_lines import MarkedLine, parse_html, visible_lines
from dateline.article.html_meta import Declared, declared
from dateline.article.layout import is_bio, lay_out
from dateline.article.lines import Line, fold, lines_of_texts
from dateline.article.masthead import is_masthead
from dateline.article.outlet import OutletLookup, looks_like_outlet, promoted_outlet, split_title
from dateline.model import BlockKind, DatedValue, DatePrecision

MAX_TAGS = 60_000
"""Pages with more tags go to the line classifier: the extraction library takes minutes over them."""

_MIN_EXTRACTED = 0.2
_TOLD = 0.7
_ALL_LINK = 0.8
_LEAST_WORDS, _LINK_WORDS = 4, 25
_LAST_LINES, _LAST_WORDS = 5, 60
_LINKED = 0.5
_HEADLINE, _STORY = 4, 60
"""Words of the shortest headline of another story, and of the shortest story before it."""
_MIN_BEFORE = 0.88
_UNMARKED = Marks(None, None)
_ELSEWHERE = Marks(None, BlockKind.RELATED)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_NEVER_BODY = frozenset((BlockKind.CAPTION, BlockKind.CREDIT, BlockKind.BIO, BlockKind.LEGAL))
_LAST_KINDS = frozenset((BlockKind.LEGAL, BlockKind.PROMO, BlockKind.OTHER, BlockKind.SHARE, BlockKind.BIO))
_BOXES = {
    BlockKind.OTHER: 0.35,
    BlockKind.RELATED: 0.35,
    BlockKind.MOST_READ: 0.35,
    BlockKind.TEASER: 0.35,
    BlockKind.PROMO: 0.1,
}
"""Kinds of boxes, with the share of the words extracted below which they are boxes and not the frame of the story."""

_LAST_DAY = "2099-12-31"
"""Without it htmldate asks the clock, and the same page would read otherwise on another day."""


def read_html(content: str, *, url: str | None, outlets: OutletLookup | None, tier: str) -> Draft:
    """The visible text of a page with typed lines, and what the page declares."""
    tree = parse_html(content)
    found = declared(tree)
    paragraphs = extract_paragraphs(tree) if tier != "fast" and content.count("<") <= MAX_TAGS else []
    marked, flags, told = _lines_with_body(tree, paragraphs, found.body)
    lines = lines_of_texts(line.text for line in marked)
    marks = [_marked(*line) for line in zip(lines, marked, told, strict=True)]
    chosen = _chosen_body(lines, marked, with_siblings(marked, flags), body_lines(lines, marks))
    if not any(flags):
        chosen = in_container(marked, with_siblings(marked, chosen), [found != _UNMARKED for found in marks])
    body = _settle_body(lines, marks, marked, chosen, [fold(name) for name in found.authors])
    first = next((i for i, is_body in enumerate(body) if is_body), len(lines))
    title, suffix = _title(found, marked, outlets)
    headline = _headline(title, lines, marked, first)
    for i in (headline.line, *headline.copies):
        if i is not None:
            body[i] = False
    body = _first_story(lines, marked, body, headline)
    if not any(body):
        body = _anything(lines, marks, marked, headline)
    layout = lay_out(lines, marks, body, headline, [line.hint for line in marked])
    named = [*found.outlets, suffix, promoted_outlet(lines, outlets)]
    return Draft(
        "\n".join(line.text for line in marked),
        layout,
        title,
        tuple(found.authors),
        tuple(found.published) or _guessed_date(tree, url or found.url),
        tuple(found.modified),
        tuple(name for name in named if name),
        found.url,
        found.language,
    )


def _marked(line: Line, mark_up: MarkedLine, is_told: bool) -> Marks:
    """What words and mark-up say: a line that is all link leads elsewhere, unless the page declares it its own."""
    found = mark(line)
    return _ELSEWHERE if found == _UNMARKED and mark_up.link_share > _ALL_LINK and not is_told else found


def _lines_with_body(
    tree: HtmlElement, paragraphs: Sequence[str], declared_body: str | None
) -> tuple[list[MarkedLine], list[bool], list[bool]]:
    """Visible lines, flags of the body, flags of what the page declares as its body; where most of the body is not among
    the lines, hidden text is taken in.

    The body that the page declares goes before one that has little of it.
    """
    marked = visible_lines(tree)
    flags = match_paragraphs(paragraphs, [line.text for line in marked])
    size = sum(map(len, paragraphs))
    if sum(len(line.text) for line, flag in zip(marked, flags, strict=True) if flag) < 0.5 * size:
        marked = visible_lines(tree, hidden=True)
        flags = match_paragraphs(paragraphs, [line.text for line in marked])
    texts = [line.text for line in marked]
    told = declared_lines(declared_body, texts)
    if told is not None and share_of(told, flags, texts) < _TOLD:
        flags = told
    elif told is not None:
        last = len(told) - told[::-1].index(True)
        flags = [flag and i < last for i, flag in enumerate(flags)]
    body = [flag and line.hint != BlockKind.LEGAL for line, flag in zip(marked, flags, strict=True)]
    return marked, body, told or [False] * len(marked)


def _chosen_body(
    lines: Sequence[Line], marked: Sequence[MarkedLine], extracted: Sequence[bool], classified: Sequence[bool]
) -> Sequence[bool]:
    """The extracted body, unless it is only a small part of the one that the line classifier finds around it.

    Extraction sees one container; some pages spread a story over several. Lines that the mark-up calls something else, such
    as comments, do not count.
    """
    plain = [flag and line.hint is None for flag, line in zip(classified, marked, strict=True)]
    size = _words(lines, extracted)
    if size == 0:
        return plain if any(plain) else classified
    both = _words(lines, [a and b for a, b in zip(extracted, plain, strict=True)])
    return plain if size < _MIN_EXTRACTED * _words(lines, plain) and both >= 0.7 * size else extracted


def _first_story(
    lines: Sequence[Line], marked: Sequence[MarkedLine], body: list[bool], headline: Headline
) -> list[bool]:
    """Body without the stories that follow on the same page: each has a headline of the same make as the first."""
    if (
        headline.line is None
        or marked[headline.line].tag not in _HEADINGS
        or "." not in marked[headline.line].path
    ):
        return body
    own = marked[headline.line]
    title = lines[headline.line].folded
    for i in range(headline.line + 1, len(lines)):
        if marked[i].path == own.path and lines[i].words >= _HEADLINE and lines[i].folded != title:
            front = [flag and j < i for j, flag in enumerate(body)]
            return front if _words(lines, front) >= _STORY else body
    return body


def _anything(
    lines: Sequence[Line], marks: Sequence[Marks], marked: Sequence[MarkedLine], headline: Headline
) -> list[bool]:
    """On a page too short to tell: every line that is no heading and that neither words nor mark-up call furniture."""
    titles = {headline.line, *headline.copies}
    return [
        line.number not in titles
        and found.is_kind is None
        and mark_up.hint is None
        and mark_up.tag not in _HEADINGS
        for line, found, mark_up in zip(lines, marks, marked, strict=True)
    ]


def _words(lines: Sequence[Line], flags: Sequence[bool]) -> int:
    return sum(line.words for line, flag in zip(lines, flags, strict=True) if flag)


def _settle_body(
    lines: Sequence[Line],
    marks: list[Marks],
    marked: Sequence[MarkedLine],
    flags: Sequence[bool],
    authors: Sequence[str],
) -> list[bool]:
    """Body without the captions, credits, bios and single furniture lines that came along."""
    body = list(flags)
    boxes = _boxes(lines, marked, flags)
    told = sum(
        line.words
        for line, mark_up, flag in zip(lines, marked, flags, strict=True)
        if flag and not mark_up.of_readers
    )
    for i, line in enumerate(lines):
        if marked[i].of_readers and told >= _STORY:
            body[i] = False
        is_furniture = marks[i].is_kind is not None and (
            marked[i].tag != "p" or _is_link(line, marked[i], marks[i])
        )
        if body[i] and (marked[i].hint in boxes or is_furniture or _points_elsewhere(line, marked[i])):
            body[i] = False
        elif body[i] and is_caption(line) and marked[i].tag != "p":
            marks[i] = Marks(None, BlockKind.CAPTION)
            body[i] = False
        elif not body[i] and marks[i] == _UNMARKED and is_caption(line) and marked[i].link_share < 0.5:
            marks[i] = Marks(None, BlockKind.CAPTION)
    is_furniture = [found != _UNMARKED for found in marks]
    whole = _cut_sections(lines, marks, marked, with_headings(marked, body, is_furniture))
    return _without_last_words(lines, marks, whole, authors)


def _without_last_words(
    lines: Sequence[Line], marks: list[Marks], body: list[bool], authors: Sequence[str]
) -> list[bool]:
    """Body without what stands at its end and is no report: who wrote it and how to reach them, rights, pleas."""
    for i in [i for i, flag in enumerate(body) if flag][: -_LAST_LINES - 1 : -1]:
        if lines[i].words > _LAST_WORDS or not (
            marks[i].is_kind in _LAST_KINDS or _is_last(lines[i], authors)
        ):
            break
        body[i] = False
        if marks[i].is_kind is None:
            marks[i] = Marks(None, BlockKind.BIO)
    return body


def _is_last(line: Line, authors: Sequence[str]) -> bool:
    """True for a line on an author or on where the text appeared first."""
    if is_bio(line, authors) or ("@" in line.text and closes_article(line)):
        return True
    if find_notice(line.text) is not None:
        return True
    return line.words <= _LINK_WORDS and (
        bool(find_contributions(line.text)) or is_contributor_line(line.text)
    )


def _points_elsewhere(line: Line, mark_up: MarkedLine) -> bool:
    """True for a pointer inside a story: a heading such as "Read more:" and a link behind it."""
    if mark_up.link_share < _LINKED or line.words > _LINK_WORDS:
        return False
    return line.folded.startswith(_pointers()) or headings().kind_of(line.folded) is not None


@cache
def _pointers() -> tuple[str, ...]:
    return tuple(row["phrase"] for row in rows_of("pointers.csv"))


def _is_link(line: Line, mark_up: MarkedLine, found: Marks) -> bool:
    """True for a paragraph that is nothing but a link elsewhere."""
    return (
        found == _ELSEWHERE
        and mark_up.link_share == 1.0
        and _LEAST_WORDS <= line.words <= _LINK_WORDS
        and not line.is_sentence
    )


def _boxes(
    lines: Sequence[Line], marked: Sequence[MarkedLine], flags: Sequence[bool]
) -> frozenset[BlockKind | None]:
    """Kinds of the mark-up that are no body on this page. A box holds a small part of what was extracted; what holds more is
    the frame of the story, whatever its class is called ("paywall", "card")."""
    words = Counter[BlockKind | None]()
    for line, mark_up, flag in zip(lines, marked, flags, strict=True):
        words[mark_up.hint] += line.words * flag
    small = {kind for kind, most in _BOXES.items() if words[kind] < most * words.total()}
    return frozenset(_NEVER_BODY | small)


def _cut_sections(
    lines: Sequence[Line], marks: Sequence[Marks], marked: Sequence[MarkedLine], body: list[bool]
) -> list[bool]:
    """Body without what came along from sections behind it, such as "In other news": a heading of a section, with nearly all of
    the body before it and no more than a few short paragraphs behind."""
    total = _words(lines, body)
    before = 0
    for i, line in enumerate(lines):
        if marks[i].opens is not None and marked[i].tag in _HEADINGS and before > _MIN_BEFORE * total:
            return [flag and j < i for j, flag in enumerate(body)]
        before += line.words * body[i]
    return body


def _title(
    found: Declared, marked: Sequence[MarkedLine], outlets: OutletLookup | None
) -> tuple[str | None, str | None]:
    """The title, and the outlet that the page title ends with. A heading that the metadata confirm comes first."""
    headings = [line.text for line in marked if line.tag == "h1"]
    folded = [fold(text) for text in headings]
    candidates = [*found.titles, *([found.page_title] if found.page_title else [])]
    suffix = (
        split_title(found.page_title, [*folded, *map(fold, found.titles)], outlets)[1]
        if found.page_title
        else None
    )
    names = [*found.outlets, suffix]
    for heading, plain in zip(headings, folded, strict=True):
        if _is_said(plain, found.titles) and not is_masthead(heading, names):
            return heading, suffix
        if _is_said(plain, candidates) and not _is_site_name(heading, names, outlets):
            return heading, suffix
    proper = [heading for heading in headings if not _is_site_name(heading, names, outlets)]
    if not found.titles and proper:
        return proper[0], suffix
    for candidate in candidates:
        title, _ = split_title(_without_site(candidate, found.outlets), folded, outlets)
        if title and not _is_site_name(title, names, outlets):
            return title, suffix
    return next(iter([*proper, *headings, *candidates]), None), suffix


def _is_said(heading: str, titles: Sequence[str]) -> bool:
    """True where a title and a heading (folded) agree, one of them perhaps with more words."""
    return len(heading) > 8 and any(heading in fold(title) or fold(title) in heading for title in titles)


def _is_site_name(title: str, names: Sequence[str | None], outlets: OutletLookup | None) -> bool:
    return is_masthead(title, names) or (len(title.split()) < 5 and looks_like_outlet(title, outlets))


def _without_site(title: str, outlets: Sequence[str]) -> str:
    """A title without the site's name at its end."""
    for outlet in outlets:
        cut = re.sub(rf"\s*[-–—|·•:»]\s*{re.escape(outlet)}\s*$", "", title, flags=re.IGNORECASE)
        if cut and cut != title:
            return cut
    return title


def _headline(title: str | None, lines: Sequence[Line], marked: Sequence[MarkedLine], first: int) -> Headline:
    """The line of the title: a heading before the body, else any line before it that says the same."""
    if not title:
        return Headline(None, None, (), None, None)
    wanted = fold(title)
    same = [i for i, line in enumerate(lines) if line.folded == wanted and i <= first]
    if not same:
        same = [i for i, line in enumerate(lines) if line.folded == wanted and marked[i].tag in ("h1", "h2")][
            :1
        ]
    chosen = next((i for i in reversed(same) if marked[i].tag == "h1"), same[-1] if same else None)
    return Headline(title, chosen, tuple(i for i in same if i != chosen and i < first), None, None)


def _guessed_date(tree: HtmlElement, url: str | None) -> tuple[DatedValue, ...]:
    """A day by htmldate, where the page declares none."""
    import htmldate

    try:
        day = htmldate.find_date(
            tree, url=url, original_date=True, extensive_search=False, max_date=_LAST_DAY
        )
    except (OverflowError, ValueError):  # what looks like a date may be none: "day 99999999999"
        return ()
    return (DatedValue(day, DatePrecision.DAY, "htmldate", None),) if day else ()
