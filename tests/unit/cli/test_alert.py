"""`dateline alert`: queries are kept, listed and told from the command line; what is wrong is one line and status 2."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time

import pytest

import dateline
from tests.unit.cli.conftest import GOOD_PAGE, OTHER_PAGE, VISIT_PAGE
from tests.unit.jobs.alerting.receivers import SECRET, free_port, mail_server, webhook


def lines(text):
    return [json.loads(line) for line in text.splitlines()]


@pytest.fixture
def place(tmp_path, monkeypatch):
    """A collection with two reports of one occurrence, and settings of nothing."""
    for name in [name for name in os.environ if name.startswith("DATELINE_")]:
        monkeypatch.delenv(name)
    with dateline.open(tmp_path / "c") as collection:
        collection.add([GOOD_PAGE, OTHER_PAGE], workers=0)
    return tmp_path / "c"


def test_from_a_query_to_a_message_by_every_way(run, place, tmp_path, monkeypatch):
    out = tmp_path / "out.json"
    monkeypatch.setenv("DATELINE_WEBHOOK_SECRET", SECRET)
    with webhook() as hook, mail_server() as box:
        added = run(
            "alert", "add", "ferries", "-c", place, "--query", "ferry", "--present",
            "--to", hook.url, "--to", "mailto:me@example.org", "--to", f"command:tee {out}",
        )  # fmt: skip
        assert added.status == 0 and "ferries is kept" in added.err
        mail = ("--smtp-host", "127.0.0.1", "--smtp-port", box.port, "--smtp-security", "none")
        told = run("alert", "run", "--once", "-c", place, *mail, "--smtp-from", "desk@news.example")
        assert told.status == 0 and told.err.count("1 story sent to") == 3
        assert SECRET not in told.err and hook.url not in told.err
        again = run("alert", "run", "--once", "-c", place, *mail, "--smtp-from", "desk@news.example")
        assert again.status == 0 and "nothing new to tell" in again.err
        (message,) = hook.messages
        (mailed,) = box.mails
        assert lines(out.read_text())[0]["stories"] == message["stories"]
        assert message["stories"][0]["headline"] in mailed["Subject"]
        assert mailed["From"] == "Dateline <desk@news.example>" and hook.is_signed(0)


def test_alerts_are_listed_and_removed(run, place):
    assert "has no alerts" in run("alert", "list", "-c", place).err
    run(
        "alert", "add", "visits", "-c", place, "--source", "Espen Barth Eide", "--status", "happened",
        "--digest", "daily", "--at", "07:30", "--to", "command:cat",
    )  # fmt: skip
    (state,) = lines(run("alert", "list", "-c", place).out)
    assert (state["name"], state["asked"], state["digest"]) == (
        "visits",
        "--source Espen Barth Eide --status happened",
        "daily 07:30",
    )
    assert run("alert", "remove", "visits", "-c", place).status == 0
    gone = run("alert", "remove", "visits", "-c", place)
    assert gone.status == 2 and "there is no alert visits" in gone.err
    assert run("alert", "run", "--once", "-c", place).status == 2


def test_what_does_not_get_through_is_told_and_tried_again(run, place):
    to = "command:false"
    run("alert", "add", "ferries", "-c", place, "-q", "ferry", "--present", "--to", to)
    failed = run("alert", "run", "--once", "-c", place)
    assert failed.status == 2
    assert "ferries, to command:false: false ended with status 1. Tried once, again at" in failed.err
    assert "no message was given up" in run("alert", "dead", "-c", place).err
    assert run("alert", "retry", "all", "-c", place).status == 2
    assert run("alert", "retry", "first", "-c", place).status == 2
    (state,) = lines(run("alert", "list", "-c", place).out)
    assert (state["waiting"], state["dead"], state["sent"]) == (1, 0, None)


def test_a_sample_is_sent_or_its_fault_is_told(run, place):
    run("alert", "add", "ferries", "-c", place, "-q", "ferry", "--to", "command:cat")
    sample = run("alert", "test", "ferries", "-c", place)
    assert sample.status == 0 and "with 1 story." in sample.err
    unknown = run("alert", "test", "trains", "-c", place)
    assert unknown.status == 2 and "has no alert 'trains'" in unknown.err
    run("alert", "add", "mailed", "-c", place, "-q", "ferry", "--to", "mailto:me@example.org")
    mail = ("--smtp-host", "127.0.0.1", "--smtp-port", free_port(), "--smtp-from", "desk@news.example")
    down = run("alert", "test", "mailed", "-c", place, *mail)
    assert down.status == 2 and "cannot be reached" in down.err and down.err.count("\n") == 1


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--query", "ferry", "--to", "me@example.org"], "is no destination"),
        (["--query", "ferry", "--to", "http://hooks.example.org/x"], "in the clear"),
        (
            ["--query", "ferry", "--to", "https://127.0.0.1.example/x", "--at", "9", "--digest", "daily"],
            "no hour",
        ),
        (["--query", "type:ferry", "--to", "command:cat"], "ferry"),
        (["--to", "command:cat"], "asks for nothing"),
        (["--status", "maybe", "--to", "command:cat"], "maybe"),
    ],
)
def test_what_cannot_be_kept_is_told_in_one_line(run, place, words, told):
    refused = run("alert", "add", "ferries", "-c", place, *words)
    assert refused.status == 2 and told in refused.err and refused.err.count("\n") == 1
    assert run("alert", "list", "-c", place).out == ""


def test_a_setting_that_is_missing_is_told_before_anything_is_tried(run, place):
    run("alert", "add", "one", "-c", place, "-q", "ferry", "--present", "--to", "command:false")
    run("alert", "add", "two", "-c", place, "-q", "ferry", "--present", "--to", "https://hooks.example.org/x")
    refused = run("alert", "run", "--once", "-c", place)
    assert refused.status == 2 and refused.err.count("\n") == 1
    assert "DATELINE_WEBHOOK_SECRET is not set" in refused.err
    assert [state["waiting"] for state in lines(run("alert", "list", "-c", place).out)] == [0, 0]


def test_a_run_goes_on_until_it_is_told_to_end(run, place, tmp_path):
    out = tmp_path / "out.json"
    run("alert", "add", "visits", "-c", place, "-q", "Tonga", "--present", "--to", f"command:tee {out}")
    with dateline.open(place) as collection:
        collection.add([VISIT_PAGE], workers=0)
    words = [sys.executable, "-m", "dateline", "alert", "run", "-c", str(place)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    running = subprocess.Popen(words, env=environment, stderr=subprocess.PIPE, text=True)
    until = time.monotonic() + 60
    while not (out.exists() and out.read_text()) and time.monotonic() < until:
        time.sleep(0.1)
    running.send_signal(signal.SIGTERM)
    _, told = running.communicate(timeout=30)
    assert running.returncode == 0 and "1 story sent to" in told
