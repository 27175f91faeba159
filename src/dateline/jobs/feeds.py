"""The feeds that are followed, as their rows say."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, ClassVar

from sqlalchemy import Connection, Row, delete, insert, select, update

from dateline.jobs.instants import instant_of, written
from dateline.model.codec import Record
from dateline.sources import Validators
from dateline.store.tables import FEEDS

USUAL = timedelta(minutes=15)
"""How often a feed is asked where nobody says it."""

_AFTER_DEATH = timedelta(hours=6)
"""How long a feed rests after a job of it was given up."""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed, and what is remembered of it: `entries` are the hashes of the entries that were seen to."""

    address: str
    every: timedelta
    rounds: int
    validators: Validators
    entries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FeedState(Record):
    """How a feed does: `last` is when it was last asked with an answer that could be read, `next` when it is due, `failures` how often in a
    row it failed since, `error` why. Instants are in UTC, `every` in seconds."""

    SCHEMA: ClassVar[str] = "dateline.feed/1"

    address: str
    title: str | None
    every: int
    last: str | None
    next: str | None
    failures: int
    error: str | None


@dataclass(frozen=True, slots=True)
class Asked:
    """What an answer leaves behind with its feed."""

    validators: Validators
    entries: Sequence[str]
    title: str | None


def follow_feed(
    connection: Connection, address: str, title: str | None, every: timedelta | None, now: datetime
) -> None:
    """Adds a feed, due at once. One that is followed already goes on as before, with another interval where one is given."""
    found = connection.execute(select(FEEDS.c.every, FEEDS.c.last).where(FEEDS.c.address == address)).first()
    if found is None:
        seconds = int((every or USUAL).total_seconds())
        row = {"address": address, "title": title, "every": seconds, "next": written(now)}
        connection.execute(insert(FEEDS).values(**row, rounds=0, entries="[]", failures=0))
    elif every is not None and found.every != every.total_seconds():
        values: dict[str, str | int] = {"every": int(every.total_seconds())}
        if found.last is not None:
            values["next"] = written(instant_of(found.last) + every)
        connection.execute(update(FEEDS).where(FEEDS.c.address == address).values(values))


def unfollow_feed(connection: Connection, address: str) -> bool:
    """Drops a feed; False where it was not followed."""
    return connection.execute(delete(FEEDS).where(FEEDS.c.address == address)).rowcount == 1


def due_feeds(connection: Connection, now: datetime, *, is_early: bool = False) -> list[Feed]:
    """The feeds that are due, in the order of their addresses; with `is_early` also those that are due within a tenth of their interval,
    since one who asks in the same rhythm is now and then a second early."""
    feeds = []
    for row in connection.execute(select(FEEDS).order_by(FEEDS.c.address)):
        slack = timedelta(seconds=row.every / 10) if is_early else timedelta(0)
        if row.next is None or instant_of(row.next) - slack <= now:
            feeds.append(_feed(row))
    return feeds


def feed_at(connection: Connection, address: str) -> Feed | None:
    """The feed of an address; None where it is not followed."""
    row = connection.execute(select(FEEDS).where(FEEDS.c.address == address)).first()
    return None if row is None else _feed(row)


def feed_states(connection: Connection) -> list[FeedState]:
    """All feeds, in the order of their addresses."""
    names = ("address", "title", "every", "last", "next", "failures", "error")
    rows = connection.execute(select(*(FEEDS.c[name] for name in names)).order_by(FEEDS.c.address))
    return [FeedState(*row) for row in rows]


def note_success(connection: Connection, feed: Feed, asked: Asked, now: datetime) -> datetime:
    """Writes what an answer leaves behind, and says when the feed is due again."""
    again = now + feed.every
    values: dict[str, str | int | None] = {
        "etag": asked.validators.etag,
        "last_modified": asked.validators.last_modified,
        "entries": json.dumps(list(asked.entries)),
        "last": written(now),
        "next": written(again),
        "rounds": feed.rounds + 1,
        "failures": 0,
        "error": None,
    }
    if asked.title:
        values["title"] = asked.title.replace("\0", "�")
    connection.execute(update(FEEDS).where(FEEDS.c.address == feed.address).values(values))
    return again


def note_failure(
    connection: Connection, feed: Feed, error: str, now: datetime, again: datetime | None
) -> datetime:
    """Writes that a feed failed. `again` is when its job is tried again; without it the job is dead, the feed rests, and then begins
    anew. Says when it is tried again."""
    values: dict[Any, Any] = {FEEDS.c.failures: FEEDS.c.failures + 1, FEEDS.c.error: error}
    rested = now + max(feed.every, _AFTER_DEATH)
    if again is None:
        values |= {FEEDS.c.next: written(rested), FEEDS.c.rounds: feed.rounds + 1}
    connection.execute(update(FEEDS).where(FEEDS.c.address == feed.address).values(values))
    return again or rested


def _feed(row: Row[*tuple[Any, ...]]) -> Feed:
    validators = Validators(row.etag, row.last_modified)
    entries = tuple(json.loads(row.entries))
    return Feed(row.address, timedelta(seconds=row.every), row.rounds, validators, entries)
