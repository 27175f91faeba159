"""Reads a page that came as HTML."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml.html import HtmlElement  # type: ignore[import-untyped]

from dateline.article.body import body_lines
from dateline.article.dump import Draft
from dateline.article.head_dates import day_at_end, has_date
from dateline.article.headline import Headline
from dateline.article.html_body import (
    declared_lines,
    extract_paragraphs,
    in_container,
    match_paragraphs,
    share_of,
    with_siblings,
)
from dateline.article.html_lines import HEADINGS, MarkedLine, parse_html, visible_lines
from dateline.article.html_meta import Declared, declared
from dateline.article.html_settle import ELSEWHERE, first_story, settle_body, words_in
from dateline.article.html_title import page_title
from dateline.article.layout import Layout, lay_out
from dateline.article.lines import Line, fold, lines_of_texts
from dateline.article.live_blog import Stamp, is_clock
from dateline.article.marks import UNMARKED, Marks, mark
from dateline.article.nature import Signs
from dateline.article.outlet import OutletLookup, promoted_outlet
from dateline.article.shown_dates import shown_dates
from dateline.model import BlockKind, HeadCandidate, HeadField, Span

MAX_TAGS = 60_000
"""Pages with more tags go to the line classifier: the extraction library takes minutes over them."""

_MIN_EXTRACTED = 0.2
_TOLD = 0.7
_ALL_LINK = 0.8

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
    classified = body_lines(lines, marks)
    chosen = _chosen_body(lines, marked, with_siblings(marked, flags), classified)
    if not any(flags):
        chosen = in_container(marked, with_siblings(marked, chosen), [found != UNMARKED for found in marks])
    body = settle_body(lines, marks, marked, chosen, [fold(name) for name in found.values(HeadField.AUTHOR)])
    first = next((i for i, is_body in enumerate(body) if is_body), len(lines))
    title, suffix = page_title(found, marked, outlets)
    headline = _headline(title, lines, marked, first)
    for i in (headline.line, *headline.copies):
        if i is not None:
            body[i] = False
    body = first_story(lines, marked, body, headline)
    if not any(body):
        body = _anything(lines, marks, marked, headline)
    layout = lay_out(lines, marks, body, headline, [line.hint for line in marked])
    shown = shown_dates(layout)
    heads = (*_heads(found, lines, marked), *_named_in_page(found, suffix, promoted_outlet(lines, outlets)))
    if not has_date(heads, shown, found.times, url or found.url):
        heads = (*heads, *_guessed_date(tree, url or found.url))
    return Draft(
        "\n".join(line.text for line in marked),
        layout,
        title,
        heads,
        found.times,
        shown,
        _signs(found, lines, marked),
        _agreement(lines, layout, classified) if paragraphs else None,
    )


def _heads(found: Declared, lines: Sequence[Line], marked: Sequence[MarkedLine]) -> Iterator[HeadCandidate]:
    """What the page declares of itself, and its first headings."""
    yield from found.candidates
    for line, mark_up in zip(lines, marked, strict=True):
        if mark_up.tag == "h1":
            yield HeadCandidate(HeadField.TITLE, line.text, "h1", Span(line.start, line.end))


def _signs(found: Declared, lines: Sequence[Line], marked: Sequence[MarkedLine]) -> Signs:
    """What tells of the nature of the page."""
    return Signs(
        found.posts,
        tuple(
            Stamp(line.number, mark_up.stamp)
            for line, mark_up in zip(lines, marked, strict=True)
            if mark_up.stamp or is_clock(line)
        ),
        tuple(line.number for line, mark_up in zip(lines, marked, strict=True) if mark_up.tag in HEADINGS),
        tuple(line.link_share for line in marked),
        found.is_article,
        found.access,
        found.tiers,
    )


def _agreement(lines: Sequence[Line], layout: Layout, classified: Sequence[bool]) -> float:
    """How far the body and the one of the line classifier agree: F1 of their words, 0 to 1."""
    body = [kind is BlockKind.BODY for kind in layout.kinds]
    both = words_in(lines, [a and b for a, b in zip(body, classified, strict=True)])
    size = words_in(lines, body) + words_in(lines, classified)
    return round(2 * both / size, 3) if size else 0.0


def _named_in_page(found: Declared, suffix: str | None, promoted: str | None) -> Iterator[HeadCandidate]:
    """The title element, the date that it ends with, and outlets that it and promotions name."""
    named = (
        (HeadField.TITLE, found.page_title, "page_title"),
        (HeadField.PUBLISHED, day_at_end(found.page_title or ""), "page_title"),
        (HeadField.OUTLET, suffix, "page_title"),
        (HeadField.OUTLET, promoted, "promotion"),
    )
    for kind, value, source in named:
        if value:
            yield HeadCandidate(kind, value, source, None)


def _marked(line: Line, mark_up: MarkedLine, is_told: bool) -> Marks:
    """What words and mark-up say: a line that is all link leads elsewhere, unless the page declares it its own."""
    found = mark(line)
    return ELSEWHERE if found == UNMARKED and mark_up.link_share > _ALL_LINK and not is_told else found


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
    size = words_in(lines, extracted)
    if size == 0:
        return plain if any(plain) else classified
    both = words_in(lines, [a and b for a, b in zip(extracted, plain, strict=True)])
    return plain if size < _MIN_EXTRACTED * words_in(lines, plain) and both >= 0.7 * size else extracted


def _anything(
    lines: Sequence[Line], marks: Sequence[Marks], marked: Sequence[MarkedLine], headline: Headline
) -> list[bool]:
    """On a page too short to tell: every line that is no heading and that neither words nor mark-up call furniture."""
    titles = {headline.line, *headline.copies}
    return [
        line.number not in titles
        and found.is_kind is None
        and mark_up.hint is None
        and mark_up.tag not in HEADINGS
        for line, found, mark_up in zip(lines, marks, marked, strict=True)
    ]


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


def _guessed_date(tree: HtmlElement, url: str | None) -> tuple[HeadCandidate, ...]:
    """A day by htmldate, where the page says none."""
    import htmldate

    try:
        day = htmldate.find_date(
            tree, url=url, original_date=True, extensive_search=False, max_date=_LAST_DAY
        )
    except (OverflowError, ValueError):  # what looks like a date may be none: "day 99999999999"
        return ()
    return (HeadCandidate(HeadField.PUBLISHED, day, "htmldate", None),) if day else ()
