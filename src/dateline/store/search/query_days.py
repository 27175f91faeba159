"""Days as a query gives them: a date of any precision, a weekday, or so many days ago."""

from __future__ import annotations

import re
from datetime import date, timedelta

WAYS = "2022, 2022-09, 2022-09-14, today, yesterday, monday or 7d"
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_AGO = re.compile(r"(\d{1,5})d")
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NAMED = {"today": 0, "yesterday": 1}


def first_day(value: str, today: date) -> date | None:
    """The first day of what is named, None where it names no day. A weekday is the last one, today included."""
    small = value.lower()
    if small in _NAMED:
        return today - timedelta(days=_NAMED[small])
    if small in _WEEKDAYS:
        return today - timedelta(days=(today.weekday() - _WEEKDAYS.index(small)) % 7)
    if (ago := _AGO.fullmatch(small)) is not None:
        return _back(today, int(ago[1]))
    if (given := _DATE.fullmatch(small)) is None or not value.isascii():
        return None
    try:
        return date(int(given[1]), int(given[2] or 1), int(given[3] or 1))
    except ValueError:
        return None


def _back(today: date, days: int) -> date:
    return date.fromordinal(max(1, today.toordinal() - days))
