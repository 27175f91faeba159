"""Reads a page that came as plain text, with all its site clutter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from dateline.article.body import body_lines
from dateline.article.captions import mark_captions
from dateline.article.headline import Headline, find_headline
from dateline.article.layout import Layout, lay_out
from dateline.article.lines import Line, lines_of
from dateline.article.live_blog import Stamp, is_clock
from dateline.article.marks import Marks, mark
from dateline.article.masthead import find_masthead
from dateline.article.nature import Signs
from dateline.article.outlet import OutletLookup, promoted_outlet
from dateline.article.repeats import mark_repeated
from dateline.article.shown_dates import ShownDate, shown_dates
from dateline.article.wrapping import join_wrapped
from dateline.model import HeadCandidate, HeadField

_PARAGRAPH = 20
"""Words; a sentence of as many is no menu."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What was read of a page before its head is settled; candidates of each field come best first, authors as they stand there.

    `times` are marked dates that nothing says the meaning of, `shown` those of the lines.
    """

    text: str
    layout: Layout
    title: str | None
    candidates: tuple[HeadCandidate, ...] = ()
    times: tuple[HeadCandidate, ...] = ()
    shown: tuple[ShownDate, ...] = ()
    signs: Signs = field(default_factory=Signs)
    confidence: float | None = None


def read_dump(text: str, outlets: OutletLookup | None, repeated: frozenset[str] = frozenset()) -> Draft:
    """Lines of a text with their kinds; `text` stays as it is. `repeated` lines (folded) are known from other pages of the outlet."""
    lines = join_wrapped(text, lines_of(text))
    marks = [mark(line) for line in lines]
    mark_captions(lines, marks)
    if repeated:
        mark_repeated(lines, marks, repeated)
    body = body_lines(lines, marks)
    first = next((i for i, is_body in enumerate(body) if is_body), len(lines))
    headline = find_headline(lines, marks, first, outlets)
    if not any(body):
        headline, body = _without_body(
            headline, len(lines), marks_furniture=[m.is_kind is not None for m in marks]
        )
    if headline.line is not None and headline.line >= first:
        body = _behind_headline(lines, body, headline.line)
    layout = lay_out(lines, marks, body, headline, [None] * len(lines))
    return Draft(
        text,
        layout,
        headline.title,
        tuple(_head(headline, lines, marks, outlets)),
        shown=shown_dates(layout),
        signs=Signs(stamps=tuple(Stamp(line.number, None) for line in lines if is_clock(line))),
    )


def _head(
    headline: Headline, lines: Sequence[Line], marks: Sequence[Marks], outlets: OutletLookup | None
) -> Iterator[HeadCandidate]:
    date = headline.date
    if date:
        yield HeadCandidate(HeadField.PUBLISHED, date.value, "page_meta", date.span)
    masthead = find_masthead(lines, marks, headline.line, outlets)
    named = (
        ("page_title", headline.outlet),
        ("masthead", masthead),
        ("promotion", promoted_outlet(lines, outlets)),
    )
    for source, name in named:
        if name:
            yield HeadCandidate(HeadField.OUTLET, name, source, None)


def _behind_headline(lines: Sequence[Line], body: Sequence[bool], headline: int) -> list[bool]:
    """Body without the menus that came along above the headline; a paragraph there stays."""
    is_prose = [line.is_sentence and line.words >= _PARAGRAPH for line in lines]
    return [flag and i != headline and (i > headline or is_prose[i]) for i, flag in enumerate(body)]


def _without_body(headline: Headline, count: int, marks_furniture: list[bool]) -> tuple[Headline, list[bool]]:
    """A page too short to tell: all that is not furniture and not the headline is body; one line alone is body too."""
    if count == 1:
        return Headline(None, None, (), None, headline.date), [True]
    titles = {headline.line, *headline.copies}
    return headline, [i not in titles and not marks_furniture[i] for i in range(count)]
