"""One item that hangs, fills the memory or crashes costs that item; order is kept, and no worker is left behind."""

from __future__ import annotations

import itertools
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.engine import Limits, Loss, Work, WorkerError, run_guarded

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"),
    reason="memory is limited and processes are listed this way on Linux only",
)
SMALL = Limits(cpu_seconds=1, wall_seconds=2, memory_mb=200)


def _answer(item: str) -> str:
    if item == "spin":
        while True:
            pass
    elif item == "sleep":
        time.sleep(600)
    elif item == "fill":
        return str(len(bytearray(2_000_000_000)))
    elif item == "abort":
        os.abort()
    elif item == "killed":
        os.kill(os.getpid(), signal.SIGKILL)
    elif item.startswith("killed once "):
        mark = Path(item.removeprefix("killed once "))
        if not mark.exists():
            mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)
    elif item == "slow":
        time.sleep(0.3)
    return f"{item} by {os.getpid()}"


def _nothing() -> None:
    pass


def _fault() -> None:
    raise ValueError("a table is damaged")


def _exit() -> None:
    os._exit(3)


def _lost(item: str, loss: Loss) -> str:
    return f"{item} {loss}"


WORK = Work(_answer, _nothing, _lost)


def _children() -> set[str]:
    listed = subprocess.run(
        ["ps", "-ww", "--ppid", str(os.getpid()), "-o", "pid=,args="],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    return {line for line in listed.splitlines() if " ps " not in line and "resource_tracker" not in line}


@pytest.mark.parametrize(
    ("item", "loss"),
    [("spin", "timeout"), ("sleep", "timeout"), ("fill", "memory"), ("abort", "crash"), ("killed", "memory")],
)
def test_a_bad_item_is_reported_and_the_rest_goes_on(item: str, loss: str) -> None:
    answers = list(run_guarded(WORK, ["a", item, "b", item], limits=SMALL))
    assert [answer.split(" by ")[0] for answer in answers] == ["a", f"{item} {loss}", "b", f"{item} {loss}"]
    assert not _children()


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_order_is_kept_whoever_is_quicker(workers: int) -> None:
    items = ["slow", "a", "abort", "b", "slow", "c", *map(str, range(40))]
    answers = [answer.split(" by ")[0] for answer in run_guarded(WORK, items, workers=workers, limits=SMALL)]
    assert answers == ["abort crash" if item == "abort" else item for item in items]


def test_one_worker_answers_all_while_nothing_is_lost() -> None:
    answers = list(run_guarded(WORK, map(str, range(20)), limits=SMALL))
    assert len({answer.split(" by ")[1] for answer in answers}) == 1
    assert f"by {os.getpid()}" not in answers[0]


def test_items_are_taken_as_they_are_needed() -> None:
    taken = 0

    def items() -> Iterator[str]:
        nonlocal taken
        for number in itertools.count():
            taken += 1
            yield str(number)

    answers = run_guarded(WORK, items(), workers=2, limits=SMALL)
    assert [next(answers).split(" by ")[0] for _ in range(5)] == ["0", "1", "2", "3", "4"]
    assert taken < 30
    answers.close()  # type: ignore[attr-defined]
    assert not _children()


def test_a_worker_that_was_ended_while_it_waited_is_replaced() -> None:
    def items() -> Iterator[str]:
        yield "a"
        for line in _children():
            os.kill(int(line.split()[0]), signal.SIGKILL)
            while Path(f"/proc/{line.split()[0]}/stat").read_text().split()[2] != "Z":
                time.sleep(0.01)
        yield "b"

    assert [a.split(" by ")[0] for a in run_guarded(WORK, items(), limits=SMALL)] == ["a", "b"]


def test_what_cannot_be_loaded_is_raised_as_it_is() -> None:
    with pytest.raises(ValueError, match="a table is damaged"):
        list(run_guarded(Work(_answer, _fault, _lost), ["a"], limits=SMALL))
    assert not _children()


def test_beside_other_threads_workers_are_processes_of_their_own() -> None:
    # A copy of a process with threads may wait for ever for a lock, so a new Python is started; it needs real modules.
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        work = Work(str.upper, os.getpid, _lost)
        assert list(run_guarded(work, ["a", "b"], limits=SMALL)) == ["A", "B"]
        with pytest.raises(WorkerError, match="__main__"):
            list(run_guarded(Work(str.upper, os.abort, _lost), ["a"], limits=SMALL))
    finally:
        done.set()
        thread.join()
    assert not _children()


def test_a_worker_that_was_killed_from_outside_costs_nothing(tmp_path: Path) -> None:
    items = [f"killed once {tmp_path / 'first'}", "a", f"killed once {tmp_path / 'second'}", "killed"]
    found = [answer.partition(" by ")[0] for answer in run_guarded(WORK, items, limits=SMALL)]
    assert found == [items[0], "a", items[2], "killed memory"]
