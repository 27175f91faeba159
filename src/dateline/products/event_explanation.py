"""Why each event of a page is what it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from dateline.events import ShownContext, StatusGround, shown_contexts, why
from dateline.language import split_sentences
from dateline.model import Event, Parse, Reading, Sentence, Span
from dateline.model.codec import Record
from dateline.ontology import Ontology


class Parses(Protocol):
    """Parses sentences of a text."""

    def parse(self, text: str, sentences: Sequence[Sentence]) -> list[Parse]:
        """One parse for each sentence, in their order; offsets are those of `text`."""
        ...


@dataclass(frozen=True, slots=True)
class EventExplanation(Record):
    """An event with its sentence, the row of its frame, the way through the parse to each participant, what gives its status, and the
    words that do (where they stand), and its contexts with the words that show each."""

    event: Event
    sentence: Span
    frame: str
    source: tuple[str, ...]
    target: tuple[str, ...]
    status_ground: StatusGround
    status_words: tuple[Span, ...]
    contexts: tuple[ShownContext, ...]


def explain_events(reading: Reading, parser: Parses, ontology: Ontology) -> Iterator[EventExplanation]:
    """One explanation an event, in the order of the text. Its sentence is parsed again, which gives the same parse;
    `ontology` is the one that it was coded with."""
    text = reading.article.text
    sentences = split_sentences(text, reading.article.blocks)
    roles = {mention.span: mention.role for mention in reading.mentions}
    for event in reading.events:
        own = [s for s in sentences if s.start <= event.trigger.start < s.end]
        for parse in parser.parse(text, own[:1]):
            found = why(parse, event, ontology)
            together = [e for e in reading.events if parse.sentence.span.covers(e.trigger.span)]
            shown = shown_contexts(parse, together, roles.get, ontology)
            yield EventExplanation(
                event,
                parse.sentence.span,
                found.frame,
                found.source,
                found.target,
                found.status_ground,
                found.status_words,
                shown[together.index(event)],
            )
