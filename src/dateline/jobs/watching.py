"""Following feeds: those that are due become jobs, and jobs are done one after the other, round after round."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random

from sqlalchemy import Connection

from dateline.jobs.feeds import due_feeds, feed_states
from dateline.jobs.gathering import FetchesSince
from dateline.jobs.instants import Clock, instant_of, system_clock
from dateline.jobs.queue import Job, LeaseLost, Queue
from dateline.jobs.rounds import go_on, take_up
from dateline.jobs.stopping import Stop
from dateline.jobs.told import News
from dateline.jobs.working import FEED, KINDS, HowToRead, Worker, key_of
from dateline.model import CollectionError
from dateline.store import Collection
from dateline.store.holdings import Holdings
from dateline.store.writer import Lock, held, is_held

_LEASE = timedelta(hours=2).total_seconds()
_SHORTEST_SLEEP, _LONGEST_SLEEP = 1.0, 60.0
_WATCHER = Lock("watch", 4_207_201_127, "another process follows its feeds, and one is enough")

Fetching = Callable[[], AbstractContextManager[FetchesSince]]
"""Makes who gets pages, anew for each round, so that the robots.txt of a site is asked for once a round."""


def is_followed(collection: Collection) -> bool:
    """Whether a process follows the feeds at this moment."""
    return is_held(collection.holdings.database, _WATCHER)


def _nobody(_: News) -> None:
    """Where nobody wants to hear."""


@dataclass(slots=True)
class Watch:
    """Follows the feeds of a collection.

    One process does so at a time: a second would ask the same servers, and could not write meanwhile. Others may read, and add pages
    between two feeds. What was killed at any moment goes on from there: a job is done only together with all that it brings.

    Args:
        random: by which pauses after failures differ.
        told: hears what came of each job.
    """

    collection: Collection
    fetching: Fetching
    how: HowToRead = field(default_factory=HowToRead)
    clock: Clock = system_clock
    random: Random = field(default_factory=Random)
    told: Callable[[News], None] = _nobody
    stop: Stop = field(default_factory=Stop)

    def once(self) -> None:
        """One round: each feed that is due, or nearly so, is asked.

        Raises:
            CollectionError: `locked`, when another process follows the feeds or writes; `disk_full` and others. What was written stays.
        """
        with self._alone() as holdings:
            self._round(holdings, is_early=True)

    def forever(self) -> None:
        """Round after round, until somebody asks to stop. While another process writes, it waits.

        Raises:
            CollectionError: `locked`, when another process follows the feeds; `disk_full` and others. What was written stays.
        """
        with self._alone() as holdings:

            def one_round() -> float:
                self._round(holdings, is_early=False)
                return self._pause(holdings)

            go_on(one_round, self.stop, self.told)

    @contextmanager
    def _alone(self) -> Iterator[Holdings]:
        holdings = self.collection.holdings
        with held(holdings.database, _WATCHER):
            yield holdings

    def _round(self, holdings: Holdings, *, is_early: bool) -> None:
        began = self.clock()
        with holdings.database.writing() as connection:
            self._begin(connection, began, is_early=is_early)
        with self.fetching() as fetcher:
            worker = Worker(holdings, fetcher, self.how, self.clock, self.random, self.stop, began)
            while not self.stop.is_asked and (job := self._lease(holdings, began)):
                self._do(worker, holdings, job)

    def _begin(self, connection: Connection, began: datetime, *, is_early: bool) -> None:
        """Makes jobs of feeds that are due; the key of a job holds the round of its feed, so that it is there once."""
        queue = self._queue(connection)
        take_up(connection, queue, began, self.told)
        for feed in due_feeds(connection, began, is_early=is_early):
            queue.offer(FEED, key_of(FEED, feed.address, feed.rounds), json.dumps({"feed": feed.address}))

    def _lease(self, holdings: Holdings, began: datetime) -> Job | None:
        with holdings.database.writing() as connection:
            return self._queue(connection).lease(_LEASE, due_by=began)

    def _do(self, worker: Worker, holdings: Holdings, job: Job) -> None:
        try:
            news = worker.do(job)
        except LeaseLost:
            return
        except CollectionError as error:
            if error.code == "locked":
                with holdings.database.writing() as connection:
                    self._queue(connection).release(job)
            raise
        if news is not None:
            self.told(news)

    def _pause(self, holdings: Holdings) -> float:
        """Seconds until something is due, at most a minute: the clock may be set, and feeds may be added meanwhile."""
        with holdings.database.reading() as connection:
            feeds = [instant_of(feed.next) for feed in feed_states(connection) if feed.next]
            waiting = self._queue(connection).next_due()
        now = self.clock()
        ahead = [due for due in feeds if due > now]  # of the others a job waits
        soonest = min(
            [*ahead, waiting] if waiting else ahead, default=now + timedelta(seconds=_LONGEST_SLEEP)
        )
        return min(max((soonest - now).total_seconds(), _SHORTEST_SLEEP), _LONGEST_SLEEP)

    def _queue(self, connection: Connection) -> Queue:
        return Queue(connection, self.clock(), self.random, KINDS)
