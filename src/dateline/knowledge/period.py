"""Dates of a given precision (`2022`, `2022-09`, `2022-09-17`) and whether a row held on a day."""

from __future__ import annotations

import datetime
from functools import lru_cache

Day = datetime.date | str | None
"""A moment that a caller asks about: a date, an ISO string of any precision, or None where it is not known."""

EARLIEST, LATEST = "0000-00-00", "9999-99-99"


def iso(at: Day) -> str | None:
    """The ISO day, month or year of `at`; a time of day is dropped, a range keeps its beginning.

    Raises:
        ValueError: a string does not begin with four digits.
    """
    if at is None or at == "":
        return None
    text = at if isinstance(at, str) else at.isoformat()
    text = text.split("/")[0][:10]
    if not text[:4].isdigit():
        raise ValueError(f"not an ISO date: {at!r}; write 2022, 2022-09 or 2022-09-15")
    return text


def first_day(value: str | None) -> str:
    """The earliest day that a date of any precision may mean; the beginning of time where it is not known."""
    return (value + "-01-01"[len(value) - 4 :])[:10] if value else EARLIEST


def last_day(value: str | None) -> str:
    """The latest day that a date of any precision may mean; the end of time where it is not known.

    Every month has 31 days here: only the order of the strings counts.
    """
    return (value + "-12-31"[len(value) - 4 :])[:10] if value else LATEST


def may_hold(start: str | None, end: str | None, at: str) -> bool:
    """True when a row from `start` to `end` may have held at `at`, given the precision of all three."""
    return first_day(start) <= last_day(at) and first_day(at) <= last_day(end)


def must_hold(start: str | None, end: str | None, at: str) -> bool:
    """True when it held at `at` whichever days the three dates mean. The day of leaving is not certain."""
    return bool(start) and last_day(start) <= first_day(at) and last_day(at) < first_day(end or LATEST)


@lru_cache(maxsize=1 << 10)
def days_after(value: str, days: int) -> str:
    """The ISO day that lies some days after the last day of `value`."""
    year, month, day = (int(part) for part in last_day(value).split("-"))
    while True:
        try:
            return (datetime.date(year, month, day) + datetime.timedelta(days=days)).isoformat()
        except ValueError:
            day -= 1
