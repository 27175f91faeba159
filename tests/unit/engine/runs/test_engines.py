"""Every engine gives the same rows, also when its workers or the run itself are killed.

Sixty pages, on this machine and by Daft; with DATELINE_LONG=1 two thousand, and on a cluster of two raylets.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from importlib.util import find_spec
from pathlib import Path

import pytest

from dateline.engine.adapters.local import LocalEngine
from dateline.engine.runs.files import Files
from tests.unit.engine.runs.conftest import UNIT
from tests.unit.engine.runs.run_rows import hash_of_rows

CHILD = Path(__file__).with_name("run_child.py")
ENVIRONMENT = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
LONG = bool(os.environ.get("DATELINE_LONG"))
SIZE = 10 * UNIT if LONG else UNIT
"""Bytes of a unit: two thousand pages are in about thirty."""

needs_daft = pytest.mark.skipif(find_spec("daft") is None, reason="Daft is not installed (extra `scale`)")
needs_ray = pytest.mark.skipif(
    not LONG or find_spec("ray") is None,
    reason="Ray is not installed (extra `ray`), or DATELINE_LONG is not set",
)
on_linux = pytest.mark.skipif(
    not Path("/proc/self/task").exists(), reason="processes are listed this way on Linux only"
)
needs_time = pytest.mark.skipif(not LONG, reason="DATELINE_LONG is not set")
LONG_ENGINES = [pytest.param("daft", marks=[needs_daft, needs_time]), pytest.param("ray", marks=needs_ray)]
ENGINES = ["local", pytest.param("daft", marks=needs_daft), pytest.param("ray", marks=needs_ray)]


@pytest.fixture(scope="module")
def pages(crawl, tmp_path_factory):
    """The crawl: a long one where there is time for it."""
    if not LONG:
        return crawl
    from benchmarks.invented_crawl import write_crawl

    return write_crawl(tmp_path_factory.mktemp("long"), 2_000, files=20, a_day=100)


@pytest.fixture(scope="module")
def undisturbed(made, pages, whole, tmp_path_factory):
    """One hash over all rows of a run that nobody disturbs."""
    if not LONG:
        return hash_of_rows(whole)
    out = tmp_path_factory.mktemp("undisturbed") / "out"
    made(pages, out, LocalEngine(2), unit=SIZE)
    return hash_of_rows(out)


def begun(engine, out, pages):
    return subprocess.Popen(
        [sys.executable, str(CHILD), engine, str(SIZE), str(out), *map(str, pages)], env=ENVIRONMENT
    )


def units(out):
    return len(Files.at(str(out)).names("units"))


def wait_for_units(running, out, count):
    until = time.monotonic() + 300
    while units(out) < count and running.poll() is None and time.monotonic() < until:
        time.sleep(0.02)


def below(process):
    """The processes that a process started, and those that they started."""
    found = [
        int(pid)
        for task in Path(f"/proc/{process}/task").iterdir()
        for pid in (task / "children").read_text().split()
    ]
    return [*found, *(pid for child in found for pid in below(child))]


@pytest.mark.parametrize("engine", LONG_ENGINES)
def test_the_rows_are_those_of_one_process(engine, pages, undisturbed, tmp_path):
    assert begun(engine, tmp_path / "out", pages).wait(timeout=3_000) == 0
    assert hash_of_rows(tmp_path / "out") == undisturbed


@on_linux
@pytest.mark.parametrize("engine", ENGINES)
def test_a_worker_that_is_killed_costs_no_row(engine, pages, undisturbed, tmp_path):
    running = begun(engine, tmp_path / "out", pages)
    wait_for_units(running, tmp_path / "out", 2)
    workers: list[int] = []
    while not workers and running.poll() is None:
        workers = [pid for pid in below(running.pid) if engine == "local" or _is_worker(pid)]
    os.kill(workers[0], 9)
    assert running.wait(timeout=3_000) == 0
    assert hash_of_rows(tmp_path / "out") == undisturbed


def _is_worker(pid):
    """Whether it is one of Daft's that reads; the other processes of Ray stand for a whole machine."""
    words = Path(f"/proc/{pid}/cmdline").read_bytes()
    return b"udf_worker" in words or b"UDFActor" in words


@on_linux
@pytest.mark.parametrize("engine", ["local", pytest.param("daft", marks=[needs_daft, needs_time])])
def test_a_run_that_is_killed_and_made_again_ends_as_if_nothing_had_been(
    engine, made, pages, undisturbed, tmp_path
):
    running = begun(engine, tmp_path / "out", pages)
    wait_for_units(running, tmp_path / "out", 3)
    for pid in [running.pid, *below(running.pid)]:
        os.kill(pid, 9)
    running.wait()
    assert not Files.at(str(tmp_path / "out")).exists("run.json")
    made(pages, tmp_path / "out", LocalEngine(2 if LONG else 0), unit=SIZE)
    assert hash_of_rows(tmp_path / "out") == undisturbed


def test_a_run_that_is_killed_while_it_tells_stories_goes_on_there(
    made, pages, undisturbed, tmp_path, monkeypatch
):
    class Killed(BaseException):
        pass

    class Breaking(LocalEngine):
        steps = 0

        def each(self, task, items, *, has_workers=False):
            self.steps += 1
            for answer in super().each(task, items, has_workers=has_workers):
                yield answer
                if self.steps == at:
                    raise Killed

    for at in (2, 3):
        out = tmp_path / f"out{at}"
        with pytest.raises(Killed):
            made(pages, out, Breaking(2 if LONG else 0), unit=SIZE)
        made(pages, out, LocalEngine(0), unit=SIZE)
        assert hash_of_rows(out) == undisturbed
