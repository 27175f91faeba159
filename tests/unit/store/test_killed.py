"""A run that is killed at any moment leaves a collection that the next run completes, row for row.

Five kills at a statement in each database and two at a time; ten times as many with DATELINE_LONG=1.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import dateline
from dateline.store import open_collection
from dateline.store.ingest.inputs import pages_of
from dateline.store.raw import hash_of, packed
from tests.unit.store.killed_child import Kept, add_singly
from tests.unit.store.sample_pages import PAGES, contents

KILLS = 50 if os.environ.get("DATELINE_LONG") else 5
CHILD = Path(__file__).with_name("killed_child.py")
READER = Path(__file__).with_name("watching_reader.py")
ENVIRONMENT = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}


@pytest.fixture(scope="module")
def kept(tmp_path_factory, read_once):
    """The readings of the newsroom in a file."""
    path = tmp_path_factory.mktemp("readings") / "readings.tsv"
    pages = list(pages_of(PAGES))
    readings = read_once(pages, workers=0, tier="accurate")
    lines = [
        f"{hash_of(packed(page))}\t{reading.to_json()}\n"
        for page, reading in zip(pages, readings, strict=True)
    ]
    path.write_text("".join(lines), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory, kept):
    """What a run leaves that nobody disturbs."""
    with open_collection(tmp_path_factory.mktemp("whole") / "c", read_many=Kept(kept)) as collection:
        add_singly(collection)
        return contents(collection)


def child(place: str | Path, kept: Path, last: int) -> subprocess.CompletedProcess[str]:
    words = [sys.executable, str(CHILD), str(place), str(kept), str(last)]
    return subprocess.run(words, env=ENVIRONMENT, capture_output=True, text=True, check=False)


def equal(found, wanted):
    for table in wanted.keys() - {"raw_pages"}:
        assert found[table] == wanted[table], table


@pytest.mark.parametrize("where", ["folder", "postgres"])
def test_killed_at_any_statement_and_run_again_it_ends_as_if_nothing_had_been(
    where, tmp_path, kept, undisturbed, request
):
    whole = child(tmp_path / "counted", kept, 0)
    statements, moments = int(whole.stdout), random.Random(20)
    for kill in range(KILLS):
        folder = where == "folder"
        place = tmp_path / f"c{kill}" if folder else request.getfixturevalue("server").new_database()
        last = moments.randrange(1, statements)
        assert child(place, kept, last).returncode in (-signal.SIGKILL, 0)
        with open_collection(place, read_many=Kept(kept)) as collection:
            add_singly(collection)
            equal(contents(collection), undisturbed)
            if kill == KILLS - 1:
                assert collection.verify().findings == ()
        if folder:
            shutil.rmtree(place)


def test_the_command_killed_at_any_time_and_run_again_ends_as_if_nothing_had_been(tmp_path):
    words = [sys.executable, "-m", "dateline", "add", str(PAGES[0].parent), "-w", "0", "--tier", "fast", "-c"]
    began = time.monotonic()
    subprocess.run([*words, str(tmp_path / "whole")], env=ENVIRONMENT, check=True, capture_output=True)
    took, moments = time.monotonic() - began, random.Random(21)
    place = tmp_path / "killed"
    for _ in range(KILLS // 2):
        running = subprocess.Popen(
            [*words, str(place)], env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            running.wait(timeout=moments.uniform(took / 4, took))
        except subprocess.TimeoutExpired:
            running.kill()
            running.wait()
    subprocess.run([*words, str(place)], env=ENVIRONMENT, check=True, capture_output=True)
    with dateline.open(place) as killed, dateline.open(tmp_path / "whole") as whole:
        equal(contents(killed), contents(whole))


def test_another_process_reads_all_the_while_and_never_sees_half_a_batch(place, kept):
    with open_collection(place, read_many=Kept(kept)) as collection:
        reader = subprocess.Popen(
            [sys.executable, str(READER), place],
            env=ENVIRONMENT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert reader.stdout.readline() == "ready\n"
        for one in PAGES:
            collection.add([one])
        told, _ = reader.communicate("")
    found = json.loads(told)
    assert reader.returncode == 0
    assert found["looks"] > 20 and found["torn"] == 0
    assert len(found["seen"]) > 3
