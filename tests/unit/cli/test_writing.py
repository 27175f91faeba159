"""Files that commands write: whole or not at all."""

from __future__ import annotations

import os
import signal
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from dateline.cli.writing import write_file
from dateline.model import DatelineError

resource = pytest.importorskip("resource", reason="a cap on the size of files is POSIX")


@contextmanager
def no_room() -> Iterator[None]:
    """No file of more than 1,000 bytes can be written inside, as on a disk that is nearly full."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)


def test_a_file_stays_whole_when_the_new_one_cannot_be_written(tmp_path):
    place = tmp_path / "brief.md"
    place.write_text("the earlier one", encoding="utf-8")
    refused = pytest.raises(DatelineError, match=r"brief\.md cannot be written .*give another --output")
    with refused, no_room():
        write_file(place, "x" * 5_000)
    assert place.read_text(encoding="utf-8") == "the earlier one"
    assert [path.name for path in tmp_path.iterdir()] == ["brief.md"]


def test_a_briefing_that_does_not_fit_is_one_line_and_leaves_the_earlier_one(run, filled, tmp_path):
    place = tmp_path / "brief.html"
    place.write_text("the earlier one", encoding="utf-8")
    with no_room():
        outcome = run("brief", "-c", filled, "-o", place)
    assert outcome.status == 2
    assert len(outcome.err.splitlines()) == 1
    assert place.read_text(encoding="utf-8") == "the earlier one"


def test_a_file_keeps_its_permissions_and_a_link_its_target(tmp_path):
    place, link = tmp_path / "one.svg", tmp_path / "link.svg"
    place.write_text("old", encoding="utf-8")
    place.chmod(0o640)
    link.symlink_to(place)
    write_file(link, "new")
    assert link.is_symlink()
    assert place.read_text(encoding="utf-8") == "new"
    assert stat.S_IMODE(place.stat().st_mode) == 0o640


def test_what_is_no_plain_file_is_written_into(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_file(pipe, "through")
    assert os.read(reader, 100) == b"through"
    os.close(reader)


def test_rejections_that_cannot_be_written_are_told_before_any_page(run, good_page, tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    outcome = run("read", good_page, "--rejections", blocked / "rejections.jsonl")
    assert outcome.status == 2
    assert outcome.out == ""
    assert "give another --rejections" in outcome.err
    assert Path(blocked).read_text(encoding="utf-8") == ""
