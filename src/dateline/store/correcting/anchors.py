"""Rows known again by their words, also where ids and places have changed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from dateline.model import Reading, Span
from dateline.model.span import hull
from dateline.store.correcting.records import Anchor, Subject

_AROUND = 32
"""Letters that are kept on each side."""
_AGREED = 16
"""Letters around that have to be the same, of both sides together."""
_TELLING = 40
"""Letters of words that are known again whatever stands around them."""
_SHARED = 0.5
"""The share of the longer of two stretches that has to lie in the other."""


def spans_of(reading: Reading, subject: Subject) -> dict[str, Span]:
    """The words by which each row of a kind is known, by its id."""
    if subject is Subject.EVENT:
        return {event.id: event.trigger.span for event in reading.events}
    if subject is Subject.STATEMENT:
        return {statement.id: hull(statement.content) for statement in reading.statements}
    return {mention.id: mention.span for mention in reading.mentions}


def anchor_of(text: str, span: tuple[int, int]) -> Anchor:
    """What is kept of some words of a text."""
    start, end = span
    return Anchor(
        start, end, text[start:end], text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    )


def find(reading: Reading, subject: Subject, anchor: Anchor) -> str | None:
    """The id of the row that rests on the words of an anchor; None where these are gone, or no row rests on them."""
    place = place_of(anchor, reading.article.text)
    if place is None:
        return None
    found = {id: shared(place, span) for id, span in spans_of(reading, subject).items()}
    best = max(found, key=lambda id: found[id], default=None)
    return best if best is not None and found[best] >= _SHARED else None


def place_of(anchor: Anchor, text: str) -> Span | None:
    """Where the words of an anchor stand: of several places the one with the same letters around, then the nearest."""
    wanted = 0 if len(anchor.words) >= _TELLING else min(_AGREED, len(anchor.before) + len(anchor.after))
    places = [
        (-_agreed(anchor, text, place), abs(place.start - anchor.start), place)
        for place in _places(anchor, text)
    ]
    if not places:
        return None
    agreed, _, place = min(places)
    return place if -agreed >= wanted else None


def _places(anchor: Anchor, text: str) -> Iterator[Span]:
    start = text.find(anchor.words) if anchor.words else -1
    while start >= 0:
        yield Span(start, start + len(anchor.words))
        start = text.find(anchor.words, start + 1)


def _agreed(anchor: Anchor, text: str, place: Span) -> int:
    """How many letters around a place are those that were there."""
    before = zip(
        reversed(anchor.before), reversed(text[max(0, place.start - _AROUND) : place.start]), strict=False
    )
    after = zip(anchor.after, text[place.end : place.end + _AROUND], strict=False)
    return sum(1 for side in (before, after) for _ in takewhile(lambda pair: pair[0] == pair[1], side))


def shared(one: Span, other: Span) -> float:
    """How much two stretches have in common, of the longer."""
    common = min(one.end, other.end) - max(one.start, other.start)
    return max(0, common) / max(one.end - one.start, other.end - other.start, 1)
