"""Who is named in a text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from dateline.model.codec import Record
from dateline.model.language import Token
from dateline.model.span import Span


class ActorKind(StrEnum):
    """What sort of thing acts, or is named. `state` covers territories; `organisation` bodies, blocs and initiatives."""

    PERSON = "person"
    STATE = "state"
    ORGANISATION = "organisation"
    PARTY = "party"
    ARMED_GROUP = "armed_group"
    COMPANY = "company"
    OUTLET = "outlet"
    INITIATIVE = "initiative"
    PLACE = "place"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class Candidate(Record):
    """Who a surface form may stand for on a day. `actor` is a Wikidata id, or `dl-...`; `role` is the office of that day.

    `start` and `end` bound that office or membership (ISO, null where open); `why` says which row and rule gave it.
    """

    actor: str
    name: str
    kind: ActorKind
    state: str | None
    role: str | None
    code: str | None
    start: str | None = None
    end: str | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Mention(Record):
    """Words that name or stand for an actor. `actor` is never guessed: null where nobody is named."""

    id: str
    start: int
    end: int
    text: str
    kind: ActorKind
    actor: str | None
    name: str
    role: str | None
    state: str | None

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Relation(Record):
    """A standing relation that the page states: `member_of observer_of part_of ally_of`."""

    subject: str
    relation: str
    object: str
    span: Span | None


class Mentions(Protocol):
    """Looks up the mentions of a page by place."""

    def at(self, span: tuple[int, int]) -> Mention | None:
        """The mention that names the head of a stretch of words, or None."""
        ...

    def within(self, span: tuple[int, int]) -> Iterable[Mention]:
        """All mentions inside a stretch, in order."""
        ...

    def of_token(self, token: Token) -> Mention | None:
        """The mention whose head is a token of a parse, or None."""
        ...

    def all_of(self, token: Token) -> Sequence[Mention]:
        """All mentions that a word stands for: several for "they" and "the two leaders"."""
        ...

    def code_of(self, mention: Mention) -> str | None:
        """State or kind and sectors of a mention, as `Participant.code`."""
        ...
