"""Inputs of a command: read one by one, the bad ones named and counted."""

from __future__ import annotations

import sys
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TextIO

import typer

from dateline.api import read_many
from dateline.cli.interrupts import STOPPED, interruptions
from dateline.cli.messages import errors, note_languages, note_placeholders, pages, say
from dateline.cli.progress import reading_progress
from dateline.cli.writing import open_rejections
from dateline.model import PageKind, RawPage, Reading, Rejection
from dateline.sources import Follower, Listener, PassedOver, Skipped, load_pages, size_of

READ, SOME_REJECTED, NOTHING_DONE = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Given:
    """What the user says of pages that do not say it themselves."""

    published: str | None = None
    outlet: str | None = None
    url: str | None = None


def with_given(page: RawPage, given: Given) -> RawPage:
    """The page with what the user says of it, its further pages too."""
    return replace(
        page,
        url=given.url or page.url,
        published=given.published or page.published,
        outlet=given.outlet or page.outlet,
        further=tuple(with_given(further, given) for further in page.further),
    )


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
    was_stopped: bool = False
    unparsed: Counter[str] = field(default_factory=Counter)
    placeholders: list[str] = field(default_factory=list)

    def readings(self) -> Iterator[Reading]:
        """Readings in the order of the inputs; each rejection is told at once, and Ctrl-C ends with what is finished."""
        try:
            with open_rejections(self.rejections) as sink, interruptions() as interrupted:
                for reading in self._readings(sink):
                    interrupted.may_raise = False
                    yield reading
                    interrupted.may_raise = True
                    interrupted.check()
        except KeyboardInterrupt:
            self.was_stopped = True
            say(f"stopped after {pages(self.read)}: the rest is not read.")
        finally:
            note_languages(self.unparsed)
            note_placeholders(self.placeholders)

    def all_readings(self) -> list[Reading]:
        """All readings, for what is told of all of them together: of a part it would be wrong.

        Raises:
            Exit: Ctrl-C was pressed.
        """
        readings = list(self.readings())
        if self.was_stopped:
            say("nothing is written of a part: give the command again.")
            raise typer.Exit(STOPPED)
        return readings

    def _readings(self, sink: TextIO | None) -> Iterator[Reading]:
        total = size_of(self.paths) if errors.is_terminal else None
        with reading_progress(errors, total) as progress:
            listener = Listener(self._note_skipped, self._note_joined, progress.read)
            found = load_pages(
                self.paths, listener=listener, follower=self.follower, join=self.given.url is None
            )
            sources: deque[str] = deque()
            for result in read_many(self._given(found, sink, sources), workers=self.workers, tier=self.tier):
                source = sources.popleft()
                if not self._is_rejected(result, sink) and isinstance(result, Reading):
                    self._count(result, source)
                    yield result
                progress.told(self.read, self.rejected)

    def _given(
        self, found: Iterable[RawPage | Rejection], sink: TextIO | None, sources: deque[str]
    ) -> Iterator[RawPage]:
        """The pages with what the user says of them; their names are noted in the order in which they will come back."""
        for page in found:
            if not self._is_rejected(page, sink) and isinstance(page, RawPage):
                sources.append(page.source)
                yield with_given(page, self.given)

    def _count(self, reading: Reading, source: str) -> None:
        self.read += 1
        if reading.article.kind is PageKind.PLACEHOLDER:
            self.placeholders.append(source)
        elif not reading.article.coded:
            self.unparsed[reading.article.language] += 1

    def _note_skipped(self, skipped: Skipped | PassedOver) -> None:
        self.skipped += skipped.count
        say(skipped.message)

    def _note_joined(self, count: int) -> None:
        say(f"joined {pages(count)} to the first pages of their reports.")

    def _is_rejected(self, result: RawPage | Reading | Rejection, sink: TextIO | None) -> bool:
        if not isinstance(result, Rejection):
            return False
        self.rejected += 1
        if sink is not None:
            sink.write(result.to_json() + "\n")
            sink.flush()
        say(f"{result.code}: {result.message}")
        return True

    @property
    def status(self) -> int:
        """0 all read, 1 some rejected, 2 nothing done, 130 stopped by Ctrl-C."""
        if self.was_stopped:
            return STOPPED
        if not self.read:
            return NOTHING_DONE
        return SOME_REJECTED if self.rejected else READ


def write_line(text: str) -> None:
    """One line of results on standard output, passed on at once."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def is_for_people(to: str | None) -> bool:
    """Whether to show tables: no format was asked for, and standard output is a terminal."""
    return to == "table" or (to is None and sys.stdout.isatty())
