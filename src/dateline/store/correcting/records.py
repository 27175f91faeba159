"""What a person says of a row that was read otherwise, and how it is listed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from dateline.model.codec import Record
from dateline.store.queries.records import short_reference


class Subject(StrEnum):
    """What is decided about: a report of an event, a statement, a mention of somebody, or a fact of a story."""

    EVENT = "event"
    STATEMENT = "statement"
    MENTION = "mention"
    FACT = "fact"


class Standing(StrEnum):
    """Whether a decision holds. An orphan would hold, but its words or its row are no longer on the page; or it was found right, and says
    something else now."""

    IN_FORCE = "in_force"
    ORPHAN = "orphan"
    UNDONE = "undone"


FIELDS = {
    Subject.EVENT: ("root", "mode", "status", "source", "target", "date", "place"),
    Subject.STATEMENT: ("speaker", "type"),
    Subject.MENTION: ("actor",),
    Subject.FACT: (),
}
"""What can be changed."""


@dataclass(frozen=True, slots=True)
class FieldValue(Record):
    """A value of a field. `text` is the word or name; of somebody `id state code role kind` say who it is, of a place `id` and `precision`, of a
    date `precision`."""

    text: str
    id: str | None = None
    state: str | None = None
    code: str | None = None
    role: str | None = None
    kind: str | None = None
    precision: str | None = None

    @property
    def words(self) -> str:
        """The value as people read it."""
        known = self.code or self.id
        return f"{self.text} ({known})" if known else self.text


@dataclass(frozen=True, slots=True)
class FieldChange(Record):
    """A field as it was and as it is to be; no value where nothing stands there."""

    field: str
    before: tuple[FieldValue, ...]
    after: tuple[FieldValue, ...]


@dataclass(frozen=True, slots=True)
class Anchor(Record):
    """Words of a page, by which a row is known again: the trigger of an event, what was said, the words of a mention. `before` and `after` are the letters
    around them; `start` and `end` where they stood."""

    start: int
    end: int
    words: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Correction(Record):
    """One decision about a row, as it stands in the log. `article` and `id` are those of the day on which it was made. `is_nothing` says that there is no such
    event or statement, or that nobody is named; `whole_page` that a change of a mention is one of all mentions that stood for the same; `is_right` that the row
    is right as it is: `changes` are then the values that it has, which stay."""

    SCHEMA: ClassVar[str] = "dateline.correction/1"

    subject: Subject
    article: str
    id: str
    anchor: Anchor
    changes: tuple[FieldChange, ...]
    is_nothing: bool
    whole_page: bool
    note: str | None
    why: str
    by: str
    at: str
    is_right: bool = False

    @property
    def act(self) -> str:
        """What is done: `accept change nothing flag`."""
        if self.is_right:
            return "accept"
        return "nothing" if self.is_nothing else "change" if self.changes else "flag"


@dataclass(frozen=True, slots=True)
class Undoing(Record):
    """A decision that an earlier one, by its number, holds no longer."""

    SCHEMA: ClassVar[str] = "dateline.undoing/1"

    undoes: int
    why: str
    by: str
    at: str


@dataclass(frozen=True, slots=True)
class CorrectionRow(Record):
    """A decision as it is listed. `subject` is `event statement mention fact story actor`, `act` is `accept change nothing flag`, of stories `merge split move`, of actors `merge`. `article` and `id` lead to the
    row as it is now, null where it is not there. `fields`, `before` and `after` are of one length."""

    number: int
    standing: str
    subject: str
    act: str
    article: str | None
    id: str | None
    words: str | None
    fields: tuple[str, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]
    note: str | None
    why: str | None
    by: str | None
    at: str | None
    undone_by: int | None

    @property
    def row(self) -> str:
        """A short name of the row that it is about; empty where there is none."""
        return short_reference(self.article, self.id) if self.article and self.id else ""
