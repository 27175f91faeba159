"""What follows from an article, made anew after a decision about it."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, exists, select, update

from dateline.store.correcting.reading_back import corrected_readings
from dateline.store.grouping.regrouping import retell
from dateline.store.holdings import Holdings
from dateline.store.ingest.article_rows import delete_rows, write_rows
from dateline.store.ingest.months import note_months
from dateline.store.tables import ARTICLES, EVENTS, REPORTS, STATEMENTS

_AT_ONCE = 200
"""Articles whose readings are held at once."""


def renew(holdings: Holdings, connection: Connection, numbers: Sequence[int]) -> None:
    """Writes the rows of some articles, their places in the index, their stories and the events across reports anew."""
    for first in range(0, len(numbers), _AT_ONCE):
        part = numbers[first : first + _AT_ONCE]
        told = corrected_readings(connection, part)
        delete_rows(connection, part)
        write_rows(connection, list(told.items()))
        for index in holdings.indexes:
            index.drop(connection, part)
            index.add(connection, [(number, one.reading) for number, one in told.items()])
    retell(connection, numbers)


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
