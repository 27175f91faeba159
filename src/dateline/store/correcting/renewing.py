"""All that follows from an article, made anew after a decision about it."""

from __future__ import annotations

from sqlalchemy import Connection, select

from dateline.store.correcting.reading_back import corrected_readings
from dateline.store.grouping.regrouping import retell
from dateline.store.holdings import Holdings
from dateline.store.ingest.article_rows import delete_rows, write_rows
from dateline.store.tables import ARTICLES


def renew(holdings: Holdings, connection: Connection, number: int) -> None:
    """Writes the rows of an article, its place in the index, its story and the events across reports anew."""
    told = corrected_readings(connection, [number])[number]
    delete_rows(connection, [number])
    write_rows(connection, [(number, told)])
    retell(connection, number)
    for index in holdings.indexes:
        index.drop(connection, [number])
        index.add(connection, [(number, told.reading)])


def renew_lineage(holdings: Holdings, connection: Connection, lineage: str | None) -> None:
    """The same for the current version of a page, where there is one."""
    columns = ARTICLES.c
    found = select(columns.number).where(columns.lineage == lineage, columns.is_current)
    number = connection.execute(found).scalar()
    if number is not None:
        renew(holdings, connection, number)
