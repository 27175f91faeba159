"""What people say and ask about feeds: which to follow, how they do, and what was given up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from random import Random
from typing import ClassVar

from dateline.jobs.entries import feed_of, taken_up
from dateline.jobs.feed_lists import Wanted
from dateline.jobs.feeds import FeedState, feed_states, follow_feed, unfollow_feed
from dateline.jobs.instants import Clock, system_clock, written
from dateline.jobs.queue import DeadLetter, Queue
from dateline.jobs.working import FEED, KINDS, PAGE, key_of
from dateline.model.codec import Record
from dateline.store import Collection


@dataclass(frozen=True, slots=True)
class GivenUp(Record):
    """A job that failed too often. `kind` is `feed` or `page`, `address` what could not be had, `feed` where it was named, `attempts` how
    often it was tried, `error` why it failed the last time, at the instant `when`, in UTC."""

    SCHEMA: ClassVar[str] = "dateline.given_up/1"

    id: int
    kind: str
    address: str
    feed: str
    attempts: int
    error: str
    when: str


def follow(
    collection: Collection,
    wanted: Iterable[Wanted],
    *,
    every: timedelta | None = None,
    clock: Clock = system_clock,
) -> None:
    """Adds feeds, each asked every 15 minutes where no interval is given; those that are there keep theirs then."""
    with collection.holdings.database.writing() as connection:
        for feed in wanted:
            follow_feed(connection, feed.address, feed.title, every, clock())


def unfollow(collection: Collection, address: str) -> bool:
    """Drops a feed with what waits for it; its articles stay. False where it was not followed."""
    with collection.holdings.database.writing() as connection:
        was_there = unfollow_feed(connection, address)
        queue = Queue(connection, system_clock(), Random(), KINDS)
        for kind in (FEED, PAGE):
            queue.drop(key_of(kind, address, ""))
        return was_there


def feeds(collection: Collection) -> list[FeedState]:
    """How all feeds do."""
    with collection.holdings.database.reading() as connection:
        return feed_states(connection)


def given_up(collection: Collection) -> list[GivenUp]:
    """What failed too often, oldest first."""
    with collection.holdings.database.reading() as connection:
        return [
            _given_up(letter) for letter in Queue(connection, system_clock(), Random(), KINDS).dead_letters()
        ]


def retry(collection: Collection, id: int) -> bool:
    """Lets something that was given up be tried again, from the beginning; False where nothing has that number."""
    with collection.holdings.database.writing() as connection:
        return Queue(connection, system_clock(), Random(), KINDS).retry(id)


def _given_up(letter: DeadLetter) -> GivenUp:
    feed = feed_of(letter.payload)
    address = (taken_up(letter.payload).url if letter.kind == PAGE else None) or feed
    return GivenUp(letter.id, letter.kind, address, feed, letter.attempts, letter.error, written(letter.when))
