"""Killed at any moment and begun again, each story is told under one id: a double can be told by it, and nothing is lost.

Five kills at a statement; five times as many with DATELINE_LONG=1.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from dateline.jobs.alerting import Wish, add_alert
from dateline.store import open_collection
from dateline.store.tables import ALERT_MATCHES, ALERTS, JOBS
from tests.unit.store.sample_pages import PAGES, rows_of

CHILD = Path(__file__).with_name("alerting_child.py")
ENVIRONMENT = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
KILLS = 25 if os.environ.get("DATELINE_LONG") else 5
TO_ME = "mailto:me@example.org"


def child(place: Path, moment: int | str) -> subprocess.CompletedProcess[str]:
    words = [sys.executable, str(CHILD), str(place), str(moment)]
    environment = {**ENVIRONMENT, **{k: v for k, v in os.environ.items() if k.startswith("DATELINE_")}}
    return subprocess.run(words, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture
def place(tmp_path, read_once, hook, mailbox):
    """A collection with two alerts that have something to tell."""
    with open_collection(tmp_path / "c", read_many=read_once) as collection:
        add_alert(collection, "market", Wish("market", [hook.url, TO_ME]))
        add_alert(collection, "summit", Wish("summit", [hook.url]))
        collection.add([PAGES[0], PAGES[20]])
    return tmp_path / "c"


def test_killed_between_the_sending_and_the_word_of_it_the_receiver_can_tell_the_double(place, hook, mailbox):
    for kill in range(3):
        assert child(place, "sent").returncode == -signal.SIGKILL
        assert len(hook.got) == kill + 1 and len(set(hook.ids)) == 1
    ended = child(place, 0)
    assert ended.returncode == 0, ended.stderr
    assert (
        len(hook.got) == 5 and len(set(hook.ids)) == 2
    )  # four times the one that was cut off, and the other
    first, *again = [body for headers, body in hook.got if headers["dateline-delivery"] == hook.ids[0]]
    assert again == [first] * 3
    assert [mail["Message-ID"] for mail in mailbox.mails] == [
        f"<{mailbox.mails[0]['Dateline-Delivery']}@news.example>"
    ]
    assert child(place, 0).returncode == 0 and len(hook.got) == 5


def test_killed_at_any_statement_each_story_is_told_under_one_id(place, tmp_path, read_once, hook, mailbox):
    whole = tmp_path / "whole"
    with open_collection(place, read_many=read_once) as collection:
        collection.backup(whole)
    moments = int(child(whole, 0).stdout)
    wanted = sorted(set(hook.ids) | {mail["Dateline-Delivery"] for mail in mailbox.mails})
    assert len(wanted) == 3
    draws, kills, number = random.Random(34), 0, 0
    while kills < KILLS:
        number += 1
        copy = tmp_path / f"copy{number}"
        with open_collection(place, read_many=read_once) as collection:
            collection.backup(copy)
        hook.got.clear()
        mailbox.mails.clear()
        while (ended := child(copy, draws.randrange(1, moments))).returncode:
            assert ended.returncode == -signal.SIGKILL, ended.stderr
            kills += 1
        assert child(copy, 0).returncode == 0
        ids = [*hook.ids, *(mail["Dateline-Delivery"] for mail in mailbox.mails)]
        assert sorted(set(ids)) == wanted
        with open_collection(copy, read_many=read_once) as collection:
            assert {row["state"] for row in rows_of(collection, JOBS)} == {"done"}
            assert len(rows_of(collection, ALERT_MATCHES)) == 2
            assert {row["rounds"] for row in rows_of(collection, ALERTS)} == {1}
