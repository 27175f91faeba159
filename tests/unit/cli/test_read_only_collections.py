"""A collection that may be read and not written is read; what would write says so. Each test is a real process without the powers of root."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(
    os.name != "posix" or (os.geteuid() == 0 and shutil.which("setpriv") is None),
    reason="needs permissions that hold: a user who is not root, or setpriv",
)

READING = (
    ("stories", "--to", "json"),
    ("articles", "--to", "csv"),
    ("events", "--to", "csv"),
    ("search", "ferry"),
    ("actors", "--to", "csv"),
)
WRITING = (
    ("add", "PAGES"),
    ("re-read",),
    ("forget", "--outlet", "The Harbour Courier", "--yes"),
    ("audit", "draw", "spring", "--of", "events"),
)
CHILD = """
import io, json, sys
from dateline.cli import main

def ran(words):
    sys.stdout, sys.stderr = (io.TextIOWrapper(io.BytesIO(), "utf-8") for _ in range(2))
    sys.argv = ["dateline", *words]
    try:
        main()
    except SystemExit as ended:
        status = ended.code
    printed = []
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
        printed.append(stream.buffer.getvalue().decode())
    return [status, *printed]

told = [ran(words) for words in json.loads(sys.argv[1])]
sys.__stdout__.write(json.dumps(told))
"""

Ran = tuple[int, str, str]


def run(place: Path, *commands: Sequence[str | Path]) -> list[Ran]:
    """Runs commands on a collection, in one process of somebody for whom permissions hold: status, output, messages of each."""
    plainly = ["setpriv", "--bounding-set=-all", "--inh-caps=-all"] if os.geteuid() == 0 else []
    words = json.dumps([[*map(str, command), "-c", str(place)] for command in commands])
    done = subprocess.run(
        [*plainly, sys.executable, "-c", CHILD, words], capture_output=True, text=True, check=True
    )
    return [(status, out, err) for status, out, err in json.loads(done.stdout)]


@contextmanager
def shut(place: Path) -> Iterator[None]:
    """A collection that may not be written, for a while."""
    inner = sorted(place.rglob("*"))
    for path in (*inner, place):
        path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        yield
    finally:
        for path in (place, *inner):
            path.chmod(0o755 if path.is_dir() else 0o644)


@pytest.fixture
def shared(filled, tmp_path) -> Iterator[Path]:
    """A copy that may not be written."""
    place = shutil.copytree(filled, tmp_path / "shared")
    with shut(place):
        yield place


def test_commands_that_read_do(shared, filled) -> None:
    done = run(shared, *READING)
    assert [(status, err) for status, _, err in done] == [(0, "")] * len(READING)
    assert [out for _, out, _ in done] == [out for _, out, _ in run(filled, *READING)]
    assert sorted(path.name for path in shared.iterdir()) == sorted(path.name for path in filled.iterdir())


def test_commands_that_write_say_so_in_one_line(shared, two_pages) -> None:
    commands = [[str(two_pages) if word == "PAGES" else word for word in words] for words in WRITING]
    line = f"{shared} may be read and not written: check the permissions, or work on a copy of it.\n"
    assert run(shared, *commands) == [(2, "", line)] * len(WRITING)


def test_what_was_written_last_is_read_with_the_log(filled, tmp_path) -> None:
    place, with_log = shutil.copytree(filled, tmp_path / "open"), tmp_path / "with-log"
    writer = sqlite3.connect(place / "collection.sqlite")
    writer.execute("UPDATE articles SET title = 'Changed last'")
    writer.commit()
    shutil.copytree(place, with_log)
    writer.close()
    assert (with_log / "collection.sqlite-wal").stat().st_size
    with shut(with_log):
        ((_, out, _),) = run(with_log, READING[1])
        assert out.count("Changed last") == 3
    (with_log / "collection.sqlite-shm").unlink()
    with shut(with_log):
        ((status, out, err),) = run(with_log, READING[1])
    assert (status, out) == (2, "")
    assert "a log (collection.sqlite-wal) that is not in its tables yet" in err


def test_what_may_be_written_again_is_written_again(filled, tmp_path) -> None:
    place = shutil.copytree(filled, tmp_path / "both")
    with shut(place):
        assert run(place, WRITING[-1])[0][0] == 2
    assert run(place, WRITING[-1])[0][0] == 0
