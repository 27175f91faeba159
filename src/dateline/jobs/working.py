"""What is done with a job: a feed is asked, or a page that could not be had is tried again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from random import Random
from typing import TypeVar

from sqlalchemy import Connection

from dateline.jobs.backoff import wait_after
from dateline.jobs.entries import entry_hash, feed_of, put_down, taken_up
from dateline.jobs.feeds import Feed, feed_at, note_failure, note_success
from dateline.jobs.gathering import FetchesSince, Gathered, gather, page_again
from dateline.jobs.instants import Clock
from dateline.jobs.queue import Job, Queue
from dateline.jobs.stopping import Stop
from dateline.jobs.told import FeedFailed, FeedRead, News, PageFailed, PageRead
from dateline.model import DatelineError, InputError, RawPage, Rejection
from dateline.store import AddReport
from dateline.store.holdings import Holdings
from dateline.store.ingest.adding import add_pages
from dateline.store.ingest.addresses import canonical
from dateline.store.inserting import shortened
from dateline.store.writer import sole_writer

T = TypeVar("T")

FEED, PAGE = "feed", "page"
KINDS = (FEED, PAGE)
"""Kinds of jobs of those who follow feeds."""


def key_of(kind: str, feed: str, what: str | int) -> str:
    """The key of a job about a feed: its kind, the feed, and which round or entry."""
    return f"{kind} {feed} {what}"


@dataclass(frozen=True, slots=True)
class HowToRead:
    """How pages are read: by how many processes, with how much care, and how many at most of a feed in a round."""

    workers: int | None = None
    tier: str = "accurate"
    limit: int = 100


@dataclass(frozen=True, slots=True)
class Worker:
    """Does jobs, one after the other. What a job leaves behind is written in one transaction with the word that it is done, but for full
    batches of pages before, which the next attempt passes over. Intervals are counted from when the round `began`."""

    holdings: Holdings
    fetcher: FetchesSince
    how: HowToRead
    clock: Clock
    random: Random
    stop: Stop
    began: datetime

    def do(self, job: Job) -> News | None:
        """Does a job, and says what came of it; None where its feed is no longer followed.

        Raises:
            LeaseLost: somebody else has it by now.
            CollectionError: `locked disk_full` and others; nothing of what belongs together was written.
        """
        with self.holdings.database.reading() as connection:
            feed = feed_at(connection, feed_of(job.payload))
        if feed is None:
            self._write(lambda queue, _: queue.done(job))
            return None
        try:
            return self._ask(job, feed) if job.kind == FEED else self._try_page(job, feed)
        except DatelineError:
            raise
        except Exception as error:
            what = f"{feed.address}: a defect of dateline, report it with the feed ({type(error).__name__}: {error})."
            return self._failed(job, feed, what)

    def _ask(self, job: Job, feed: Feed) -> News:
        try:
            gathered = gather(feed, self.fetcher, self.how.limit, lambda: self.stop.is_asked)
        except InputError as error:
            return self._failed(job, feed, error.message)
        again: datetime | None = None

        def settle(queue: Queue, connection: Connection) -> None:
            nonlocal again
            if gathered.asked is None:
                queue.release(job)
                return
            queue.done(job)
            again = note_success(connection, feed, gathered.asked, self.began)
            self._offer_lost(queue, feed, gathered)

        report = self._add(job, gathered.pages, settle)
        return FeedRead(feed.address, gathered.entries, report, again)

    def _offer_lost(self, queue: Queue, feed: Feed, gathered: Gathered) -> None:
        for entry in gathered.lost:
            later = self.clock() + wait_after(1, self.random)
            key = key_of(PAGE, feed.address, entry_hash(entry))
            address = shortened(canonical(entry.url)) if entry.url else None
            queue.offer(PAGE, key, put_down(entry, feed.address), later, address=address)

    def _try_page(self, job: Job, feed: Feed) -> News:
        entry = taken_up(job.payload)
        address = entry.url or feed.address
        try:
            page = page_again(entry, self.fetcher, feed.address)
        except InputError as error:
            return self._failed(job, feed, error.message)
        return PageRead(address, self._add(job, [page], lambda queue, _: queue.done(job)))

    def _failed(self, job: Job, feed: Feed, error: str) -> News:
        """Ends an attempt: a page is given up in the end, a feed never."""
        if job.kind == PAGE:
            address = taken_up(job.payload).url or feed.address
            again = self._write(lambda queue, _: queue.failed(job, error))
            return PageFailed(address, error, job.attempts + 1, again)
        next_time = self._write(
            lambda queue, connection: note_failure(
                connection, feed, error, self.clock(), queue.failed(job, error)
            )
        )
        return FeedFailed(feed.address, error, job.attempts + 1, next_time)

    def _add(
        self, job: Job, pages: Sequence[RawPage | Rejection], settle: Callable[[Queue, Connection], None]
    ) -> AddReport:
        """Adds pages, and settles the job with the last of them. When somebody asks to stop, what is being read is finished and kept, and the
        job is given back."""
        if not pages:
            self._write(settle)
            return AddReport(0)
        was_cut = False

        def given() -> Iterator[RawPage | Rejection]:
            nonlocal was_cut
            for page in pages:
                was_cut = self.stop.is_asked
                if was_cut:
                    return
                yield page

        def end(connection: Connection) -> None:
            queue = self._queue(connection)
            if was_cut:
                queue.release(job)
            else:
                settle(queue, connection)

        how = self.how
        with sole_writer(self.holdings.database):
            return add_pages(self.holdings, given(), workers=how.workers, tier=how.tier, finally_write=end)

    def _write(self, what: Callable[[Queue, Connection], T]) -> T:
        with self.holdings.database.writing() as connection:
            return what(self._queue(connection), connection)

    def _queue(self, connection: Connection) -> Queue:
        return Queue(connection, self.clock(), self.random, KINDS)
