"""Reads what was brought, one bringing after another, in a thread of its own."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from enum import StrEnum
from queue import Queue
from secrets import randbelow
from threading import Lock, Thread
from typing import Protocol

from dateline.jobs.bringing import note_bringing, note_end, note_reading
from dateline.model import CollectionError, DatelineError, RawPage, Rejection
from dateline.sources import Follower, Listener, load_pages
from dateline.store import AddReport, Collection
from dateline.web.screens.adding.receiving import Received

_MOST_WAITING, _KEPT = 8, 100
_FIRST, _MANY = 100_000_000, 900_000_000
"""Numbers of nine digits by chance: one of a server that ended is not that of another bringing."""
_PATIENCE, _PAUSE = 120.0, 2.0
"""Seconds to wait for another process that writes, and between two tries."""


class State(StrEnum):
    """How far a bringing is."""

    WAITING = "waiting"
    READING = "reading"
    DONE = "done"
    FAILED = "failed"


class Fetching(Protocol):
    """Makes somebody who fetches addresses."""

    def __call__(self, note: Callable[[str], None], stack: ExitStack) -> Follower: ...


@dataclass(slots=True)
class Bringing:
    """Pages on their way in. `count` is how many files and addresses came, `notes` what people should know beside rejections."""

    number: int
    received: Received
    state: State = State.WAITING
    report: AddReport = field(default_factory=lambda: AddReport(0))
    notes: list[str] = field(default_factory=list)
    fault: str | None = None

    def as_now(self) -> Bringing:
        """How it stands at this moment, whatever the thread does next; the state is looked at first, which is set last."""
        return replace(self, notes=list(self.notes))

    @property
    def is_over(self) -> bool:
        """Whether nothing more will come of it."""
        return self.state in (State.DONE, State.FAILED)


class Reader:
    """The queue of what was brought, and what became of the latest hundred."""

    def __init__(self, collection: Collection, fetching: Fetching) -> None:
        self._collection = collection
        self._fetching = fetching
        self._waiting: Queue[Bringing] = Queue(_MOST_WAITING)
        self._known: OrderedDict[int, Bringing] = OrderedDict()
        self._lock = Lock()
        self._thread: Thread | None = None

    def take(self, received: Received) -> Bringing | None:
        """Notes pages in the collection and puts them into the queue; None where it is full."""
        with self._lock:
            if self._waiting.full():
                return None
            bringing = Bringing(_FIRST + randbelow(_MANY), received)
            note_bringing(
                self._collection, bringing.number, received.count
            )  # before the thread can note its end
            self._known[bringing.number] = bringing
            while len(self._known) > _KEPT:
                self._known.popitem(last=False)
            self._waiting.put(bringing)
            if self._thread is None:
                self._thread = Thread(target=self._work, name="pages", daemon=True)
                self._thread.start()
        return bringing

    def find(self, number: int) -> Bringing | None:
        """What was brought under a number, while it is known."""
        return self._known.get(number)

    def numbers(self) -> frozenset[int]:
        """The numbers of what is known."""
        return frozenset(self._known)

    def _work(self) -> None:
        while True:
            bringing = self._waiting.get()
            bringing.state = State.READING
            note_reading(self._collection, bringing.number, bringing.received.count)
            try:
                self._add(bringing)
                bringing.state = State.DONE
            except DatelineError as error:
                bringing.fault, bringing.state = str(error), State.FAILED
            except Exception as error:  # the thread must live on for those who come after
                bringing.fault, bringing.state = (
                    f"the program failed ({type(error).__name__}: {error}).",
                    State.FAILED,
                )
            finally:
                note_end(self._collection, bringing.number, failed=bringing.state is State.FAILED)
                bringing.received.clear()

    def _add(self, bringing: Bringing) -> None:
        until = time.monotonic() + _PATIENCE
        while True:
            try:
                with ExitStack() as stack:
                    pages = self._pages(bringing, stack)
                    bringing.report = self._collection.add(
                        pages, told=lambda report: self._tell(bringing, report)
                    )
                return
            except CollectionError as error:
                if error.code != "locked" or bringing.report.inputs or time.monotonic() > until:
                    raise
                time.sleep(_PAUSE)

    def _tell(self, bringing: Bringing, report: AddReport) -> None:
        is_first = not bringing.report.run
        bringing.report = report
        if is_first:
            note_reading(self._collection, bringing.number, bringing.received.count, report.run)

    def _pages(self, bringing: Bringing, stack: ExitStack) -> Iterator[RawPage | Rejection]:
        received = bringing.received
        folder = f"{received.folder}/"
        heard = Listener(lambda skipped: bringing.notes.append(_plain(skipped.message, folder)))
        follower = self._fetching(bringing.notes.append, stack) if received.addresses else None
        given = [received.folder] if received.files else []
        for page in load_pages([*given, *received.addresses], listener=heard, follower=follower, join=True):
            yield _named(page, folder)


def _named(page: RawPage | Rejection, folder: str) -> RawPage | Rejection:
    """A page or rejection by the name of its file, as the reader knows it."""
    if isinstance(page, Rejection):
        return replace(page, source=_plain(page.source, folder), message=_plain(page.message, folder))
    further = tuple(replace(one, source=_plain(one.source, folder)) for one in page.further)
    return replace(page, source=_plain(page.source, folder), further=further)


def _plain(words: str, folder: str) -> str:
    return words.replace(folder, "").replace(folder.rstrip("/"), "what came")
