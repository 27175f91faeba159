"""Stopping between two pieces of work: Ctrl-C and the signal to end."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class Stop:
    """Whether somebody asked to stop."""

    def __init__(self) -> None:
        self._event = threading.Event()

    @property
    def is_asked(self) -> bool:
        return self._event.is_set()

    def ask(self) -> None:
        """Asks to stop; a second time at once."""
        self._event.set()

    def wait(self, seconds: float) -> None:
        """Sleeps for a time, or until somebody asks to stop."""
        self._event.wait(seconds)


@contextmanager
def stopping_on_signals() -> Iterator[Stop]:
    """Ctrl-C or SIGTERM asks to stop; a second one ends what is being done.

    Raises:
        KeyboardInterrupt: at the second signal.
    """
    stop = Stop()

    def note(_number: int, _frame: FrameType | None) -> None:
        if stop.is_asked:
            raise KeyboardInterrupt
        stop.ask()

    signals = (signal.SIGINT, signal.SIGTERM)
    before = {each: signal.signal(each, note) for each in signals}
    try:
        yield stop
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)
