"""What one page may cost, and how the system is made to hold a process to it.

All that only some systems have is here. Linux: CPU time, memory, and workers that are copies of this process. macOS: CPU time;
workers are processes of their own. Windows: workers of their own. Wall time is watched from outside, so it holds everywhere,
and a worker that crashes costs its page alone everywhere.
"""

from __future__ import annotations

import gc
import math
import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from dateline.engine.garbage import collect_seldom

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]

_STATM = Path("/proc/self/statm")


@dataclass(frozen=True, slots=True)
class Limits:
    """What one page may cost: seconds of CPU, seconds in all, and megabytes beside what a worker needs anyway."""

    cpu_seconds: int = 60
    wall_seconds: float = 300.0
    memory_mb: int = 1_500


class Loss(StrEnum):
    """How a worker was lost over a page; the value is the code of its rejection."""

    TIMEOUT = "timeout"
    MEMORY = "memory"
    CRASH = "crash"


def can_guard() -> bool:
    """Whether this process may have workers; one that is itself a daemon of `multiprocessing` may not."""
    return not multiprocessing.current_process().daemon


def start_method() -> str:
    """`fork` where it is safe, since a copy has all tables at once; elsewhere `spawn`, and each worker loads its own.

    A copy of a process with several threads may wait for ever for a lock that another thread held; macOS does not bear copies.
    """
    is_safe = sys.platform.startswith("linux") and threading.active_count() == 1
    return "fork" if is_safe else "spawn"


@contextmanager
def without_interrupts() -> Iterator[None]:
    """Processes that are started inside never get Ctrl-C: their parent does, and ends them."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def settle() -> None:
    """Makes this process a worker: deaf to Ctrl-C, without core dumps, and its tables left in peace by the collector."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    gc.freeze()
    collect_seldom()
    _limit("RLIMIT_CORE", 0)


def limit_memory(limits: Limits) -> None:
    """Lets this process have so much memory beside what it has now."""
    with suppress(OSError, ValueError):
        pages = int(_STATM.read_text().split()[0])
        _limit("RLIMIT_AS", pages * resource.getpagesize() + limits.memory_mb * 1_000_000)


def limit_time(limits: Limits) -> None:
    """Lets this process have so much CPU time from now on; the system ends it when that is used up."""
    _limit("RLIMIT_CPU", math.ceil(time.process_time()) + limits.cpu_seconds)


def loss_of(exit_code: int | None) -> Loss:
    """How a worker was lost that ended by itself, or was ended by the system."""
    if exit_code == -getattr(signal, "SIGXCPU", 0):
        return Loss.TIMEOUT
    # Nobody here kills a worker that is still to be asked: that is the system when its memory runs out.
    return Loss.MEMORY if exit_code == -getattr(signal, "SIGKILL", 0) else Loss.CRASH


def end_with_children(process: subprocess.Popen[bytes]) -> None:
    """Ends a program that was started in a session of its own, with all that it started; where there are no sessions, it alone."""
    if hasattr(os, "killpg"):
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()


def _limit(name: str, value: int) -> None:
    """Sets the limit that a process may lower and raise again; nothing where the system has no such limit."""
    kind = getattr(resource, name, None)
    if kind is None:
        return
    with suppress(OSError, ValueError):
        hard = resource.getrlimit(kind)[1]
        resource.setrlimit(kind, (value if hard == resource.RLIM_INFINITY else min(value, hard), hard))
