"""What came along with the body of an HTML page and is none: boxes, captions, pointers elsewhere, comments, last words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache

from dateline.article.byline import is_contributor_line
from dateline.article.captions import is_caption
from dateline.article.chain import find_contributions, find_notice
from dateline.article.ending import closes_article
from dateline.article.furniture import headings, rows_of
from dateline.article.headline import Headline
from dateline.article.html_body import with_headings
from dateline.article.html_lines import HEADINGS, MarkedLine
from dateline.article.layout import is_bio
from dateline.article.lines import Line
from dateline.article.marks import UNMARKED, Marks
from dateline.model import BlockKind

ELSEWHERE = Marks(None, BlockKind.RELATED)

_LEAST_WORDS, _LINK_WORDS = 4, 25
_FIRST_LINES = 3
_LAST_LINES, _LAST_WORDS = 5, 60
_LINKED = 0.5
_HEADLINE, _STORY = 4, 60
"""Words of the shortest headline of another story, and of the shortest story before it."""
_MIN_BEFORE = 0.88
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


def settle_body(
    lines: Sequence[Line],
    marks: list[Marks],
    marked: Sequence[MarkedLine],
    flags: Sequence[bool],
    authors: Sequence[str],
) -> list[bool]:
    """Body without the captions, credits, bios and single furniture lines that came along."""
    body = list(flags)
    boxes = _boxes(lines, marked, flags)
    told = [flag and not mark_up.of_readers for flag, mark_up in zip(flags, marked, strict=True)]
    if words_in(lines, told) >= _STORY:
        body = told
    for i, line in enumerate(lines):
        if body[i] and (marked[i].hint in boxes or _is_furniture(line, marked[i], marks[i])):
            body[i] = False
        elif body[i] and is_caption(line) and marked[i].tag != "p":
            marks[i] = Marks(None, BlockKind.CAPTION)
            body[i] = False
        elif not body[i] and marks[i] == UNMARKED and is_caption(line) and marked[i].link_share < 0.5:
            marks[i] = Marks(None, BlockKind.CAPTION)
    _drop_first_bylines(body, marks)
    has_kind = [found != UNMARKED for found in marks]
    whole = _cut_sections(lines, marks, marked, with_headings(marked, body, has_kind))
    return _without_last_words(lines, marks, whole, authors)


def _drop_first_bylines(body: list[bool], marks: Sequence[Marks]) -> None:
    """Take the byline that stands before the first paragraph out of the body, in place."""
    for i in [i for i, flag in enumerate(body) if flag][:_FIRST_LINES]:
        if marks[i].is_kind is BlockKind.BYLINE:
            body[i] = False


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
        if marks[i].is_kind is None and not _is_contribution(lines[i]):
            marks[i] = Marks(None, BlockKind.BIO)
    return body


def _is_last(line: Line, authors: Sequence[str]) -> bool:
    """True for a line on an author or on where the text appeared first."""
    if is_bio(line, authors) or ("@" in line.text and closes_article(line)):
        return True
    if find_notice(line.text) is not None:
        return True
    return _is_contribution(line)


def _is_contribution(line: Line) -> bool:
    """True for a line on who else reported or edited."""
    return line.words <= _LINK_WORDS and (
        bool(find_contributions(line.text)) or is_contributor_line(line.text)
    )


def _is_furniture(line: Line, mark_up: MarkedLine, found: Marks) -> bool:
    """True for a line that words tell to be no report. Paragraphs count only where they are nothing but a link: prose says
    "subscribe" too."""
    if found.is_kind is not None and (mark_up.tag != "p" or _is_link(line, mark_up, found)):
        return True
    return _points_elsewhere(line, mark_up)


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
        found == ELSEWHERE
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
    total = words_in(lines, body)
    before = 0
    for i, line in enumerate(lines):
        if marks[i].opens is not None and marked[i].tag in HEADINGS and before > _MIN_BEFORE * total:
            return [flag and j < i for j, flag in enumerate(body)]
        before += line.words * body[i]
    return body


def first_story(
    lines: Sequence[Line], marked: Sequence[MarkedLine], body: list[bool], headline: Headline
) -> list[bool]:
    """Body without the stories that follow on the same page: each has a headline of the same make as the first."""
    if (
        headline.line is None
        or marked[headline.line].tag not in HEADINGS
        or "." not in marked[headline.line].path
    ):
        return body
    own = marked[headline.line]
    title = lines[headline.line].folded
    for i in range(headline.line + 1, len(lines)):
        if marked[i].path == own.path and lines[i].words >= _HEADLINE and lines[i].folded != title:
            front = [flag and j < i for j, flag in enumerate(body)]
            return front if words_in(lines, front) >= _STORY else body
    return body


def words_in(lines: Sequence[Line], flags: Sequence[bool]) -> int:
    """Words of the lines with a flag."""
    return sum(line.words for line, flag in zip(lines, flags, strict=True) if flag)
