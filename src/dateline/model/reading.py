"""Everything that Dateline read out of one page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from dateline.model.actors import Mention, Relation
from dateline.model.codec import Record
from dateline.model.events import Event
from dateline.model.page import Article
from dateline.model.statements import Statement


@dataclass(frozen=True, slots=True)
class LanguageModel(Record):
    """Which parser read the page; `sha256` is of its weight files, null without a model."""

    name: str
    sha256: str | None


@dataclass(frozen=True, slots=True)
class Provenance(Record):
    """What made the reading: program version, tier, parser, and the date of the knowledge tables."""

    dateline: str
    tier: str
    language_model: LanguageModel
    knowledge: str


@dataclass(frozen=True, slots=True)
class Reading(Record):
    """A page read. Record ids (`m1 s1 e1`) are unique inside it; outside they are written `ARTICLE#e1`."""

    SCHEMA: ClassVar[str] = "dateline.reading/1"

    article: Article
    mentions: tuple[Mention, ...]
    statements: tuple[Statement, ...]
    events: tuple[Event, ...]
    relations: tuple[Relation, ...]
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Rejection(Record):
    """An input that could not be read: what, which, and what to do about it."""

    SCHEMA: ClassVar[str] = "dateline.rejection/1"

    source: str
    code: str
    message: str
    bytes_sha256: str | None
    place: str | None
