"""Months whose part of the mart has changed. An article belongs to the month of its number: that of publication, of an undated page that
in which it came in.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sqlalchemy import Connection, select

from dateline.store.ingest.article_rows import PLACES
from dateline.store.inserting import insert_rows
from dateline.store.tables import DIRTY_MONTHS


def month_of(number: int) -> str:
    """The month of an article: `2024-03`."""
    return date.fromordinal(number // PLACES).isoformat()[: len("2024-03")]


def numbers_in(month: str) -> tuple[int, int]:
    """The first and the last number that an article of a month can have."""
    year, which = map(int, month.split("-"))
    after = date(year + which // 12, which % 12 + 1, 1)
    return date(year, which, 1).toordinal() * PLACES, after.toordinal() * PLACES - 1


def note_months(connection: Connection, numbers: Iterable[int]) -> None:
    """Notes the months of some articles as changed."""
    known = set(connection.execute(select(DIRTY_MONTHS.c.month)).scalars())
    fresh = {month_of(number) for number in numbers} - known
    insert_rows(connection, DIRTY_MONTHS, ({"month": month} for month in sorted(fresh)))
