"""Months whose part of the mart has changed."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, select

from dateline.store.inserting import in_parts, insert_rows
from dateline.store.tables import ARTICLES, DIRTY_MONTHS

UNDATED = "undated"


def month_of(day: str | None) -> str:
    """The month of a day, or `undated`."""
    return day[: len("2024-03")] if day else UNDATED


def note_months(connection: Connection, numbers: Sequence[int]) -> None:
    """Notes the months of some articles as changed."""
    months = {
        month_of(day)
        for part in in_parts(numbers)
        for day in connection.execute(
            select(ARTICLES.c.published_day).where(ARTICLES.c.number.in_(part))
        ).scalars()
    }
    known = set(connection.execute(select(DIRTY_MONTHS.c.month)).scalars())
    insert_rows(connection, DIRTY_MONTHS, ({"month": month} for month in sorted(months - known)))
