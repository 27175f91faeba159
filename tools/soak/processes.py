"""Runs the commands of Dateline, and ends them without a word."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 240.0
_FAKETIME = (
    "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1",
    "/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1",
)


class SoakError(Exception):
    """Something that should not have happened."""


@dataclass(frozen=True, slots=True)
class Ended:
    """How a process ended; `status` is None where it was killed."""

    status: int | None
    said: str


def dateline(*words: str | Path) -> list[str]:
    """The words of a command of Dateline."""
    return [sys.executable, "-m", "dateline", *map(str, words)]


def faketime() -> str | None:
    """The library that sets a process's clock, where Debian's package libfaketime is installed."""
    return next((path for path in _FAKETIME if Path(path).exists()), None)


def at_clock(hours: float) -> dict[str, str]:
    """An environment in which the clock is some hours off. The clock that only counts stays as it is."""
    library = faketime()
    if library is None or not hours:
        return {}
    return {"LD_PRELOAD": library, "FAKETIME": f"{hours * 3600:+.0f}", "FAKETIME_DONT_FAKE_MONOTONIC": "1"}


def cpu_seconds() -> float:
    """What this process and those that ended have used."""
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in used)


def run(
    words: Sequence[str], *, kill_after: float | None = None, extra: Mapping[str, str] | None = None
) -> Ended:
    """Runs a command to its end, or kills it after some seconds. Only the process itself is killed: its workers have to notice.

    Raises:
        SoakError: it takes minutes, or ends with a traceback.
    """
    environment = {**os.environ, "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}", **(extra or {})}
    process = subprocess.Popen(
        words, env=environment, cwd=ROOT, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    try:
        said, _ = process.communicate(timeout=kill_after or PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
        if kill_after is None:
            raise SoakError(f"{' '.join(words[2:])} had not ended after {PATIENCE:.0f} s") from None
        return Ended(None, "")
    if "Traceback (most recent call last)" in said:
        raise SoakError(f"{' '.join(words[2:])} ended with a traceback:\n{said[-3000:]}")
    return Ended(process.returncode, said)


def run_whole(
    words: Sequence[str], *, extra: Mapping[str, str] | None = None, allowed: Sequence[int] = (0,)
) -> str:
    """Runs a command to its end and gives what it said.

    Raises:
        SoakError: its exit status is none that is allowed.
    """
    ended = run(words, extra=extra)
    if ended.status not in allowed:
        raise SoakError(f"{' '.join(words[2:])} ended with status {ended.status}: {ended.said[-2000:]}")
    return ended.said
