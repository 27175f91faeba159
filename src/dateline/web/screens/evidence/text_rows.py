"""A page line by line: its words as they are shown, what was read there, and what is furniture."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from dateline.model import BlockKind, Event, Mention, Reading, Span, Statement
from dateline.products.briefing.shelf import Line, lines_of
from dateline.web.screens.evidence.layers import starts_at
from dateline.web.screens.evidence.marking import Marking

_TEXT = frozenset(
    {
        BlockKind.HEADLINE,
        BlockKind.DEK,
        BlockKind.BYLINE,
        BlockKind.DATELINE,
        BlockKind.BODY,
        BlockKind.CAPTION,
    }
)

Note = Event | Statement


@dataclass(frozen=True, slots=True)
class TextRow:
    """A line of the article with what is told beside it; `number` is that of a paragraph of the body."""

    kind: BlockKind
    number: int | None
    span: Span
    html: Markup
    notes: tuple[Note, ...]
    names: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Fold:
    """Neighbouring lines that are not the article, of one kind: kept and labelled, never hidden."""

    kind: BlockKind
    span: Span
    lines: tuple[Markup, ...]


@dataclass(frozen=True, slots=True)
class Laid:
    """The text with the furniture that stands inside it, and the furniture after it."""

    rows: tuple[TextRow | Fold, ...]
    furniture: tuple[Fold, ...]
    paragraphs: int


def laid_out(reading: Reading, marking: Marking) -> Laid:
    """The lines of a page in its own order."""
    lines = lines_of(reading.article)
    last = max((i for i, line in enumerate(lines) if line.kind in _TEXT), default=-1) + 1
    rows: list[TextRow | Fold] = []
    for is_text, group in groupby(lines[:last], key=lambda line: line.kind in _TEXT):
        run = list(group)
        rows += _text_rows(reading, run, marking) if is_text else _folds(run, marking)
    paragraphs = max((line.number or 0 for line in lines), default=0)
    return Laid(tuple(rows), tuple(_folds(lines[last:], marking)), paragraphs)


def notes_of(reading: Reading) -> list[Note]:
    """Events and statements in the order in which a reader comes upon them."""
    notes: list[Note] = [*reading.events, *reading.statements]
    return sorted(notes, key=lambda note: (starts_at(note), note.id))


def _text_rows(reading: Reading, lines: Sequence[Line], marking: Marking) -> list[TextRow]:
    notes = notes_of(reading)
    return [
        TextRow(
            line.kind,
            line.number,
            line.span,
            marking.html(line.span),
            tuple(note for note in notes if line.span.start <= starts_at(note) < line.span.end),
            tuple(m for m in reading.mentions if line.span.start <= m.start < line.span.end),
        )
        for line in lines
    ]


def _folds(lines: Iterable[Line], marking: Marking) -> list[Fold]:
    found = []
    for kind, group in groupby(lines, key=lambda line: line.kind):
        spans = [line.span for line in group]
        html = tuple(map(marking.html, spans))
        found.append(Fold(kind, Span(spans[0].start, spans[-1].end), html))
    return found
