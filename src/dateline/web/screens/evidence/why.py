"""Why each event of a page is what it is, in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline import api
from dateline.events import StatusGround
from dateline.model import Event, Reading, Span
from dateline.products.event_explanation import explain_events

_GROUNDS = {
    StatusGround.WORDS: "by its words",
    StatusGround.CONSTRUCTION: "by the construction of the sentence",
    StatusGround.PAGE: "by its date, or the rest of the page",
    StatusGround.NOTHING: "nothing says otherwise",
}


@dataclass(frozen=True, slots=True)
class Why:
    """An event with its sentence, its frame, the way to its sides and what gives its status."""

    event: Event
    sentence: Span
    frame: str
    ways: tuple[tuple[str, str], ...]
    status: str


def explained(reading: Reading) -> Iterator[Why]:
    """One answer an event, in the order of the text; its sentence is parsed again, which takes a moment."""
    resources = api.resources()
    text = reading.article.text
    for found in explain_events(reading, resources.parser, resources.ontology):
        words = ", ".join(f"“{span.of(text)}”" for span in found.status_words)
        ways = (("source", "; ".join(found.source)), ("target", "; ".join(found.target)))
        yield Why(
            found.event,
            found.sentence,
            found.frame,
            tuple((side, way) for side, way in ways if way),
            words or _GROUNDS[found.status_ground],
        )
