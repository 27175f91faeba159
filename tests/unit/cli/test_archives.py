"""The commands over archives: status, messages, what an interrupt leaves."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys

import pytest
from made_warcs import address, answer, packed, record

TEXT = "<html><head><title>Ferry {0} opens</title></head><body><h1>Ferry {0} opens</h1><p>Minister Ole Rand opened ferry {0} on Tuesday, the ministry said.</p></body></html>"


def made(count: int) -> list[bytes]:
    return packed(record(answer(TEXT.format(n).encode()), address(n)) for n in range(count))


def test_a_damaged_crawl_is_read_and_its_damage_is_told_and_kept(run, tmp_path):
    parts = [*made(4), *packed([record(b"GET / HTTP/1.1\r\n\r\n", address(9), "request")])]
    parts[1] = parts[1][:60] + b"\xff" * 9 + parts[1][69:]
    crawl, kept = tmp_path / "crawl.warc.gz", tmp_path / "rejections.jsonl"
    crawl.write_bytes(b"".join(parts))
    outcome = run("read", crawl, "--rejections", kept, "--to", "jsonl")
    assert outcome.status == 1
    assert [json.loads(line)["article"]["url"] for line in outcome.out.splitlines()] == [
        address(n) for n in (0, 2, 3)
    ]
    (told,) = [line for line in outcome.err.splitlines() if line.startswith("corrupt_gzip")]
    assert f"crawl.warc.gz@{len(parts[0])}" in told
    assert [json.loads(line)["place"] for line in kept.read_text("utf-8").splitlines()] == [
        f"crawl.warc.gz@{len(parts[0])}"
    ]
    assert "passed over" in outcome.err


@pytest.mark.parametrize("to", ["json", "jsonl"])
def test_lines_of_json_come_by_standard_input(to):
    rows = [{"text": f"Ferry {n} opens\n\nThe ministry said so.", "url": address(n)} for n in range(3)]
    done = subprocess.run(
        [sys.executable, "-m", "dateline", "read", "-", "--to", to],
        input="\n".join(map(json.dumps, rows)).encode(),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0
    found = (
        json.loads(done.stdout) if to == "json" else [json.loads(line) for line in done.stdout.splitlines()]
    )
    assert [reading["article"]["url"] for reading in found] == [address(n) for n in range(3)]


def test_a_list_of_readings_without_any_is_an_empty_list(run, tmp_path):
    (tmp_path / "empty.html").write_bytes(b"")
    outcome = run("read", tmp_path / "empty.html", "--to", "json")
    assert (outcome.status, outcome.out) == (2, "[]\n")


@pytest.mark.skipif(os.name != "posix", reason="SIGINT to a process is sent this way on POSIX only")
def test_an_interrupt_in_an_archive_keeps_what_was_finished(tmp_path):
    crawl = tmp_path / "crawl.warc.gz"
    crawl.write_bytes(b"".join(made(2_000)))
    with subprocess.Popen(
        [sys.executable, "-m", "dateline", "read", str(crawl), "--to", "json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        bufsize=0,
    ) as process:
        assert process.stdout is not None
        first = process.stdout.read(1)
        process.send_signal(signal.SIGINT)
        rest, errors = process.communicate(timeout=60)
    assert 1 <= len(json.loads(first + rest)) < 2_000
    assert process.returncode == 130
    assert b"the rest is not read" in errors
    assert b"Traceback" not in errors


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="a terminal is made this way on POSIX only")
def test_results_go_into_a_file_while_progress_is_on_the_terminal(tmp_path):
    crawl, results = tmp_path / "crawl.warc.gz", tmp_path / "readings.jsonl"
    crawl.write_bytes(b"".join(made(3)))
    ours, theirs = os.openpty()
    shown: list[bytes] = []
    with (
        results.open("wb") as file,
        subprocess.Popen(
            [sys.executable, "-m", "dateline", "read", str(crawl), "--to", "jsonl"],
            stdout=file,
            stderr=theirs,
            env={**os.environ, "TERM": "xterm"},
        ) as process,
    ):
        os.close(theirs)
        with contextlib.suppress(OSError):  # which is how a terminal says that it was left
            while part := os.read(ours, 4_096):
                shown.append(part)
    os.close(ours)
    assert process.returncode == 0
    assert len(results.read_text("utf-8").splitlines()) == 3
    assert b"3 pages" in b"".join(shown)
    assert b"dateline.reading" not in b"".join(shown)
