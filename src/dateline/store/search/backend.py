"""What the index asks of one kind of database."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from sqlalchemy import Connection, Engine, Select

from dateline.store.search.expressions import Condition

LAST_NUMBER = (1 << 62) - 1


@dataclass(frozen=True, slots=True)
class Stored:
    """A page in the index: its number, and the token strings of title, body and fields."""

    number: int
    title: str
    body: str
    fields: str


@dataclass(frozen=True, slots=True)
class Match:
    """A page that was found: its number, and the token strings of title and body, which its rank is reckoned from."""

    number: int
    title: str
    body: str


@dataclass(frozen=True, slots=True)
class Reach:
    """Which pages come into question: numbers from `first` to `last`, and those that each of the queries in `within` gives."""

    first: int = 0
    last: int = LAST_NUMBER
    within: tuple[Select[Any], ...] = field(default=())


class Backend(Protocol):
    """What SQLite and PostgreSQL do each in its own way. All but `scrub` happens inside the caller's transaction."""

    def create(self, connection: Connection) -> None:
        """Makes the table of pages where it is not there."""

    def write(self, connection: Connection, rows: Sequence[Stored]) -> None:
        """Adds pages that are not there yet."""

    def held(self, connection: Connection, numbers: Sequence[int]) -> list[int]:
        """Which of some pages are there."""

    def delete(self, connection: Connection, numbers: Sequence[int]) -> None:
        """Takes pages out, so that no search finds them."""

    def purge(self, connection: Connection) -> None:
        """Merges away the tokens of what was taken out."""

    def scrub(self, engine: Engine) -> None:
        """Clears what the database keeps beside its tables; outside any transaction."""

    def newest(self, connection: Connection, asked: Condition, reach: Reach, limit: int) -> list[Match]:
        """The newest pages that fulfil a condition, newest first."""

    def newest_numbers(self, connection: Connection, asked: Condition, reach: Reach, limit: int) -> list[int]:
        """The numbers of the same pages, without their strings."""

    def numbers_query(self, asked: Condition) -> Select[tuple[int]]:
        """The numbers of all pages that fulfil a condition, as part of another question."""
