"""The tables and columns that questions in SQL may read, with what they say."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from sqlalchemy import LargeBinary

from dateline.store.tables import METADATA

NAMES = (
    "events", "event_participants", "reports", "participants", "statements", "articles", "article_actors", "actor_counts", "stories",
    "story_articles", "facts", "positions", "rollups", "runs", "run_inputs", "rejections",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ListedColumn:
    """A column: its type in SQL, and what it says where the name does not."""

    name: str
    type: str
    says: str


@dataclass(frozen=True, slots=True)
class ListedTable:
    """A table that may be read. Columns that hold whole records are left out, and give null."""

    name: str
    says: str
    columns: tuple[ListedColumn, ...]


@cache
def listed_tables() -> tuple[ListedTable, ...]:
    """All tables that may be read."""
    said = _said()
    return tuple(
        ListedTable(
            name,
            said[name, ""],
            tuple(
                ListedColumn(column.name, str(column.type).lower(), said.get((name, column.name), ""))
                for column in METADATA.tables[name].columns
                if not isinstance(column.type, LargeBinary)
            ),
        )
        for name in NAMES
    )


def _said() -> dict[tuple[str, str], str]:
    text = files("dateline.store.sql").joinpath("data", "says.csv").read_text(encoding="utf-8")
    return {(row["table"], row["column"]): row["says"] for row in csv.DictReader(text.splitlines())}
