"""Programs run and measured from outside: wall time, CPU time and peak memory of the whole process.

The process that measures must stay small: on Linux a child's peak starts from the size of its parent.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}


class ChildFailed(Exception):
    """A program that ended with an error; the message is the last line that it said."""


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a program. `cpu` and `peak_mb` are None where the system does not tell (outside POSIX)."""

    wall: float
    cpu: float | None
    peak_mb: float | None
    output: str


def run(arguments: Sequence[str]) -> Run:
    """Runs Python with some arguments in the checkout.

    Raises:
        ChildFailed: the exit status is not 0.
    """
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        start = time.perf_counter()
        child = subprocess.Popen(
            [sys.executable, *arguments], cwd=ROOT, env={**os.environ, **ONE_THREAD}, stdout=out, stderr=err
        )
        status, cpu, peak = wait(child)
        wall = time.perf_counter() - start
        out.seek(0)
        err.seek(0)
        if status:
            said = err.read().decode("utf-8", "replace").strip().splitlines()
            raise ChildFailed(said[-1] if said else f"exit status {status}")
        return Run(wall, cpu, peak, out.read().decode("utf-8"))


def wait(child: subprocess.Popen[bytes]) -> tuple[int, float | None, float | None]:
    """Exit status, CPU-seconds and peak in MB (of 10^6 bytes) of a child once it has ended."""
    if not hasattr(os, "wait4"):
        return child.wait(), None, None
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    unit = 1 if sys.platform == "darwin" else 1024
    return child.returncode, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit / 1e6
