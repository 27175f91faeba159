"""How the command line begins and ends: each end has its exit status, and each bad one a line."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_STOPPED = b"stopped before anything was done.\n"


def main() -> None:
    """Runs the command line; ends with the exit status that the commands document."""
    with _stopping_at_once():
        from dateline.cli.running import status_of_run
    sys.exit(status_of_run())


@contextmanager
def _stopping_at_once() -> Iterator[None]:
    """Ctrl-C ends the program on the spot while its code is loaded: nothing is begun, and a traceback would tell of imports."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, _stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _stop(number: int, _frame: FrameType | None) -> None:
    os.write(2, _STOPPED)
    os._exit(128 + number)
