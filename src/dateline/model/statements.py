"""What people are reported to have said or thought."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dateline.model.codec import Record
from dateline.model.span import Span


class StatementType(StrEnum):
    """How the words are given (codebook section 4)."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"
    ATTITUDE = "attitude"


@dataclass(frozen=True, slots=True)
class Party(Record):
    """Who said something, or to whom. `spans` are the words that name them, empty where they are carried over."""

    actor: str | None
    name: str
    state: str | None
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Channel(Record):
    """How the words reached the page, where the page says so (codebook section 4, rule 11). `language` is ISO 639-1."""

    kind: str
    name: str | None
    language: str | None
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Statement(Record):
    """An utterance or attitude that the page ascribes to someone. `continues` names an earlier statement of the page."""

    id: str
    type: StatementType
    speaker: Party | None
    cue: Span | None
    content: tuple[Span, ...]
    addressee: Party | None
    channel: Channel | None
    act: str | None
    continues: str | None
