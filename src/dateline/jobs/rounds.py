"""Round after round, as following feeds and sending alerts go on alike."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import Connection

from dateline.jobs.clock_jumps import settle_clock
from dateline.jobs.queue import Queue
from dateline.jobs.stopping import Stop
from dateline.jobs.told import Busy, ClockBack
from dateline.model import CollectionError

_AFTER_BUSY = 15.0


def go_on(one_round: Callable[[], float], stop: Stop, told: Callable[[Busy], None]) -> None:
    """Makes rounds until somebody asks to stop; each says how many seconds to wait after it. While another process writes, it waits.

    Raises:
        CollectionError: any but `locked`.
    """
    while not stop.is_asked:
        try:
            pause = one_round()
        except CollectionError as error:
            if error.code != "locked":
                raise
            told(Busy(error.message))
            pause = _AFTER_BUSY
        stop.wait(pause)


def take_up(connection: Connection, queue: Queue, now: datetime, told: Callable[[ClockBack], None]) -> None:
    """What a round begins with. What was taken on before is given back: nobody else does jobs, and this process has none at hand."""
    back = settle_clock(connection, now)
    if back is not None:
        told(ClockBack(back))
    queue.release_all()
    queue.sweep()
