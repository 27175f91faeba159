"""How much the tables hold, from whom, and how old it is."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from dateline.knowledge.knowledge import Knowledge
from dateline.knowledge.overlay_rows import KEYS
from dateline.knowledge.overlays import Layer
from dateline.knowledge.tables import rows_of
from dateline.model.codec import Record

_WITHOUT_OVERLAY = ("cities", "name_classes", "nicknames", "letters", "name_parts")


@dataclass(frozen=True, slots=True)
class Stock(Record):
    """Rows of a table: packaged, those of them written from memory, and rows of overlays; `as_of` is the latest check of a row."""

    table: str
    packaged: int
    from_memory: int
    refreshed: int
    own: int
    as_of: str


def stock_of(tables: Knowledge) -> list[Stock]:
    """All tables, in the order of their names."""
    over = Counter(
        (table, row.layer) for table, row in tables.tables.overlaid() if f"/{table}.csv " in row.place
    )
    return [
        _stock(table, over[table, Layer.REFRESHED], over[table, Layer.USER])
        for table in sorted({*KEYS, *_WITHOUT_OVERLAY})
    ]


def _stock(table: str, refreshed: int, own: int) -> Stock:
    rows = [] if table == "watchlist" else list(rows_of(table))
    memory = sum((row.get("source") or "").partition(",")[0] == "memory" for row in rows)
    dates = (row.get("as_of") or "" for row in rows)
    return Stock(table, len(rows), memory, refreshed, own, max(dates, default=""))
