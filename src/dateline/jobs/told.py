"""What is told of a watch while it goes on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from dateline.store import AddReport


@dataclass(frozen=True, slots=True)
class FeedRead:
    """A feed was asked: how many entries it has, what came of the new ones, and when it is due again; without `again` somebody stopped it
    on the way, and the rest comes next time."""

    address: str
    entries: int
    report: AddReport
    again: datetime | None


@dataclass(frozen=True, slots=True)
class FeedFailed:
    """A feed could not be read; it is tried again."""

    address: str
    error: str
    attempts: int
    again: datetime


@dataclass(frozen=True, slots=True)
class PageRead:
    """A page that could not be had before was added."""

    address: str
    report: AddReport


@dataclass(frozen=True, slots=True)
class PageFailed:
    """A page still cannot be had; without `again` it is given up."""

    address: str
    error: str
    attempts: int
    again: datetime | None


@dataclass(frozen=True, slots=True)
class Busy:
    """Another process writes into the collection."""

    message: str


@dataclass(frozen=True, slots=True)
class ClockBack:
    """The clock went back."""

    by: timedelta


News = FeedRead | FeedFailed | PageRead | PageFailed | Busy | ClockBack
