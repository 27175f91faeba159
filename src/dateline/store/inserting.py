"""Many rows at a time into a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeVar

from sqlalchemy import Connection, Table

from dateline.store.holdings import Values

T = TypeVar("T")
_AT_ONCE = 500


def insert_rows(connection: Connection, table: Table, rows: Iterable[Values]) -> None:
    """Writes rows. The letter NUL, which PostgreSQL cannot hold in text, becomes the sign for a letter that is lost."""
    waiting = iter(rows)
    while batch := [_writable(row) for row in islice(waiting, _AT_ONCE)]:
        connection.execute(table.insert(), batch)


def in_parts(numbers: Sequence[T]) -> Iterator[Sequence[T]]:
    """A long list in pieces that a query can take."""
    for start in range(0, len(numbers), _AT_ONCE):
        yield numbers[start : start + _AT_ONCE]


def _writable(row: Values) -> Values:
    return {key: value.replace("\0", "�") if isinstance(value, str) else value for key, value in row.items()}
