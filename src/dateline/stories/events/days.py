"""Dates of events as ranges of days."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from dateline.model import EventDate

Days = tuple[int, int]
"""First and last day, as running numbers."""


def days_of(when: EventDate | None) -> Days | None:
    """The days that a date may mean; None where it is missing or cannot be read."""
    if when is None:
        return None
    try:
        first, _, last = when.value.partition("/")
        start = _bounds(first)
        end = _bounds(last) if last else start
    except ValueError:
        return None
    return (start[0], end[1]) if start[0] <= end[1] else None


def _bounds(value: str) -> Days:
    parts = [int(part) for part in value[:10].split("-")]
    if len(parts) == 1:
        return date(parts[0], 1, 1).toordinal(), date(parts[0], 12, 31).toordinal()
    if len(parts) == 2:
        year, month = parts
        last = monthrange(year, month)[1]
        return date(year, month, 1).toordinal(), date(year, month, last).toordinal()
    day = date(parts[0], parts[1], parts[2]).toordinal()
    return day, day


def gap(a: Days, b: Days) -> int:
    """Days between two ranges; 0 where they overlap."""
    return max(0, b[0] - a[1], a[0] - b[1])
