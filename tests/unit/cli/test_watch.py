"""`dateline watch`: feeds are remembered, told of in a line each, looked after; addresses of this network are refused."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys

import pytest

from tests.unit.jobs.newsstand import Newsstand
from tests.unit.sources.fetch.loopback import serving

OPML = """<opml version="2.0"><body><outline text="News"><outline text="Osthaven Post" xmlUrl="http://127.0.0.1:8099/post.xml"/>
<outline text="deeper"><outline title="Times" xmlUrl="feed://127.0.0.1:8099/times.xml"/></outline></outline></body></opml>"""
POST, TIMES = "http://127.0.0.1:8099/post.xml", "http://127.0.0.1:8099/times.xml"


def lines(text):
    return [json.loads(line) for line in text.splitlines()]


@pytest.fixture
def watched(run, tmp_path):
    """A collection that follows two feeds which cannot be had."""
    (tmp_path / "feeds.opml").write_text(OPML)
    place = tmp_path / "c"
    return place, run("watch", tmp_path / "feeds.opml", "-c", place, "--once", "--every", "2h")


def test_a_round_tells_of_each_feed_in_a_line(watched):
    _, outcome = watched
    assert outcome.status == 2
    told = outcome.err.splitlines()
    assert len(told) == 2
    assert all("is no public address" in line and "Tried once, again at" in line for line in told)


def test_feeds_are_remembered_and_listed(run, watched):
    place, _ = watched
    found = lines(run("watch", "--list", "-c", place).out)
    assert [(feed["address"], feed["title"], feed["every"], feed["failures"]) for feed in found] == [
        (POST, "Osthaven Post", 7200, 1),
        (TIMES, "Times", 7200, 1),
    ]
    assert "no public address" in found[0]["error"]
    again = run("watch", "--once", "-c", place)
    assert again.status == 0 and "no feed is due" in again.err


def test_another_interval_holds_for_a_feed_that_is_there(run, watched):
    place, _ = watched
    run("watch", POST, "--once", "--every", "1d", "-c", place)
    run("watch", TIMES, "--once", "-c", place)
    assert [feed["every"] for feed in lines(run("watch", "--list", "-c", place).out)] == [86400, 7200]
    run("watch", "--once", "--every", "30m", "-c", place)
    assert [feed["every"] for feed in lines(run("watch", "--list", "-c", place).out)] == [1800, 1800]


def test_a_feed_is_dropped(run, watched):
    place, _ = watched
    assert "no longer followed" in run("watch", "--stop", POST, "-c", place).err
    assert [feed["address"] for feed in lines(run("watch", "--list", "-c", place).out)] == [TIMES]
    assert run("watch", "--stop", POST, "-c", place).status == 2


def test_what_was_given_up_is_shown_and_tried_again(run, watched):
    import dateline
    from dateline.store.tables import JOBS

    place, _ = watched
    assert run("watch", "--dead", "-c", place).out == ""
    with dateline.open(place) as collection, collection.holdings.database.writing() as connection:
        connection.execute(JOBS.update().values(attempts=4, not_before=None))
    assert "Tried 5 times" in run("watch", "--once", "-c", place).err
    first, _ = lines(run("watch", "--dead", "-c", place).out)
    assert (first["kind"], first["address"], first["attempts"]) == ("feed", POST, 5)
    assert run("watch", "--retry", "999", "-c", place).status == 2
    assert run("watch", "--retry", "x", "-c", place).status == 2
    assert "1 to be tried" in run("watch", "--retry", str(first["id"]), "-c", place).err
    assert "1 to be tried" in run("watch", "--retry", "all", "-c", place).err
    assert "Tried once" in run("watch", "--once", "-c", place).err


def test_tables_are_for_people(run, watched, monkeypatch):
    place, _ = watched
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    shown = run("watch", "--list", "-c", place).out
    assert POST in shown and "2h" in shown and "failures" in shown


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["none.opml"], "none.opml"),
        (["page.html"], "lists no feeds"),
        (["--every", "10s"], "15m, 2h or 1d"),
        (["--every", "0m"], "15m, 2h or 1d"),
    ],
)
def test_what_is_no_list_or_no_interval_is_told(run, tmp_path, monkeypatch, words, told):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "page.html").write_text("<html><body><p>A page.</p></body></html>")
    outcome = run("watch", *words, "-c", tmp_path / "c", "--once")
    assert outcome.status == 2 and told in outcome.err
    assert not (tmp_path / "c").exists()


def test_a_collection_without_feeds_says_so(run, filled):
    outcome = run("watch", "--once", "-c", filled)
    assert outcome.status == 2 and "follows no feeds" in outcome.err
    assert "follows no feeds" in run("watch", "--list", "-c", filled).err
    assert "nothing was given up" in run("watch", "--dead", "-c", filled).err


CHILD = """
import dateline.cli.watch
from dateline.cli import main
from tests.unit.jobs.conftest import fetching

dateline.cli.watch._fetching = fetching
main()
"""
"""The command, allowed to ask this machine."""


def test_a_signal_to_end_finishes_what_is_at_hand_and_the_rest_comes_later(run, tmp_path):
    with serving() as site:
        stand = Newsstand(site)
        stand.publish("courier", 1)
        stand.publish("post", 1)
        words = [stand.address("courier"), stand.address("post"), "--tier", "fast", "-c", str(tmp_path / "c")]
        running = subprocess.Popen(
            [sys.executable, "-c", CHILD, "watch", *words],
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
            stderr=subprocess.PIPE,
            text=True,
        )
        assert "1 entry, 1 new; next at" in running.stderr.readline()
        running.send_signal(signal.SIGTERM)
        _, rest = running.communicate(timeout=60)
        assert running.returncode == 0 and "Traceback" not in rest
    first, second = lines(run("watch", "--list", "-c", tmp_path / "c").out)
    assert first["failures"] == second["failures"] == 0
    assert 1 <= len(lines(run("articles", "-c", tmp_path / "c").out)) <= 2
