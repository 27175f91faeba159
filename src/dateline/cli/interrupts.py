"""Ctrl-C while a command is at work: what is finished stays, and the exit status says that not all is."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

STOPPED = 130
"""What shells give for a program that Ctrl-C ended."""


@dataclass(slots=True)
class Interrupted:
    """How often Ctrl-C was pressed. While whoever asked for the readings is at work with one, the first press is only noted, so
    that what is being written is written whole."""

    count: int = 0
    may_raise: bool = True

    def note(self, number: int, frame: object) -> None:
        """What the signal calls."""
        self.count += 1
        if self.may_raise or self.count > 1:
            raise KeyboardInterrupt

    def check(self) -> None:
        """Raises what compiled code may have swallowed.

        Raises:
            KeyboardInterrupt: Ctrl-C was pressed.
        """
        if self.count:
            raise KeyboardInterrupt


@contextmanager
def interruptions() -> Iterator[Interrupted]:
    """Ctrl-C raises, and is noted: compiled code may swallow the exception, and then the next page must not be read."""
    interrupted = Interrupted()
    if threading.current_thread() is not threading.main_thread():
        yield interrupted
        return
    before = signal.signal(signal.SIGINT, interrupted.note)
    try:
        yield interrupted
    finally:
        signal.signal(signal.SIGINT, before)
