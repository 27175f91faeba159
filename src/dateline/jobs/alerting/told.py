"""What is told of a round of alerts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from dateline.jobs.told import Busy, ClockBack


@dataclass(frozen=True, slots=True)
class Found:
    """An alert found stories that it tells now."""

    alert: str
    stories: int


@dataclass(frozen=True, slots=True)
class Sent:
    """A message got through."""

    alert: str
    to: str
    stories: int


@dataclass(frozen=True, slots=True)
class SendFailed:
    """A message did not get through; without `again` it is given up."""

    alert: str
    to: str
    error: str
    attempts: int
    again: datetime | None


@dataclass(frozen=True, slots=True)
class NotReady:
    """An alert that was added meanwhile lacks a setting; it is left out until the run begins again with it."""

    alert: str
    error: str


AlertNews = Found | Sent | SendFailed | NotReady | Busy | ClockBack
