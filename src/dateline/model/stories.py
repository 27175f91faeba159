"""Readings of the same event, compared."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from dateline.model.codec import Record
from dateline.model.span import Span


class Support(StrEnum):
    """How well a fact is supported (codebook section 9)."""

    CORROBORATED = "corroborated"
    SINGLE_SOURCE = "single_source"
    CONFLICTING = "conflicting"


class Stance(StrEnum):
    """What one report does with a fact."""

    REPORTS = "reports"
    DIFFERS = "differs"
    OMITS = "omits"


class FactKind(StrEnum):
    """What a fact is about."""

    EVENT = "event"
    QUANTITY = "quantity"
    DATE = "date"
    PLACE = "place"
    PARTICIPANT = "participant"
    STATUS = "status"


VALUED = frozenset((FactKind.QUANTITY, FactKind.DATE, FactKind.PLACE, FactKind.PARTICIPANT))
"""Facts to which each report gives a value of a few words: it belongs beside them, whatever their support."""


class Wording(StrEnum):
    """How two renderings of one utterance relate (codebook section 10)."""

    SAME_WORDING = "same_wording"
    REWORDED = "reworded"
    OTHER_TRANSLATION = "other_translation"


@dataclass(frozen=True, slots=True)
class ChainEdge(Record):
    """From the original to the copy: an article id, or `outlet:NAME` where the original was not read.

    `relation`: `republished copy cut adapted` (one family), `passage quotes` (independent). `passages` pairs the shared
    stretches: (span in the original, span in the copy).
    """

    from_: str
    to: str
    relation: str
    passages: tuple[tuple[Span, Span], ...]


@dataclass(frozen=True, slots=True)
class Position(Record):
    """One article's stance on a fact: `value` as the page has it, `normal` its normal form."""

    article: str
    stance: Stance
    value: str | None
    normal: str | None
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Fact(Record):
    """Something that the reports can agree or differ on.

    The spans of a position on an `event` fact are the `evidence` of the coded events that report it.
    """

    id: str
    kind: FactKind
    text: str
    support: Support
    positions: tuple[Position, ...]


@dataclass(frozen=True, slots=True)
class StatementRef(Record):
    """A statement of an article."""

    article: str
    statement: str


@dataclass(frozen=True, slots=True)
class ClosestWording(Record):
    """The rendering nearest to the words as spoken, and why."""

    article: str
    statement: str
    why: str


@dataclass(frozen=True, slots=True)
class SegmentSide(Record):
    """One side of a pair of corresponding phrases."""

    article: str
    span: Span


@dataclass(frozen=True, slots=True)
class Segment(Record):
    """Two phrases that correspond."""

    a: SegmentSide
    b: SegmentSide


@dataclass(frozen=True, slots=True)
class Quotation(Record):
    """One utterance in several reports."""

    id: str
    speaker: str | None
    statements: tuple[StatementRef, ...]
    closest: ClosestWording
    segments: tuple[Segment, ...]
    relation: Wording


@dataclass(frozen=True, slots=True)
class Story(Record):
    """Reports of one occurrence. `independent` counts families of copies."""

    id: str
    headline: str
    articles: tuple[str, ...]
    reports: int
    outlets: int
    independent: int
    chain: tuple[ChainEdge, ...]
    facts: tuple[Fact, ...]
    quotations: tuple[Quotation, ...]
    related: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stories(Record):
    """All stories of a run."""

    SCHEMA: ClassVar[str] = "dateline.stories/1"

    stories: tuple[Story, ...]
