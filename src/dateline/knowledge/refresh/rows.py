"""Rows of a snapshot: in the shape of the packaged tables."""

from __future__ import annotations

from functools import lru_cache

from dateline.knowledge.knowledge import Knowledge
from dateline.knowledge.overlay_rows import KEYS, TERMS
from dateline.knowledge.tables import Row

Rows = dict[str, list[Row]]
"""Rows by table."""


def known_row(tables: Knowledge, table: str, name: str, state: str) -> Row | None:
    """The row of a name and state that is in force."""
    return _by_name(tables, table).get((name, state))


@lru_cache(maxsize=16)
def _by_name(tables: Knowledge, table: str) -> dict[tuple[str, str], Row]:
    found: dict[tuple[str, str], Row] = {}
    for row in tables.tables.rows(table):
        found.setdefault((row["name"], row["state"]), row)
    return found


def add_rows(rows: Rows, more: Rows) -> None:
    """Puts rows of the same tables together."""
    for table, found in more.items():
        rows.setdefault(table, []).extend(found)


def settled(rows: Rows) -> Rows:
    """Rows in a fixed order, each once: of two with one key the first stays, as two classes may have one item."""
    found: Rows = {}
    for table, given in rows.items():
        kept: dict[tuple[str, ...], Row] = {}
        for row in given:
            key = tuple(row[column] for column in KEYS[table])
            dated = (row["start"],) if table in TERMS else ()
            kept.setdefault((*key, *dated), row)
        found[table] = [kept[key] for key in sorted(kept)]
    return found
