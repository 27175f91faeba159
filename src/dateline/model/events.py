"""Who did what to whom."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dateline.model.codec import Record
from dateline.model.page import DatePrecision
from dateline.model.span import Span


class Status(StrEnum):
    """Whether the act took place, by the page's words (codebook section 6)."""

    HAPPENED = "happened"
    PLANNED = "planned"
    DENIED = "denied"
    HYPOTHETICAL = "hypothetical"


@dataclass(frozen=True, slots=True)
class Participant(Record):
    """A source or target of an event. `code` is the state, or IGO NGO MNC IMG, then at most two PLOVER sectors."""

    actor: str | None
    name: str
    state: str | None
    code: str | None
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class EventDate(Record):
    """When, resolved: an ISO day, month or year, or `start/end`. `span` is null where the words stand elsewhere."""

    value: str
    precision: DatePrecision
    span: Span | None


@dataclass(frozen=True, slots=True)
class Place(Record):
    """Where, at the precision that is named: `point city region country area`."""

    id: str | None
    name: str
    precision: str
    span: Span | None


@dataclass(frozen=True, slots=True)
class Trigger(Record):
    """The word that bears the act."""

    start: int
    end: int
    lemma: str

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Quantity(Record):
    """A count or measure that belongs to the event: `bound` is `exact about at_least at_most`; `unit` what is counted."""

    value: float
    unit: str
    bound: str
    span: Span


@dataclass(frozen=True, slots=True)
class Event(Record):
    """One act at one trigger. `plover` is the act itself, `status` whether it took place."""

    id: str
    source: tuple[Participant, ...]
    target: tuple[Participant, ...]
    plover: str
    mode: str | None
    contexts: tuple[str, ...]
    cameo: str | None
    quad: int
    score: float
    status: Status
    date: EventDate | None
    place: Place | None
    trigger: Trigger
    evidence: Span
    quantities: tuple[Quantity, ...]
    statement: str | None
    confidence: float
    rule: str


@dataclass(frozen=True, slots=True)
class CodedRelation(Record):
    """What a sentence says that a given source does to a given target (`code_relation`)."""

    plover: str
    quad: int
    status: Status
    trigger: Trigger
