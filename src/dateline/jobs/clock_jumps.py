"""A clock that went back: what waits for a later time is brought back by as much."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Connection, insert, select, update

from dateline.jobs.instants import instant_of, written
from dateline.store.tables import ALERTS, CLOCK, FEEDS, JOBS

_NAME = "jobs"
_TOLERANCE = timedelta(minutes=1)


def settle_clock(connection: Connection, now: datetime) -> timedelta | None:
    """Compares the time with the latest that was seen, and says how far the clock went back, if it did.

    Without this, work that is due "at 12:15" would wait for hours when the clock goes back from 12 to 9. A clock that goes forward
    needs nothing: what is due is due once, however many rounds it would have been.
    """
    found = connection.execute(select(CLOCK.c.latest).where(CLOCK.c.name == _NAME)).scalar()
    latest = instant_of(found) if found else None
    if latest is None:
        connection.execute(insert(CLOCK).values(name=_NAME, latest=written(now)))
        return None
    back = latest - now
    if timedelta(0) <= back <= _TOLERANCE:
        return None
    connection.execute(update(CLOCK).where(CLOCK.c.name == _NAME).values(latest=written(now)))
    if back < timedelta(0):
        return None
    _bring_back(connection, now, back)
    return back


def _bring_back(connection: Connection, now: datetime, back: timedelta) -> None:
    """Moves the instants that lie ahead; those of the past stay."""
    later = written(now)
    for table, key, names in (
        (JOBS, JOBS.c.id, ("not_before", "lease_until")),
        (FEEDS, FEEDS.c.address, ("next",)),
        (ALERTS, ALERTS.c.id, ("next",)),
    ):
        for name in names:
            column = table.c[name]
            for row in connection.execute(select(key, column).where(column > later)).all():
                moved = written(instant_of(row[1]) - back)
                connection.execute(update(table).where(key == row[0]).values({name: moved}))
    connection.execute(update(FEEDS).where(FEEDS.c.last > later).values(last=later))
    connection.execute(update(JOBS).where(JOBS.c.finished > later).values(finished=later))
    connection.execute(update(JOBS).where(JOBS.c.made > later).values(made=later))
