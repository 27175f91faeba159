"""Reading in workers gives what reading in one process gives, and a run that is stopped leaves nothing behind."""

from __future__ import annotations

import hashlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import dateline
from dateline.engine import Limits
from dateline.model import RawPage, Reading, Rejection
from tests.unit.engine.hostile_pages import SAID

NEWSROOM = Path(__file__).resolve().parents[3] / "examples" / "newsroom"
on_linux = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="processes are listed this way on Linux only"
)


def test_workers_change_nothing_in_the_results() -> None:
    pages = [
        *sorted(NEWSROOM.iterdir())[:6],
        b"",
        "A text.",
        RawPage("", "a mail", place="part 2"),
        b"%PDF-1.7",
    ]
    alone, one, two = (
        [result.to_json() for result in dateline.read_many(pages, workers=workers)]
        for workers in (0, None, 2)
    )
    assert alone == one == two


@on_linux
def test_a_lost_page_keeps_its_name_its_place_and_the_hash_of_its_bytes() -> None:
    long = SAID * 20_000
    sources = [RawPage(long, "mails/12.eml", place="part 2"), long.encode(), SAID]
    first, second, third = dateline.read_many(sources, limits=Limits(cpu_seconds=1))
    assert isinstance(first, Rejection) and isinstance(second, Rejection) and isinstance(third, Reading)
    assert (first.source, first.place, first.code) == ("mails/12.eml", "part 2", "timeout")
    assert first.message == (
        "mails/12.eml took more than 1 seconds of CPU or 300 in all and was given up: split it or leave it out."
    )
    assert first.bytes_sha256 == second.bytes_sha256 == hashlib.sha256(long.encode()).hexdigest()


def _children(process: int) -> set[int]:
    listed = subprocess.run(
        ["ps", "--ppid", str(process), "-o", "pid="], capture_output=True, text=True, check=False
    ).stdout
    return {int(line) for line in listed.split()}


def _is_alive(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().split()[2] != "Z"
    except OSError:
        return False


def _interrupt(process: int) -> None:
    os.killpg(process, signal.SIGINT)  # as a terminal does: the workers get it too


def _terminate(process: int) -> None:
    os.kill(process, signal.SIGTERM)


def _kill(process: int) -> None:
    os.kill(process, signal.SIGKILL)


@on_linux
@pytest.mark.parametrize("stop", [_interrupt, _terminate, _kill])
def test_a_run_that_is_stopped_leaves_no_worker_behind(tmp_path: Path, stop: Callable[[int], None]) -> None:
    for number in range(300):
        (tmp_path / f"{number:03}.txt").write_text(f"Port {number} stays open\n\n{SAID * 3}", "utf-8")
    with subprocess.Popen(
        [sys.executable, "-m", "dateline", "read", str(tmp_path), "--to", "jsonl", "--workers", "2"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline()
        workers = _children(process.pid)
        stop(process.pid)
        rest, errors = process.communicate(timeout=60)
    assert len(workers) == 2
    until = time.monotonic() + 20
    while any(map(_is_alive, workers)) and time.monotonic() < until:
        time.sleep(0.05)
    assert not any(map(_is_alive, workers))
    assert rest.count(b"\n") < 299
    assert b"Traceback" not in errors
