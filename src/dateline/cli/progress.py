"""How far the reading of some inputs is: pages, their rate, what was rejected, and the time left where the bytes are known."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TaskProgressColumn, TextColumn, TimeRemainingColumn

from dateline.cli.messages import pages as count_of


class ReadingProgress:
    """Hears of bytes and of pages."""

    def __init__(self, bar: Progress, task: TaskID) -> None:
        self._bar, self._task, self._begun = bar, task, time.monotonic()

    def read(self, count: int) -> None:
        """So many more bytes of the inputs were loaded."""
        self._bar.advance(self._task, count)

    def told(self, pages: int, rejected: int) -> None:
        """How many pages were read and how many inputs rejected so far."""
        rate = pages / max(time.monotonic() - self._begun, 0.001)
        words = f"{count_of(pages)}, {rate:,.1f} a second"
        if rejected:
            words += f", {rejected:,} rejected"
        self._bar.update(self._task, description=words)


@contextmanager
def reading_progress(console: Console, total: int | None) -> Iterator[ReadingProgress]:
    """A line on the console while pages are read; nothing where it is no terminal. `total` is in bytes."""
    columns = (
        TextColumn("reading: {task.description}"),
        BarColumn(),
        TaskProgressColumn(),
        TimeRemainingColumn(),
    )
    # Results that go into a file or a pipe must not be led to the console of the bar.
    has_results = sys.stdout.isatty()
    with Progress(
        *columns,
        console=console,
        transient=True,
        disable=not console.is_terminal,
        redirect_stdout=has_results,
    ) as bar:
        yield ReadingProgress(bar, bar.add_task(count_of(0), total=total))
