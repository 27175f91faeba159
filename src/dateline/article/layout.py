"""Every line of a page gets its kind (codebook section 2)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from dateline.article.byline import Byline, is_contributor_line, read_byline, read_name_line
from dateline.article.chain import find_notice
from dateline.article.dates import find_dates
from dateline.article.headline import Headline
from dateline.article.lines import Line, fold
from dateline.article.marks import Marks
from dateline.article.outlet import promotion_kind
from dateline.article.patterns import patterns_of
from dateline.model import CODED_KINDS, Block, BlockKind, Span

_LISTS = frozenset({BlockKind.RELATED, BlockKind.TEASER, BlockKind.MOST_READ})
_THIS = re.compile(r"^\W*(?:this|dieser|cet|cette|este|esta|questo|dit|эта|этот|本|この|이)", re.IGNORECASE)


@dataclass(slots=True)
class Layout:
    """Lines with their kinds while they are worked out; `bylines` are those read, by number of their line.

    `headline_span` is set where the headline is only a part of its line, as in "Dam opens | The Daily Example".
    """

    lines: Sequence[Line]
    marks: Sequence[Marks]
    kinds: list[BlockKind | None]
    bylines: dict[int, Byline] = field(default_factory=dict)
    headline_span: Span | None = None

    def first(self, kind: BlockKind) -> int | None:
        """Number of the first line of a kind."""
        return next((i for i, found in enumerate(self.kinds) if found is kind), None)

    def front(self) -> tuple[int, int]:
        """The stretch under the headline: from it (the first line without one) to the first line of the body behind it."""
        head = self.first(BlockKind.HEADLINE)
        start = 0 if head is None else head
        kinds = enumerate(self.kinds[start:], start)
        return start, next((i for i, found in kinds if found is BlockKind.BODY), len(self.kinds))

    def set_list(self) -> None:
        """The page is a list of links to reports: what was taken for its body is teasers."""
        self.kinds[:] = [BlockKind.TEASER if kind is BlockKind.BODY else kind for kind in self.kinds]

    def set_placeholder(self) -> None:
        """The page stands in place of a report: nothing of it is to be coded."""
        self.kinds[:] = [BlockKind.OTHER if kind in CODED_KINDS else kind for kind in self.kinds]

    def last(self, kind: BlockKind) -> int | None:
        """Number of the last line of a kind."""
        return next((i for i in reversed(range(len(self.kinds))) if self.kinds[i] is kind), None)


def lay_out(
    lines: Sequence[Line],
    marks: Sequence[Marks],
    body: Sequence[bool],
    headline: Headline,
    hints: Sequence[BlockKind | None],
) -> Layout:
    """Kinds for all lines, given which are body, the headline, and kinds that mark-up told (None where it did not)."""
    kinds: list[BlockKind | None] = [
        BlockKind.BODY if is_body else hint for is_body, hint in zip(body, hints, strict=True)
    ]
    page = Layout(lines, marks, kinds, headline_span=_part_of_line(lines, headline))
    _set_headline(page, headline)
    first, last = page.first(BlockKind.BODY), page.last(BlockKind.BODY)
    first = len(lines) if first is None else first
    last = len(lines) - 1 if last is None else last
    _set_notices(page, first, last)
    _set_front(page, headline.line, first)
    _set_bios(page, last)
    _set_inside(page, first, last)
    _set_after(page, last)
    return page


def _set_headline(page: Layout, headline: Headline) -> None:
    """The article's own headline; repeats of it, such as a saved page title, are kept apart so that it is read once."""
    for i in headline.copies:
        page.kinds[i] = BlockKind.OTHER
    if headline.line is not None:
        page.kinds[headline.line] = BlockKind.HEADLINE


def _part_of_line(lines: Sequence[Line], headline: Headline) -> Span | None:
    """The title inside its line, where the line goes on with the site's name."""
    if headline.line is None or not headline.title:
        return None
    line = lines[headline.line]
    at = line.text.find(headline.title)
    if at < 0 or len(headline.title) == len(line.text):
        return None
    return Span(line.start, line.start + at + len(headline.title))


def _set_notices(page: Layout, first: int, last: int) -> None:
    """Notices of first publication, anywhere; inside the body they must speak of "this article" or stand at an edge."""
    for i, line in enumerate(page.lines):
        if line.words > 60 or page.kinds[i] is BlockKind.HEADLINE:
            continue
        inside = first < i < last - 1 and page.kinds[i] is BlockKind.BODY
        if inside and not _THIS.match(line.text):
            continue
        if _is_notice(line):
            page.kinds[i] = BlockKind.REPUBLICATION


def _is_notice(line: Line) -> bool:
    found = find_notice(line.text)
    if found is None:
        return False
    return found.span.end - found.span.start > 0.4 * len(line.text) and not re.match(r"\W*[“\"„«]", line.text)


def _set_front(page: Layout, title: int | None, first: int) -> None:
    """Lines before the body: menus above the headline; dek, byline, date and picture under it."""
    start = title if title is not None else max(0, first - 8)
    has_dek = False
    for i in range(first):
        if page.kinds[i] is BlockKind.BYLINE:
            _keep_byline(page, i)
        if page.kinds[i] is not None:
            continue
        line, mark = page.lines[i], page.marks[i]
        kind = _front_kind(page, i, start)
        if kind is None and i > start and not has_dek and line.words >= 5 and i - start <= 4:
            kind, has_dek = BlockKind.DEK, True
        if kind is None:
            kind = mark.is_kind or mark.opens or (_loose_kind(line) if i > start else _menu_kind(line))
        page.kinds[i] = kind


def _front_kind(page: Layout, i: int, start: int) -> BlockKind | None:
    """Byline, date or marked kind of a line near the headline."""
    line, mark = page.lines[i], page.marks[i]
    if i < start - 4:
        return mark.is_kind
    byline = read_byline(line.text)
    if byline is not None and (byline.authors or mark.is_kind is BlockKind.BYLINE):
        page.bylines[i] = byline
        return BlockKind.BYLINE
    if mark.is_kind is BlockKind.DATELINE or (line.words <= 14 and find_dates(line.text)):
        return BlockKind.DATELINE if i > start else BlockKind.OTHER
    if mark.is_kind is None and i > start:
        names = read_name_line(line.text)
        if names is not None:
            page.bylines[i] = names
            return BlockKind.BYLINE
    return mark.is_kind


def _keep_byline(page: Layout, i: int) -> None:
    """Read a line that mark-up calls a byline: with or without "by"."""
    text = page.lines[i].text
    byline = read_byline(text) or read_name_line(text)
    if byline is not None and byline.authors:
        page.bylines[i] = byline


def _menu_kind(line: Line) -> BlockKind:
    return BlockKind.TEASER if line.words >= 12 and line.is_sentence else BlockKind.NAVIGATION


def _loose_kind(line: Line) -> BlockKind:
    """A line near the body that nothing tells of: prose is a dek, a few words are something else."""
    return BlockKind.DEK if line.words >= 8 and line.is_sentence else BlockKind.OTHER


def _set_bios(page: Layout, last: int) -> None:
    """Who the author is: a paragraph near the end that begins with an author's name, or with a name and an occupation."""
    authors = [fold(name) for byline in page.bylines.values() for name in byline.authors]
    for i in range(max(0, last - 4), min(len(page.lines), last + 8)):
        line = page.lines[i]
        if page.kinds[i] in (BlockKind.BODY, None) and line.words <= 90 and is_bio(line, authors):
            page.kinds[i] = BlockKind.BIO


def is_bio(line: Line, authors: Sequence[str]) -> bool:
    """True when a line tells who one of the authors (folded names) is."""
    text = line.folded
    for name in authors:
        if text.startswith((name, name.split()[-1] + " ")):
            return patterns_of("bio_cues.csv").first(line.text[: len(name) + 200]) is not None
    return text.startswith(
        ("the author is", "the writer is", "the author was", "the writers are", "the authors are")
    )


def _set_inside(page: Layout, first: int, last: int) -> None:
    """Lines between body lines that are not body."""
    for i in range(first, last + 1):
        if page.kinds[i] is None:
            mark, line = page.marks[i], page.lines[i]
            page.kinds[i] = (
                mark.is_kind or mark.opens or (BlockKind.RELATED if line.words >= 4 else BlockKind.OTHER)
            )


def _set_after(page: Layout, last: int) -> None:
    """Lines behind the body: each section heading gives its kind to what follows."""
    section: BlockKind | None = None
    for i in range(last + 1, len(page.lines)):
        if page.kinds[i] is not None:
            continue
        line, mark = page.lines[i], page.marks[i]
        if mark.opens is not None:
            section = mark.opens
            page.kinds[i] = section
        elif mark.is_kind is BlockKind.DATELINE:
            page.kinds[i] = section or BlockKind.OTHER
        elif section is None and (promotion := promotion_kind(line)):
            page.kinds[i] = promotion
        elif section is None and is_contributor_line(line.text):
            page.kinds[i] = BlockKind.BYLINE
        elif mark.is_kind is not None and mark.is_kind is not BlockKind.BYLINE:
            page.kinds[i] = mark.is_kind
            section = section if section in _LISTS else None
        else:
            page.kinds[i] = _listed_kind(page, i, section)
    _tell_teasers(page, last + 1)


def _listed_kind(page: Layout, i: int, section: BlockKind | None) -> BlockKind:
    line = page.lines[i]
    if section is BlockKind.BIO and line.words < 4:
        return BlockKind.BIO
    if section is not None:
        return section
    if line.words >= 12 and line.is_sentence:
        return BlockKind.TEASER
    return BlockKind.RELATED if line.words >= 5 else BlockKind.NAVIGATION


def _tell_teasers(page: Layout, start: int) -> None:
    """Inside lists of links, a link with a summary under it is a teaser, and so is the summary."""
    for i in range(start, len(page.lines) - 1):
        if page.kinds[i] is BlockKind.RELATED and page.kinds[i + 1] is BlockKind.RELATED:
            below = page.lines[i + 1]
            if below.is_sentence and below.words >= 12 and not page.lines[i].is_sentence:
                page.kinds[i] = page.kinds[i + 1] = BlockKind.TEASER


def blocks_of(page: Layout) -> tuple[Block, ...]:
    """Blocks: adjacent lines of one kind share one. What a headline's line has beside the headline lies in none."""
    blocks: list[Block] = []
    for line, found in zip(page.lines, page.kinds, strict=True):
        kind = found or BlockKind.OTHER
        if blocks and blocks[-1].kind is kind:
            blocks[-1] = Block(kind, blocks[-1].start, line.end)
        else:
            blocks.append(Block(kind, line.start, line.end))
    return tuple(_cut_headline(block, page.headline_span) for block in blocks)


def _cut_headline(block: Block, span: Span | None) -> Block:
    if span is None or block.kind is not BlockKind.HEADLINE or block.start != span.start:
        return block
    return Block(block.kind, span.start, span.end)
