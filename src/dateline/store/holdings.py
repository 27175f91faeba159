"""What a collection is made of: its tables, the pages as they came in, the search index."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from sqlalchemy import Connection

from dateline.model import RawPage, Reading, Rejection
from dateline.store.database import Database
from dateline.store.raw import RawPages

Values = dict[str, str | int | float | bytes | bool | None]
"""The columns of a row that is to be written."""


class ReadMany(Protocol):
    """Reads pages in order: one result for each, `dateline.read_many`."""

    def __call__(
        self, sources: Iterable[RawPage], *, workers: int | None, tier: str
    ) -> Iterator[Reading | Rejection]: ...


class Index(Protocol):
    """A search index beside the tables, written in the same transaction as they are."""

    def create(self, connection: Connection) -> None:
        """Make what it needs where that is missing."""
        ...

    def add(self, connection: Connection, articles: Sequence[tuple[int, Reading]]) -> None:
        """Take in articles, by their numbers."""
        ...

    def drop(self, connection: Connection, numbers: Sequence[int]) -> None:
        """Take out articles that others took the place of."""
        ...

    def remove(self, connection: Connection, numbers: Sequence[int]) -> None:
        """Forget articles without a trace."""
        ...

    def count(self, connection: Connection) -> int:
        """How many articles it holds."""
        ...


@dataclass(frozen=True, slots=True)
class Holdings:
    """The parts of a collection that is open."""

    database: Database
    raw_pages: RawPages
    indexes: tuple[Index, ...]
    read_many: ReadMany
