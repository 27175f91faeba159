"""What the system does not let be read is named, and costs nothing else. Each test is a real process without the powers of root."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

Ran = subprocess.CompletedProcess[str]

pytestmark = pytest.mark.skipif(
    os.name != "posix" or (os.geteuid() == 0 and shutil.which("setpriv") is None),
    reason="needs permissions that hold: a user who is not root, or setpriv",
)


@pytest.fixture
def run_plainly() -> Callable[..., Ran]:
    """Runs `dateline ARGUMENTS...` as somebody for whom permissions hold."""
    plainly = ["setpriv", "--bounding-set=-all", "--inh-caps=-all"] if os.geteuid() == 0 else []

    def run(*arguments: str | Path) -> Ran:
        command = [*plainly, sys.executable, "-m", "dateline", *map(str, arguments)]
        return subprocess.run(command, capture_output=True, text=True, check=False)

    return run


@pytest.fixture
def shut() -> Iterator[Callable[[Path, int], None]]:
    """Takes permissions away, and gives them back in the end."""
    changed: list[Path] = []

    def shut_it(path: Path, mode: int) -> None:
        changed.append(path)
        path.chmod(mode)

    yield shut_it
    for path in changed:
        path.chmod(0o700)


def test_a_folder_inside_that_cannot_be_opened_is_a_rejection(run_plainly, shut, two_pages):
    inner = two_pages / "inner"
    inner.mkdir()
    (inner / "three.txt").write_text("Third page\n\nNothing happened.\n", encoding="utf-8")
    shut(inner, 0)
    done = run_plainly("add", two_pages, "-c", two_pages.parent / "collection", "--to", "json")
    assert done.returncode == 1
    assert f"unreadable: {inner} is a folder that cannot be read (Permission denied)" in done.stderr
    assert len(json.loads(done.stdout)["rejections"]) == 1


@pytest.mark.parametrize("mode", [0, 0o600])
def test_a_folder_that_cannot_be_opened_is_named_as_that(run_plainly, shut, two_pages, mode):
    shut(two_pages, mode)
    done = run_plainly("read", two_pages)
    assert done.returncode == 2
    assert done.stderr.startswith("unreadable: ")
    assert "Permission denied" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_file_in_a_folder_that_cannot_be_opened_is_named(run_plainly, shut, two_pages):
    shut(two_pages, 0)
    done = run_plainly("read", two_pages / "one.txt")
    assert done.returncode == 2
    assert done.stderr.startswith("unreadable: ")
