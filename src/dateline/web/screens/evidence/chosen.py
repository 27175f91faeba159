"""What of a page is chosen: an event, a statement, a name, or a stretch of its text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from starlette.exceptions import HTTPException
from starlette.requests import Request

from dateline.model import Event, Mention, Reading, Span, Statement
from dateline.web.asked import one, refused

_STRETCH = re.compile(r"([0-9]{1,9})-([0-9]{1,9})")

Chosen = Event | Statement | Mention | None


@dataclass(frozen=True, slots=True)
class Field:
    """Words that a field of the chosen record rests on."""

    name: str
    span: Span


def chosen_in(reading: Reading, request: Request) -> Chosen:
    """The record that `ev` names (`e3`, `s2`, `m5`).

    Raises:
        HTTPException: 404, when the page has no such record.
    """
    id = one(request, "ev")
    return None if id is None else record_of(reading, id)


def record_of(reading: Reading, id: str) -> Event | Statement | Mention:
    """The record of an id.

    Raises:
        HTTPException: 404, when the page has no such record.
    """
    records: list[Event | Statement | Mention] = [*reading.events, *reading.statements, *reading.mentions]
    found = next((record for record in records if record.id == id), None)
    if found is None:
        raise HTTPException(
            404, f"This page has no record {id[:20]!r}: it may have been read otherwise since."
        )
    return found


def marked_fields(reading: Reading, chosen: Chosen, request: Request) -> list[Field]:
    """The words that are marked: those of the chosen record, and of a stretch that `at` names (`at=1215-1391`).

    Raises:
        HTTPException: 400, when `at` is no stretch of the text.
    """
    at = one(request, "at")
    found = list(_fields(chosen))
    if at is None:
        return found
    match = _STRETCH.fullmatch(at)
    if not match or not int(match[1]) < int(match[2]) <= len(reading.article.text):
        raise refused(f"at={at[:40]!r} is no stretch of this text: write at=1215-1391.")
    return [*found, Field("cited", Span(int(match[1]), int(match[2])))]


def words_of(chosen: Chosen, fields: Sequence[Field]) -> Span | None:
    """The words by which what is chosen is found on the live page; None where nothing is."""
    if isinstance(chosen, Event):
        return chosen.evidence
    if isinstance(chosen, Statement) and chosen.content:
        return chosen.content[0]
    return fields[-1].span if fields else None


def _fields(chosen: Chosen) -> Iterator[Field]:
    if isinstance(chosen, Event):
        yield Field("trigger", chosen.trigger.span)
        for name, side in (("source", chosen.source), ("target", chosen.target)):
            yield from (Field(name, span) for party in side for span in party.spans)
        for name, part in (("date", chosen.date), ("place", chosen.place)):
            if part is not None and part.span is not None:
                yield Field(name, part.span)
        yield from (Field("quantity", quantity.span) for quantity in chosen.quantities)
    elif isinstance(chosen, Statement):
        if chosen.cue:
            yield Field("cue", chosen.cue)
        parties = (("speaker", chosen.speaker), ("to", chosen.addressee), ("channel", chosen.channel))
        for name, party in parties:
            yield from (Field(name, span) for span in party.spans) if party else ()
        yield from (Field("words", span) for span in chosen.content)
    elif isinstance(chosen, Mention):
        yield Field("name", chosen.span)
