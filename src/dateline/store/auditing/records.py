"""A sample that people check, its rows, and what somebody says of one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from dateline.model.codec import Record


class AuditKind(StrEnum):
    """What a sample is drawn from: reports of events, or statements."""

    EVENTS = "events"
    STATEMENTS = "statements"


class Verdict(StrEnum):
    """What somebody says of a row. `nothing` says that there is no such event or statement."""

    RIGHT = "right"
    WRONG = "wrong"
    NOTHING = "nothing"
    SKIPPED = "skipped"


FIELDS = {
    AuditKind.EVENTS: ("source", "target", "type", "status", "date", "place"),
    AuditKind.STATEMENTS: ("speaker", "content", "type"),
}
"""What is checked of a row."""


@dataclass(frozen=True, slots=True)
class Audit(Record):
    """A sample: `population` rows were let through by `filters` when it was made, and `drawn` of these were drawn; `rows` are still there,
    the others were taken back. `labels` counts by labeller, those that were skipped left out."""

    name: str
    kind: AuditKind
    filters: dict[str, str | list[str] | None]
    seed: int
    population: int
    drawn: int
    rows: int
    made: str
    labels: dict[str, int]


@dataclass(frozen=True, slots=True)
class Mark(Record):
    """Words of the sentence that a field rests on; offsets count from its beginning."""

    field: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class AuditRow(Record):
    """A row as it was coded when the sample was drawn, with the sentence that it rests on and those around it. `start` is where the sentence
    begins in the text of the article; `coded` has the fields in words, empty where nothing is named."""

    number: int
    article: str
    id: str
    outlet: str | None
    title: str | None
    published: str | None
    before: str
    sentence: str
    after: str
    start: int
    marks: tuple[Mark, ...]
    coded: dict[str, str]


@dataclass(frozen=True, slots=True)
class Fault(Record):
    """A field that is wrong, and what would be right: empty where nothing should stand there, null where nobody said."""

    field: str
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Label(Record):
    """What somebody says of a row; faults only where it is wrong."""

    SCHEMA: ClassVar[str] = "dateline.audit_label/1"

    verdict: Verdict
    faults: tuple[Fault, ...] = ()
