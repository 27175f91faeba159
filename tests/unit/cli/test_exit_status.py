"""0 all read, 1 some inputs rejected and named on standard error, 2 nothing done."""

from __future__ import annotations

import gzip
import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest


def _empty(folder: Path) -> Path:
    path = folder / "empty.html"
    path.write_bytes(b"")
    return path


def _pdf(folder: Path) -> Path:
    path = folder / "report.html"
    path.write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog >>\nendobj\n")
    return path


def _truncated_gzip(folder: Path) -> Path:
    path = folder / "page.html.gz"
    whole = gzip.compress(
        b"<html><body><p>" + random.Random(7).randbytes(4000).hex().encode() + b"</p></body></html>"
    )
    path.write_bytes(whole[: len(whole) // 2])
    return path


def _noise(folder: Path) -> Path:
    path = folder / "noise.txt"
    path.write_bytes(random.Random(11).randbytes(20_000))
    return path


def _missing(folder: Path) -> Path:
    return folder / "nowhere.html"


BAD = {
    "empty": (_empty, "empty"),
    "pdf": (_pdf, "pdf"),
    "truncated gzip": (_truncated_gzip, "truncated_gzip"),
    "noise": (_noise, "binary"),
    "missing": (_missing, "missing"),
}
bad_input = pytest.mark.parametrize(("make", "code"), BAD.values(), ids=BAD.keys())


def test_all_read_is_status_0(run, good_page):
    outcome = run("read", good_page, "--to", "jsonl")
    assert outcome.status == 0
    assert [json.loads(line)["schema"] for line in outcome.out.splitlines()] == ["dateline.reading/1"]


@bad_input
def test_a_bad_input_beside_a_good_page_is_status_1_and_named(run, good_page, tmp_path, make, code):
    bad = make(tmp_path)
    outcome = run("read", bad, good_page, "--to", "jsonl")
    assert outcome.status == 1
    assert len(outcome.out.splitlines()) == 1
    assert bad.name in outcome.err
    assert outcome.err.startswith(f"{code}:")
    assert "Traceback" not in outcome.err


@bad_input
def test_a_bad_input_alone_is_status_2(run, tmp_path, make, code):
    outcome = run("read", make(tmp_path), "--to", "jsonl")
    assert outcome.status == 2
    assert outcome.out == ""
    assert code in outcome.err


@bad_input
@pytest.mark.parametrize("command", ["stories", "brief"])
def test_the_other_commands_have_the_same_statuses(run, good_page, tmp_path, make, code, command):
    where = ("-o", tmp_path / "brief.md") if command == "brief" else ("--to", "json")
    bad = make(tmp_path)
    assert run(command, good_page, *where).status == 0
    assert run(command, bad, good_page, *where).status == 1
    assert run(command, bad, *where).status == 2


def test_files_of_saved_pages_are_skipped_in_one_line(run, good_page, tmp_path):
    folder = tmp_path / "saved"
    (folder / "page_files").mkdir(parents=True)
    (folder / "page.html").write_bytes(good_page.read_bytes())
    (folder / "page_files" / "frame.html").write_text("<html><body>An advert.</body></html>", "utf-8")
    (folder / "page_files" / "style.css").write_text("p { color: red }", "utf-8")
    outcome = run("read", folder, "--to", "jsonl")
    assert outcome.status == 0
    assert len(outcome.out.splitlines()) == 1
    assert [line for line in outcome.err.splitlines() if "skipped" in line] == [
        f"{folder}: skipped 2 files that belong to saved pages."
    ]


def test_rejections_are_written_as_records(run, good_page, tmp_path):
    bad, kept = _pdf(tmp_path), tmp_path / "rejections.jsonl"
    assert run("read", bad, good_page, "--rejections", kept, "--to", "jsonl").status == 1
    record = json.loads(kept.read_text(encoding="utf-8"))
    assert record["schema"] == "dateline.rejection/1"
    assert record["source"] == str(bad)
    assert len(record["bytes_sha256"]) == 64


def test_comparing_with_a_page_that_cannot_be_read_does_nothing(run, good_page, tmp_path):
    outcome = run("compare", good_page, _empty(tmp_path), "--to", "json")
    assert outcome.status == 2
    assert outcome.out == ""


@pytest.mark.parametrize("command", ["read --published", "stories --published", "lookup --at"])
def test_a_date_that_is_none_is_refused_before_any_result(run, good_page, command):
    name, option = command.split()
    outcome = run(name, good_page, option, "last Tuesday")
    assert outcome.status == 2
    assert outcome.out == ""
    assert "is no ISO date" in " ".join(outcome.err.split())
    assert "Traceback" not in outcome.err


@pytest.mark.parametrize("date", ["2024", "2024-03", "2024-03-08", "2024-03-08T09:30:00+01:00"])
def test_a_date_may_have_any_precision(run, good_page, date):
    assert run("read", good_page, "--published", date, "--to", "jsonl").status == 0


def test_a_wrong_option_is_status_2(run, good_page):
    assert run("read", good_page, "--colour").status == 2


def test_results_and_messages_do_not_mix(run, good_page, tmp_path):
    outcome = run("read", _empty(tmp_path), good_page, "--to", "jsonl")
    assert all(line.startswith("{") for line in outcome.out.splitlines())


def test_a_page_comes_in_by_standard_input(good_page):
    done = subprocess.run(
        [sys.executable, "-m", "dateline", "read", "-", "--to", "jsonl"],
        input=good_page.read_bytes(),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0
    assert "ferry line" in json.loads(done.stdout)["article"]["text"]


@pytest.mark.skipif(os.name != "posix", reason="SIGINT to a process is sent this way on POSIX only")
def test_an_interrupt_keeps_what_was_finished(good_page, tmp_path):
    for number in range(400):
        (tmp_path / f"page{number:03}.txt").write_bytes(good_page.read_bytes())
    with subprocess.Popen(
        [sys.executable, "-m", "dateline", "read", str(tmp_path), "--to", "jsonl"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        first = process.stdout.readline()
        time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        rest, errors = process.communicate(timeout=60)
    lines = (first + rest).splitlines()
    assert 1 <= len(lines) < 401
    assert all(json.loads(line)["schema"] == "dateline.reading/1" for line in lines)
    assert b"Traceback" not in errors
