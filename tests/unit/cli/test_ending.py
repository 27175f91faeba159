"""However a command ends, there is a status and at most a line; no traceback. Each test is a real process."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

DATELINE = (sys.executable, "-m", "dateline")
NEWSROOM = Path(__file__).parents[3] / "examples" / "newsroom"
posix = pytest.mark.skipif(os.name != "posix", reason="signals and full devices are POSIX")
full_device = pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no full device")


def _stopped(*arguments: str | Path, after: float = 0.0, on: str = "") -> tuple[int, str, str]:
    """A command to which Ctrl-C comes some seconds after its start, or after a message that holds some words."""
    with subprocess.Popen(
        [*DATELINE, *map(str, arguments)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stderr is not None
        told = ""
        while on and on not in told:
            told = process.stderr.readline()
        time.sleep(after)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    return process.returncode, out, err


@full_device
@pytest.mark.parametrize("arguments", [("read", "--to", "jsonl"), ("--help",)])
def test_a_full_disk_behind_standard_output_is_one_line(good_page, arguments):
    paths = [str(good_page)] if "read" in arguments else []
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*DATELINE, *arguments, *paths], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert done.returncode == 2
    assert done.stderr.splitlines() == [
        "standard output cannot be written (No space left on device): make room, or send the results elsewhere."
    ]


@full_device
def test_messages_that_nobody_takes_stop_nothing(good_page, tmp_path):
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*DATELINE, "read", str(tmp_path / "nowhere"), str(good_page)],
            stdout=subprocess.PIPE,
            stderr=full,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert done.stdout.startswith('{"schema":"dateline.reading/1"')


@posix
@pytest.mark.parametrize("arguments", [("read", "--help"), ("read", "--to", "table")])
def test_a_reader_that_went_away_ends_it_as_other_tools_end(good_page, arguments):
    paths = [] if "--help" in arguments else [str(good_page)] * 3
    with subprocess.Popen(
        [*DATELINE, *arguments, *paths], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        process.stdout.close()
        assert process.stderr is not None
        assert process.stderr.read() == ""
    assert process.returncode == 141


@pytest.mark.parametrize(("encoding", "to"), [("latin-1", "jsonl"), ("cp1252", "table")])
def test_results_in_a_pipe_are_utf_8_whatever_the_locale(tmp_path, encoding, to):
    page = tmp_path / "page.txt"
    page.write_text("Visit to Brask\n\nПавел Novák met the mayor of Łódź on Tuesday.\n", encoding="utf-8")
    done = subprocess.run(
        [*DATELINE, "read", str(page), "--to", to],
        env={**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0
    assert "Павел Novák" in done.stdout.decode("utf-8")
    assert b"Traceback" not in done.stderr


@posix
def test_ctrl_c_while_the_code_is_loaded_is_one_line(good_page):
    status, out, err = _stopped("read", good_page, after=0.4)
    assert (status, out) == (130, "")
    assert len(err.splitlines()) <= 1
    assert "Traceback" not in err


@posix
def test_a_briefing_that_was_stopped_leaves_the_earlier_one(good_page, tmp_path):
    brief = tmp_path / "brief.md"
    brief.write_text("the earlier one", encoding="utf-8")
    pages = [good_page] * 200
    status, _, err = _stopped("brief", tmp_path / "nowhere", *pages, "-o", brief, on="missing:", after=0.5)
    assert status == 130
    assert "the rest is not read." in err
    assert brief.read_text(encoding="utf-8") == "the earlier one"


@posix
def test_adding_that_was_stopped_keeps_what_it_says(tmp_path):
    place = tmp_path / "collection"
    missing = tmp_path / "nowhere"
    for number in range(300):
        (tmp_path / f"page{number:03}.txt").write_text(f"Number {number}\n\nNothing happened.\n", "utf-8")
    pages = sorted(tmp_path.glob("page*.txt"))
    status, _, err = _stopped("add", missing, *pages, "-c", place, "--tier", "fast", on="missing:")
    assert status == 130
    assert "the rest is not read." in err
