"""A page and what was read in it as JSON, CSV and Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby

from starlette.responses import Response

from dateline.model import Event, Participant, Reading, Statement
from dateline.products.briefing.markdown import escaped
from dateline.products.briefing.shelf import Line, lines_of
from dateline.web.answers import csv_answer, json_answer, markdown_answer
from dateline.web.formats import Form
from dateline.web.screens.evidence.layers import starts_at
from dateline.web.screens.evidence.text_rows import notes_of

_COLUMNS = (
    "report", "event", "root", "mode", "contexts", "cameo", "quad", "score", "status", "source", "source_actors", "source_codes",
    "target", "target_actors", "target_codes", "date", "place", "place_precision", "statement", "confidence", "rule",
    "trigger", "evidence", "evidence_start", "evidence_end",
)  # fmt: skip


def in_form(reading: Reading, across: Mapping[str, str], form: Form) -> Response:
    """The reading as JSON, its events as CSV, or the text with notes as Markdown.

    Args:
        across: the event across reports of each event.
    """
    if form is Form.JSON:
        return json_answer(reading.to_json())
    if form is Form.CSV:
        return csv_answer(_COLUMNS, (_row(reading, event, across) for event in reading.events))
    return markdown_answer("\n".join(_markdown(reading)))


def _row(reading: Reading, event: Event, across: Mapping[str, str]) -> list[str | int | float | None]:
    text = reading.article.text
    return [
        f"{reading.article.id}#{event.id}",
        across.get(event.id),
        event.plover,
        event.mode,
        "|".join(event.contexts),
        event.cameo,
        event.quad,
        event.score,
        event.status.value,
        *_side(event.source),
        *_side(event.target),
        event.date.value if event.date else None,
        event.place.name if event.place else None,
        event.place.precision if event.place else None,
        event.statement,
        event.confidence,
        event.rule,
        event.trigger.span.of(text),
        event.evidence.of(text),
        event.evidence.start,
        event.evidence.end,
    ]


def _side(side: tuple[Participant, ...]) -> tuple[str, str, str]:
    columns = ([p.name for p in side], [p.actor or "" for p in side], [p.code or "" for p in side])
    names, actors, codes = ("|".join(value.replace("|", "/") for value in column) for column in columns)
    return names, actors, codes


def _markdown(reading: Reading) -> Iterator[str]:
    article = reading.article
    yield f"# {escaped(article.title or 'Without a title')}\n"
    outlet = article.outlet.name if article.outlet else "outlet not named"
    published = article.published.value if article.published else "undated"
    told = [outlet, ", ".join(article.authors), published, article.url or "", article.id]
    yield escaped(" · ".join(part for part in told if part)) + "\n"
    notes = notes_of(reading)
    for kind, lines in groupby(lines_of(article), key=lambda line: line.kind):
        for line in lines:
            yield from _line(reading, line, kind.value)
            yield from (
                f"> {_note(note)}\n" for note in notes if line.span.start <= starts_at(note) < line.span.end
            )


def _line(reading: Reading, line: Line, kind: str) -> Iterator[str]:
    words = escaped(" ".join(line.span.of(reading.article.text).split()))
    yield f"{f'**{line.number}**' if line.number else f'*{kind}*'} {words}\n"


def _note(note: Event | Statement) -> str:
    if isinstance(note, Event):
        sides = " → ".join(_names(side) for side in (note.source, note.target))
        when = [note.date.value if note.date else "no date", note.place.name if note.place else "no place"]
        words = f"{sides}, {note.plover} {note.mode or ''}".strip()
        return escaped(f"{note.id}: {words}, {note.status.value}, {', '.join(when)}")
    speaker = note.speaker.name if note.speaker else "nobody named"
    whom = f" to {note.addressee.name}" if note.addressee else ""
    return escaped(f"{note.id}: {speaker}{whom}, {note.act or 'says'}, {note.type.value}")


def _names(side: tuple[Participant, ...]) -> str:
    return " and ".join(party.name for party in side) or "nobody named"
