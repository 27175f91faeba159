"""What follows from an article, made anew after a decision about it."""

from __future__ import annotations

from sqlalchemy import Connection, exists, select, update

from dateline.store.correcting.reading_back import corrected_readings
from dateline.store.grouping.regrouping import retell
from dateline.store.holdings import Holdings
from dateline.store.ingest.article_rows import delete_rows, write_rows
from dateline.store.ingest.months import note_months
from dateline.store.tables import ARTICLES, EVENTS, REPORTS, STATEMENTS


def renew(holdings: Holdings, connection: Connection, number: int) -> None:
    """Writes the rows of an article, its place in the index, its story and the events across reports anew."""
    told = corrected_readings(connection, [number])[number]
    delete_rows(connection, [number])
    write_rows(connection, [(number, told)])
    retell(connection, number)
    for index in holdings.indexes:
        index.drop(connection, [number])
        index.add(connection, [(number, told.reading)])


def mark(connection: Connection, number: int) -> None:
    """Notes in the rows of an article, and in its events, what people found right; nothing else follows from that."""
    by_hand = corrected_readings(connection, [number])[number].by_hand
    for table in (REPORTS, STATEMENTS):
        columns = table.c
        is_checked = columns.id.in_(sorted(by_hand.checked))
        connection.execute(update(table).where(columns.article == number).values(checked=is_checked))
    own = select(REPORTS.c.event).where(REPORTS.c.article == number)
    one_is = exists().where(REPORTS.c.event == EVENTS.c.id, REPORTS.c.checked)
    connection.execute(update(EVENTS).where(EVENTS.c.id.in_(own)).values(checked=one_is))
    first = select(EVENTS.c.first_article).where(EVENTS.c.id.in_(own))
    note_months(connection, [number, *connection.execute(first).scalars()])


def current_of(connection: Connection, lineage: str | None) -> int | None:
    """The number of the current version of a page, where there is one."""
    columns = ARTICLES.c
    found = select(columns.number).where(columns.lineage == lineage, columns.is_current)
    number: int | None = connection.execute(found).scalar()
    return number
