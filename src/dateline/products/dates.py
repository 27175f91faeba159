"""Dates in words and as days on a line."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d:\d\d)(?::[\d.]+)?(Z|[+-]\d\d:?\d\d)?)?)?)?")


def in_words(value: str) -> str:
    """An ISO year, month, day, time or `start/end` for a reader; anything else unchanged."""
    start, slash, end = value.partition("/")
    return _range(start, end) if slash and end else _one(start)


def _one(value: str) -> str:
    match = _DATE.fullmatch(value)
    if not match:
        return value
    year, month, day, time, zone = match.groups()
    if month and not 1 <= int(month) <= 12:
        return value
    words = [str(int(day))] if day else []
    words += [MONTHS[int(month) - 1]] if month else []
    clock = f", {time}{_zone(zone)}" if time else ""
    return " ".join([*words, year]) + clock


def _zone(zone: str | None) -> str:
    if not zone:
        return ""
    return " UTC" if zone in ("Z", "+00:00", "+0000") else f" {zone}"


def _range(start: str, end: str) -> str:
    if len(start) == len(end) == 10 and start[:7] == end[:7] and bounds(start):
        return f"{int(start[8:])}–{_one(end)}"
    if len(start) == len(end) and start[:4] == end[:4] and len(start) in (7, 10):
        return f"{_one(start).rpartition(' ')[0]} – {_one(end)}"
    return f"{_one(start)} – {_one(end)}"


def bounds(value: str) -> tuple[date, date] | None:
    """First and last day that a date covers; None where it is no date."""
    start, _, end = value.partition("/")
    first, last = _days(start), _days(end or start)
    return (first[0], last[1]) if first and last and first[0] <= last[1] else None


def _days(value: str) -> tuple[date, date] | None:
    match = _DATE.fullmatch(value)
    if not match:
        return None
    year, month, day = int(match[1]), int(match[2] or 0), int(match[3] or 0)
    try:
        if not month:
            return date(year, 1, 1), date(year, 12, 31)
        if not day:
            return date(year, month, 1), date(year, month, monthrange(year, month)[1])
        return date(year, month, day), date(year, month, day)
    except ValueError:
        return None


def spread(values: Iterable[str]) -> str | None:
    """The days that several dates cover, in words."""
    days = [b for b in map(bounds, values) if b]
    if not days:
        return None
    first, last = min(d[0] for d in days), max(d[1] for d in days)
    return in_words(first.isoformat() if first == last else f"{first}/{last}")
