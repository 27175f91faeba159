"""The fields of a row as values, and a row with other values in them. Words of the page are never touched."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from dateline.model import (
    ActorKind,
    DatePrecision,
    Event,
    EventDate,
    Mention,
    Participant,
    Party,
    Place,
    Reading,
    Span,
    Statement,
    StatementType,
    Status,
)
from dateline.store.correcting.records import FieldChange, FieldValue

Values = tuple[FieldValue, ...]
Coded = Event | Statement | Mention
"""What can be corrected."""

ACT = ("root", "mode", "cameo", "quad", "score")
"""What tells the act of an event; they change together, so that they always fit."""
_LOCAL = "local:"


def coded_rows(reading: Reading) -> dict[str, Coded]:
    """What a reading has of it, by id."""
    rows: list[Coded] = [*reading.mentions, *reading.statements, *reading.events]
    return {row.id: row for row in rows}


def event_values(event: Event, field: str) -> Values:
    """What a field of an event holds."""
    if field in ("source", "target"):
        return tuple(party_value(party) for party in (event.source if field == "source" else event.target))
    if field == "date":
        return (FieldValue(event.date.value, precision=event.date.precision.value),) if event.date else ()
    if field == "place":
        place = event.place
        return (FieldValue(place.name, place.id, precision=place.precision),) if place else ()
    told = {
        "root": event.plover,
        "mode": event.mode,
        "cameo": event.cameo,
        "quad": str(event.quad),
        "score": str(event.score),
        "status": event.status.value,
    }[field]
    return (FieldValue(told),) if told is not None else ()


def statement_values(statement: Statement, field: str) -> Values:
    """What a field of a statement holds."""
    if field == "type":
        return (FieldValue(statement.type.value),)
    speaker = statement.speaker
    return (FieldValue(speaker.name, speaker.actor, speaker.state),) if speaker else ()


def mention_value(mention: Mention) -> FieldValue:
    """Whom a mention stands for."""
    return FieldValue(mention.name, mention.actor, mention.state, role=mention.role, kind=mention.kind.value)


def values_in(row: Coded, field: str) -> Values:
    """What a field of a row holds."""
    if isinstance(row, Event):
        return event_values(row, field)
    return statement_values(row, field) if isinstance(row, Statement) else (mention_value(row),)


def party_value(party: Participant) -> FieldValue:
    """Who takes part."""
    return FieldValue(party.name, party.actor, party.state, party.code)


def changed_event(event: Event, changes: Sequence[FieldChange], reading: Reading) -> Event:
    """The event with other values in its fields."""
    told: dict[str, Any] = {}
    for change in changes:
        told |= _event_fields(change.field, change.after, event, reading)
    return replace(event, **told)


def changed_statement(statement: Statement, changes: Sequence[FieldChange], reading: Reading) -> Statement:
    """The statement with other values in its fields."""
    for change in changes:
        if change.field == "type":
            statement = replace(statement, type=StatementType(change.after[0].text))
        else:
            speaker = next((_speaker(value, statement, reading) for value in change.after), None)
            statement = replace(statement, speaker=speaker)
    return statement


def changed_mention(mention: Mention, value: FieldValue | None) -> Mention:
    """The mention for somebody else; for nobody with None."""
    if value is None:
        return replace(mention, actor=None, name=" ".join(mention.text.split()), role=None, state=None)
    kind = ActorKind(value.kind) if value.kind else mention.kind
    return replace(mention, actor=value.id, name=value.text, role=value.role, state=value.state, kind=kind)


def is_same(value: FieldValue, actor: str | None, name: str) -> bool:
    """Whether a value is somebody: by id, where both have one that lasts, else by name."""
    lasting = [id for id in (value.id, actor) if id is not None and not id.startswith(_LOCAL)]
    return value.id == actor if len(lasting) == 2 else not lasting and value.text == name


def _event_fields(field: str, values: Values, event: Event, reading: Reading) -> dict[str, Any]:
    """A field of an event as the record has it."""
    if field in ("source", "target"):
        return {field: tuple(_participant(value, event, reading) for value in values)}
    if field == "date":
        return {"date": next(map(_date, values), None)}
    if field == "place":
        return {"place": next((_place(value, event, reading) for value in values), None)}
    text = values[0].text if values else None
    if field in _NUMBERS:
        return {field: _NUMBERS[field](text or "0")}
    if field == "status":
        return {field: Status(text or "")}
    return {"plover" if field == "root" else field: text}


_NUMBERS: dict[str, Callable[[str], float]] = {"quad": int, "score": float}


def _participant(value: FieldValue, event: Event, reading: Reading) -> Participant:
    """Somebody who takes part, with the words of the clause that name them, where it has such."""
    for party in (*event.source, *event.target):
        if is_same(value, party.actor, party.name):
            return replace(party, name=value.text, state=value.state, code=value.code)
    spans = tuple(_named_in(event.evidence, value, reading))
    return Participant(value.id, value.text, value.state, value.code, spans)


def _speaker(value: FieldValue, statement: Statement, reading: Reading) -> Party:
    own = statement.speaker
    if own is not None and is_same(value, own.actor, own.name):
        return replace(own, name=value.text, state=value.state)
    around = [*statement.content, *([statement.cue] if statement.cue else [])]
    near = Span(min(span.start for span in around), max(span.end for span in around))
    return Party(value.id, value.text, value.state, tuple(_named_in(near, value, reading)))


def _place(value: FieldValue, event: Event, reading: Reading) -> Place:
    own = event.place
    if own is not None and (own.id, own.name) == (value.id, value.text):
        return replace(own, precision=value.precision or own.precision)
    span = next(_named_in(event.evidence, value, reading), None)
    return Place(value.id, value.text, value.precision or "area", span)


def _date(value: FieldValue) -> EventDate:
    return EventDate(value.text, DatePrecision(value.precision or "day"), None)


def _named_in(span: Span, value: FieldValue, reading: Reading) -> Iterator[Span]:
    """The words of a stretch that name somebody."""
    for mention in reading.mentions:
        if span.covers(mention.span) and is_same(value, mention.actor, mention.name):
            yield mention.span
