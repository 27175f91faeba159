"""Many rows at a time into a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from itertools import islice
from typing import TypeVar

from sqlalchemy import Connection, Table

from dateline.store.holdings import Values

T = TypeVar("T")
_AT_ONCE = 500
_LONGEST, _KEPT = 500, 400
_INDEXED = frozenset({"actor", "name", "outlet", "outlet_name", "speaker_actor", "speaker_name", "address"})
"""Columns whose values PostgreSQL cannot index beyond 2,700 bytes. Nobody's name is so long; a page may say so all the same."""


def insert_rows(connection: Connection, table: Table, rows: Iterable[Values]) -> None:
    """Writes rows, as `writable` makes them."""
    waiting = iter(rows)
    while batch := [writable(row) for row in islice(waiting, _AT_ONCE)]:
        connection.execute(table.insert(), batch)


def in_parts(numbers: Sequence[T]) -> Iterator[Sequence[T]]:
    """A long list in pieces that a query can take."""
    for start in range(0, len(numbers), _AT_ONCE):
        yield numbers[start : start + _AT_ONCE]


def writable(row: Values) -> Values:
    """A row as it is written: no letters that a database refuses, and no name too long for its index."""
    return {
        key: _text(value, key in _INDEXED) if isinstance(value, str) else value for key, value in row.items()
    }


def _text(value: str, is_indexed: bool) -> str:
    if "\0" in value:
        value = value.replace("\0", "�")
    if not value.isascii():
        value = value.encode("utf-8", "replace").decode(
            "utf-8"
        )  # halves of pairs, as in broken names of files
    return shortened(value) if is_indexed else value


def shortened(value: str) -> str:
    """A value of at most `_LONGEST` letters; of a longer one the beginning, and a hash that tells it from others."""
    if len(value) <= _LONGEST:
        return value
    return f"{value[:_KEPT]}… {sha256(value.encode('utf-8', 'replace')).hexdigest()[:16]}"
