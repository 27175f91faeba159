"""Inputs of a command: read one by one, the bad ones named and counted."""

from __future__ import annotations

import signal
import sys
import threading
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TextIO

from dateline.api import read_many
from dateline.cli.messages import note_languages, pages, say, with_progress
from dateline.model import RawPage, Reading, Rejection
from dateline.sources import Follower, Skipped, join_pages, load_pages

READ, SOME_REJECTED, NOTHING_DONE = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Given:
    """What the user says of pages that do not say it themselves."""

    published: str | None = None
    outlet: str | None = None
    url: str | None = None


@dataclass(slots=True)
class Inputs:
    """A run over some paths. After `readings` is used up it knows what went wrong; `status` is the exit status."""

    paths: Sequence[str]
    given: Given = field(default_factory=Given)
    workers: int | None = None
    rejections: Path | None = None
    tier: str = "accurate"
    follower: Follower = field(default_factory=lambda: Follower(note=say))
    read: int = 0
    rejected: int = 0
    skipped: int = 0
    unparsed: Counter[str] = field(default_factory=Counter)

    def readings(self) -> Iterator[Reading]:
        """Readings in the order of the inputs; each rejection is told at once, and Ctrl-C ends with what is finished."""
        sink = self.rejections.open("w", encoding="utf-8") if self.rejections else None
        try:
            with interruptions() as asked:
                for reading in self._readings(sink):
                    yield reading
                    if asked:
                        raise KeyboardInterrupt
        except KeyboardInterrupt:
            say(f"stopped after {pages(self.read)}; what was read is kept.")
        finally:
            if sink is not None:
                sink.close()
            note_languages(self.unparsed)

    def _readings(self, sink: TextIO | None) -> Iterator[Reading]:
        found = load_pages(self.paths, on_skipped=self._note_skipped, follower=self.follower)
        if self.follower.fetcher is not None:
            found = with_progress(found, total=None, what="fetching")
        loaded = [page for page in found if not self._is_rejected(page, sink)]
        alone = [self._with_given(page) for page in loaded if isinstance(page, RawPage)]
        given = join_pages(alone)
        if len(given) < len(alone):
            say(f"joined {pages(len(alone) - len(given))} to the first pages of their reports.")
        results = read_many(given, workers=self.workers, tier=self.tier)
        for result in with_progress(results, total=len(given), what="reading"):
            if not self._is_rejected(result, sink) and isinstance(result, Reading):
                self.read += 1
                if not result.article.coded:
                    self.unparsed[result.article.language] += 1
                yield result

    def _note_skipped(self, skipped: Skipped) -> None:
        self.skipped += skipped.count
        say(skipped.message)

    def _is_rejected(self, result: RawPage | Reading | Rejection, sink: TextIO | None) -> bool:
        if not isinstance(result, Rejection):
            return False
        self.rejected += 1
        if sink is not None:
            sink.write(result.to_json() + "\n")
        say(f"{result.code}: {result.message}")
        return True

    def _with_given(self, page: RawPage) -> RawPage:
        given = self.given
        return replace(
            page,
            url=given.url or page.url,
            published=given.published or page.published,
            outlet=given.outlet or page.outlet,
        )

    @property
    def status(self) -> int:
        """0 all read, 1 some rejected, 2 nothing done."""
        if not self.read:
            return NOTHING_DONE
        return SOME_REJECTED if self.rejected else READ


@contextmanager
def interruptions() -> Iterator[list[int]]:
    """Ctrl-C raises as ever, and is noted: compiled code may swallow the exception, and then the next page must not be read."""
    asked: list[int] = []

    def note(number: int, _frame: object) -> None:
        asked.append(number)
        raise KeyboardInterrupt

    if threading.current_thread() is not threading.main_thread():
        yield asked
        return
    before = signal.signal(signal.SIGINT, note)
    try:
        yield asked
    finally:
        signal.signal(signal.SIGINT, before)


def write_line(text: str) -> None:
    """One line of results on standard output, passed on at once."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def is_for_people(to: str | None) -> bool:
    """Whether to show tables: no format was asked for, and standard output is a terminal."""
    return to == "table" or (to is None and sys.stdout.isatty())
