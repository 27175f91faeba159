"""What runs in a worker: takes one item at a time, answers, and holds itself to the limits."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Callable
from enum import StrEnum
from multiprocessing.connection import Connection, wait
from typing import Any

from dateline.engine.limits import Limits, limit_memory, limit_time, settle


class Says(StrEnum):
    """What a worker's message is about."""

    READY = "ready"
    FAILED = "failed"
    ANSWER = "answer"
    NO_MEMORY = "no memory"


def serve(
    channel: Connection, task: Callable[[Any], Any], prepare: Callable[[], object], limits: Limits
) -> None:
    """Loads what the task needs, says so, and answers what comes through the channel until that is closed.

    Messages are a `Says` and what belongs to it. After a page that took all memory the worker ends: who knows what is left of it.
    """
    settle()
    _end_with_parent()
    try:
        prepare()
    except Exception as error:
        channel.send((Says.FAILED, error))
        return
    limit_memory(limits)
    channel.send((Says.READY, None))
    while True:
        try:
            item = channel.recv()
            limit_time(limits)
            channel.send((Says.ANSWER, task(item)))
        except MemoryError:
            break
        except (EOFError, OSError):
            return
    channel.send((Says.NO_MEMORY, None))


def _end_with_parent() -> None:
    """A worker whose parent was killed has nobody to answer."""
    parent = multiprocessing.parent_process()
    if parent is None:
        return
    sentinel = parent.sentinel

    def watch() -> None:
        wait([sentinel])
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
