"""A watch that is killed at any moment goes on where it was: nothing is lost and nothing comes twice.

Five kills at a statement or request in a folder, two in PostgreSQL and three at a time; five times as many with DATELINE_LONG=1.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dateline.jobs import HowToRead, Wanted, Watch, follow
from dateline.store import open_collection
from dateline.store.raw import hash_of, packed
from dateline.store.tables import METADATA
from tests.unit.jobs.conftest import fetching
from tests.unit.jobs.newsstand import Newsstand
from tests.unit.sources.fetch.loopback import serving
from tests.unit.store.sample_pages import ReadOnce, rows_of

TIMES = 5 if os.environ.get("DATELINE_LONG") else 1
CHILD = Path(__file__).with_name("watching_child.py")
ENVIRONMENT = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
FEEDS = ("courier", "post", "times")
RUNS = {"runs", "run_inputs", "rejections", "earlier_readings", "dirty_months", "raw_pages", "clock"}
INSTANTS = {"last", "next", "finished", "lease_until", "id"}


class Remembering(ReadOnce):
    """Reads pages, and keeps the readings in a file for processes that are killed."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path

    def __call__(self, sources, *, workers, tier):
        with self.path.open("a", encoding="utf-8") as file:
            for page in sources:
                (reading,) = super().__call__([page], workers=workers, tier=tier)
                file.write(f"{hash_of(packed(page))}\t{reading.to_json()}\n")
                yield reading


@pytest.fixture(scope="module")
def stand():
    with serving() as site:
        stand = Newsstand(site)
        for number in range(1, 6):
            for feed in FEEDS:
                stand.publish(feed, number, is_whole=number == 2)
        yield stand


@pytest.fixture(scope="module")
def addresses(stand):
    return [stand.address(feed) for feed in FEEDS]


@pytest.fixture(scope="module")
def readings(tmp_path_factory):
    return tmp_path_factory.mktemp("readings") / "readings.tsv"


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory, readings, addresses):
    """What a watch leaves that nobody disturbs."""
    with open_collection(
        tmp_path_factory.mktemp("whole") / "c", read_many=Remembering(readings)
    ) as collection:
        follow(collection, [Wanted(address) for address in addresses])
        Watch(collection, fetching, HowToRead(workers=0, tier="fast")).once()
        return left_by(collection)


def left_by(collection):
    """All rows, without instants and what is said of runs; jobs by their keys."""
    left = {}
    for table in METADATA.sorted_tables:
        if table.name not in RUNS:
            skipped = INSTANTS if table.name in {"jobs", "feeds"} else set()
            rows = [{k: v for k, v in row.items() if k not in skipped} for row in rows_of(collection, table)]
            left[table.name] = rows
    return left


def child(place: str | Path, readings: Path, moment: int, addresses) -> subprocess.CompletedProcess[str]:
    words = [sys.executable, str(CHILD), str(place), str(readings), str(moment), *addresses]
    return subprocess.run(words, env=ENVIRONMENT, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def moments(tmp_path_factory, undisturbed, readings, addresses):
    """How many moments a whole round has."""
    return int(child(tmp_path_factory.mktemp("counted") / "c", readings, 0, addresses).stdout)


@pytest.mark.parametrize(("where", "wanted"), [("folder", 5 * TIMES), ("postgres", 2 * TIMES)])
def test_killed_at_any_moment_and_begun_again_it_ends_as_if_nothing_had_been(
    where, wanted, tmp_path, request, readings, undisturbed, addresses, moments
):
    draws, kills = random.Random(f"watch {where}"), 0
    while kills < wanted:
        folder = tmp_path / f"c{kills}"
        place = str(folder) if where == "folder" else request.getfixturevalue("server").new_database()
        while (ended := child(place, readings, draws.randrange(1, moments), addresses)).returncode:
            assert ended.returncode == -signal.SIGKILL, ended.stderr
            kills += 1
        with open_collection(place, read_many=ReadOnce()) as collection:
            left = left_by(collection)
        for table, rows in undisturbed.items():
            assert left[table] == rows, table


def test_killed_by_somebody_else_at_any_time_it_ends_as_if_nothing_had_been(
    tmp_path, readings, undisturbed, addresses
):
    words = [sys.executable, str(CHILD), str(tmp_path / "c"), str(readings), "0", *addresses]
    began = time.monotonic()
    child(tmp_path / "timed", readings, 0, addresses)
    took, draws = time.monotonic() - began, random.Random(30)
    for _ in range(3 * TIMES):
        running = subprocess.Popen(
            words, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            running.wait(timeout=draws.uniform(took / 3, took))
        except subprocess.TimeoutExpired:
            running.kill()
            running.wait()
    assert child(tmp_path / "c", readings, 0, addresses).returncode == 0
    with open_collection(tmp_path / "c", read_many=ReadOnce()) as collection:
        left = left_by(collection)
    for table, rows in undisturbed.items():
        assert left[table] == rows, table
