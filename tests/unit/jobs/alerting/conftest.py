"""Receivers on this machine, and rounds of alerts with a clock that tests set."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random
from typing import Any

import pytest

from dateline.jobs.alerting import AlertRun
from dateline.store import Collection
from tests.unit.jobs.alerting.receivers import SECRET, Hook, Mailbox, mail_server, webhook

Round = Callable[[Collection], list[Any]]


@pytest.fixture
def hook(monkeypatch: pytest.MonkeyPatch) -> Iterator[Hook]:
    monkeypatch.setenv("DATELINE_WEBHOOK_SECRET", SECRET)
    with webhook() as receiver:
        yield receiver


@pytest.fixture
def mailbox(monkeypatch: pytest.MonkeyPatch) -> Iterator[Mailbox]:
    with mail_server() as box:
        for name, value in {
            "HOST": "127.0.0.1",
            "PORT": str(box.port),
            "SECURITY": "none",
            "FROM": "desk@news.example",
        }.items():
            monkeypatch.setenv(f"DATELINE_SMTP_{name}", value)
        yield box


@pytest.fixture
def round(clock: Any) -> Round:
    """Makes one round, and gives what it told."""

    def make(collection: Collection) -> list[Any]:
        news: list[Any] = []
        AlertRun(collection, clock=clock, random=Random(5), told=news.append).once()
        return news

    return make
