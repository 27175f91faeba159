"""Why each event of a page is what it is, in words, and where nothing was coded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline import api
from dateline.events import StatusGround
from dateline.language import split_sentences
from dateline.model import CODED_KINDS, Event, Reading, Span
from dateline.products.event_explanation import explain_events
from dateline.web.screens.evidence.layers import spans_of_statement

_GROUNDS = {
    StatusGround.WORDS: "by its words",
    StatusGround.CONSTRUCTION: "by the construction of the sentence",
    StatusGround.PAGE: "by its date, or the rest of the page",
    StatusGround.NOTHING: "nothing says otherwise",
}


@dataclass(frozen=True, slots=True)
class Why:
    """An event with its sentence, its frame, the way to its sides, what gives its status, and its contexts with the words that show them."""

    event: Event
    sentence: Span
    frame: str
    ways: tuple[tuple[str, str], ...]
    status: str
    contexts: tuple[tuple[str, str], ...]


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
            tuple((c.context, ", ".join(f"“{s.of(text)}”" for s in c.spans)) for c in found.contexts),
        )


def not_coded(reading: Reading) -> list[Span]:
    """The sentences that may be coded and of which no event and no statement came."""
    article = reading.article
    taken = [event.evidence for event in reading.events]
    taken += [span for statement in reading.statements for span in spans_of_statement(statement)]
    coded = article.spans_of(*CODED_KINDS) if article.coded else []
    sentences = [sentence.span for sentence in split_sentences(article.text, article.blocks)]
    return [
        span
        for span in sentences
        if any(block.covers(span) for block in coded) and not any(span.touches(other) for other in taken)
    ]
