"""Which words of a page are underlined, by layer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum

from starlette.requests import Request

from dateline.model import ActorKind, Event, Mention, Reading, Span, Statement
from dateline.web.asked import refused, several


class Layer(StrEnum):
    """What a kind of underline says of words."""

    EVENTS = "events"
    STATEMENTS = "statements"
    ACTORS = "actors"
    TIMES = "times"
    PLACES = "places"

    @property
    def letter(self) -> str:
        """Its class in the style sheet."""
        return self.value[0]


SHOWN = (Layer.EVENTS, Layer.STATEMENTS, Layer.ACTORS)
"""The layers that are shown where nothing else is chosen."""
_NONE = "none"


def layers_shown(request: Request) -> frozenset[Layer]:
    """The layers that an address asks for: `layers=` once for each, `none` for none of them.

    Raises:
        HTTPException: 400, for a layer that there is not.
    """
    given = several(request, "layers")
    known = set(Layer) | {_NONE}
    wrong = [value for value in given if value not in known]
    if wrong:
        raise refused(f"layers={wrong[0][:40]!r} is no layer: give some of {', '.join(Layer)}, or none.")
    return frozenset(Layer(value) for value in given if value != _NONE) if given else frozenset(SHOWN)


def spans_by_layer(reading: Reading) -> Mapping[Layer, list[Span]]:
    """Stretches of the text by layer, in order; those that touch are one."""
    article = reading.article
    places = [m.span for m in reading.mentions if m.kind is ActorKind.PLACE]
    places += [event.place.span for event in reading.events if event.place and event.place.span]
    places += [article.dateline.span] if article.dateline else []
    dates = [event.date for event in reading.events] + [article.published, article.modified]
    return {
        Layer.EVENTS: _joined(event.evidence for event in reading.events),
        Layer.STATEMENTS: _joined(span for said in reading.statements for span in said.content),
        Layer.ACTORS: _joined(m.span for m in reading.mentions if m.kind is not ActorKind.PLACE),
        Layer.TIMES: _joined(date.span for date in dates if date and date.span),
        Layer.PLACES: _joined(places),
    }


def _joined(spans: Iterable[tuple[int, int]]) -> list[Span]:
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, end))
        else:
            found.append(Span(start, end))
    return found


def anchored(reading: Reading) -> frozenset[int]:
    """Where places begin that an address can name (`#c1215`): the words of every record, and the lines of the page."""
    article = reading.article
    starts = {block.start for block in article.blocks} | {link.span.start for link in article.chain}
    starts |= {c.span.start for c in article.candidates if c.span}
    for event in reading.events:
        starts |= {span.start for span in spans_of_event(event)}
    for statement in reading.statements:
        starts |= {span.start for span in spans_of_statement(statement)}
    starts |= {mention.start for mention in reading.mentions}
    starts |= {relation.span.start for relation in reading.relations if relation.span}
    return frozenset(starts)


def spans_of_event(event: Event) -> Iterator[Span]:
    """All words that an event rests on."""
    yield from (event.evidence, event.trigger.span)
    yield from (span for party in (*event.source, *event.target) for span in party.spans)
    yield from (quantity.span for quantity in event.quantities)
    yield from (part.span for part in (event.date, event.place) if part and part.span)


def spans_of_statement(statement: Statement) -> Iterator[Span]:
    """All words that a statement rests on."""
    yield from statement.content
    if statement.cue:
        yield statement.cue
    for part in (statement.speaker, statement.addressee, statement.channel):
        yield from part.spans if part else ()


def starts_at(record: Event | Statement | Mention) -> int:
    """Where a record is told beside the text: at the word that bears it."""
    if isinstance(record, Event):
        return record.trigger.start
    if isinstance(record, Mention):
        return record.start
    return min((span.start for span in spans_of_statement(record)), default=0)
