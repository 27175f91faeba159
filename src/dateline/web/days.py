"""Days as lists show them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from dateline.products.dates import in_words

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SHOWN = 14


def weekday_words(day: str) -> str:
    """`Thursday 15 Sep 2022`."""
    return f"{_WEEKDAYS[date.fromisoformat(day).weekday()]} {in_words(day)}"


def last_days(counts: Mapping[int, int], last: str) -> list[int]:
    """Counts of the fourteen days that end with one; days are running numbers."""
    end = date.fromisoformat(last).toordinal()
    return [counts.get(day, 0) for day in range(end - _SHOWN + 1, end + 1)]
