"""What people see of a watch: a line for each feed and round, feeds in a table, what was given up."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from rich.table import Table

from dateline.cli.inputs import write_line
from dateline.cli.messages import placeholder_words, say
from dateline.cli.tables import out
from dateline.jobs import FeedState, GivenUp
from dateline.jobs.told import Busy, ClockBack, FeedFailed, FeedRead, News, PageFailed, PageRead
from dateline.store import AddReport


@dataclass(slots=True)
class WatchNews:
    """Tells people what came of each job, a line each, and counts."""

    done: int = 0
    failed: int = 0

    def tell(self, news: News) -> None:
        """Hears of one job."""
        if isinstance(news, FeedRead | PageRead):
            self.done += 1
        elif isinstance(news, FeedFailed | PageFailed):
            self.failed += 1
        say(_line(news))


def say_no_feeds(place: str) -> None:
    """Says that nothing is followed, and what to do."""
    say(f"{place} follows no feeds: give addresses or an OPML file.")


def print_feeds(place: str, feeds: Sequence[FeedState]) -> None:
    """Feeds as a table, or JSON lines where nobody looks on."""
    if not feeds:
        say_no_feeds(place)
        return
    if not sys.stdout.isatty():
        for feed in feeds:
            write_line(feed.to_json())
        return
    table = Table(expand=True)
    for name, share in (
        ("feed", 3),
        ("every", None),
        ("last", None),
        ("next", None),
        ("failures", None),
        ("why", 2),
    ):
        table.add_column(name, ratio=share, no_wrap=share is None)
    for feed in feeds:
        failures, why = str(feed.failures or ""), feed.error or ""
        table.add_row(
            feed.address, _interval(feed.every), _shown(feed.last), _shown(feed.next), failures, why
        )
    out().print(table)


def print_dead(place: str, letters: Sequence[GivenUp]) -> None:
    """What was given up as a table, or JSON lines where nobody looks on."""
    if not letters:
        say(f"nothing was given up in {place}.")
        return
    if not sys.stdout.isatty():
        for letter in letters:
            write_line(letter.to_json())
        return
    table = Table(expand=True)
    for name, share in (
        ("id", None),
        ("kind", None),
        ("what", 2),
        ("tried", None),
        ("given up", None),
        ("why", 3),
    ):
        table.add_column(name, ratio=share, no_wrap=share is None)
    for letter in letters:
        tried, when = f"{letter.attempts} times", _shown(letter.when)
        table.add_row(str(letter.id), letter.kind, letter.address, tried, when, letter.error)
    out().print(table)


def _line(news: News) -> str:
    match news:
        case FeedRead(address, entries, report, again):
            what = f"{address}: {entries:,} {'entry' if entries == 1 else 'entries'}, {_counts(report)}"
            return (
                f"{what}; next at {_at(again)}." if again else f"{what}; stopped, the rest comes next time."
            )
        case PageRead(address, report):
            return f"{address}: there now, {_counts(report)}."
        case FeedFailed(_, error, attempts, again) | PageFailed(_, error, attempts, again):
            then = f"again at {_at(again)}" if again else "and given up: see dateline watch --dead"
            return f"{error} Tried {_times(attempts)}, {then}."
        case Busy(message):
            return message
        case ClockBack(by):
            return f"the clock went back by {by}: what waits is brought back with it."


def _counts(report: AddReport) -> str:
    counts = (
        (report.new, "new"),
        (report.new_versions, "in a new version"),
        (report.forgotten, "taken back earlier and left out"),
        (report.rejected, "rejected"),
        (len(report.placeholders), placeholder_words(len(report.placeholders))),
    )
    return ", ".join(f"{count:,} {words}" for count, words in counts if count) or "nothing new"


def _times(attempts: int) -> str:
    return "once" if attempts == 1 else f"{attempts} times"


def _at(instant: datetime) -> str:
    return instant.astimezone(UTC).strftime("%H:%M UTC")


def _shown(written: str | None) -> str:
    return written[:16].replace("T", " ") if written else ""


def _interval(seconds: int) -> str:
    for size, letter in ((86_400, "d"), (3_600, "h"), (60, "m")):
        if seconds % size == 0:
            return f"{seconds // size}{letter}"
    return f"{seconds}s"
