"""Which of a page's dates is the one of publication, and which of its forms says most.

Pages state one moment several times: as a day, as a time without zone, in UTC, in their own zone. The first source decides
which moment it is; the form with the zone of the page is taken, because its day is the day that readers saw.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from dateline.model import DatedValue, DatePrecision

_EASTERNMOST, _WESTERNMOST = 14 * 3600, -12 * 3600
_FIRST_YEAR, _LAST_YEAR = 1900, 2099
_DEFAULTS = ("1970-01-01", "1900-01-01", "2000-01-01T00:00:00")
"""What systems write where no date was set."""
_DAY = dt.timedelta(days=1)
_HALF_ZONES = (-570, -210, -150, 210, 270, 330, 345, 390, 525, 570, 630, 765)
"""Zones, in minutes from UTC, that are not of whole hours."""


def moment_of(date: DatedValue) -> dt.datetime | None:
    """The moment of a date that has a time, with or without zone; None for a day, a month, a year."""
    return dt.datetime.fromisoformat(date.value) if date.precision is DatePrecision.TIME else None


def is_possible(date: DatedValue) -> bool:
    """False for what stands for no date at all, and for years that no page of the web is of."""
    year = date.value[:4]
    return (
        year.isdecimal() and _FIRST_YEAR <= int(year) <= _LAST_YEAR and not date.value.startswith(_DEFAULTS)
    )


def order_published(published: Sequence[DatedValue], modified: Sequence[DatedValue]) -> list[DatedValue]:
    """Dates of publication, best first. The first source is believed, unless two others agree on another day that is no day of a
    change; or it repeats the last change or lies behind it, and the address, which no change moves, has an earlier day."""
    usable = [date for date in published if is_possible(date)]
    if not usable:
        return []
    changes = [date for date in modified if is_possible(date)]
    first = _outvoted(usable, changes) or usable[0]
    if any(is_same_moment(first, change) or _lies_behind(first, change) for change in changes[:1]):
        is_shown = any(date.span and not _are_apart(first, date) for date in usable)
        earlier = [date for date in usable if date.source == "url" and _lies_behind(first, date)]
        first = earlier[0] if earlier and not is_shown else first
    return [first, *(date for date in usable if date is not first)]


def _outvoted(usable: Sequence[DatedValue], changes: Sequence[DatedValue]) -> DatedValue | None:
    """The date of a day that two kinds of source agree on, where the first source stands alone with its own."""
    voters: dict[str, set[str]] = {}
    for date in usable:
        voters.setdefault(date.value[:10], set()).add("shown" if date.span else date.source)
    first = usable[0]
    if sum(len(kinds) for day, kinds in voters.items() if not _are_apart(first, day_value(day))) > 1:
        return None
    moved = {change.value[:10] for change in changes}
    return next((d for d in usable if len(voters[d.value[:10]]) > 1 and d.value[:10] not in moved), None)


def day_value(day: str) -> DatedValue:
    """A day as a date without source."""
    return DatedValue(day, DatePrecision.DAY, "", None)


def _are_apart(a: DatedValue, b: DatedValue) -> bool:
    return _lies_behind(a, b) or _lies_behind(b, a)


def _lies_behind(late: DatedValue, early: DatedValue) -> bool:
    """More than a day after: no matter of zones."""
    try:
        return dt.date.fromisoformat(late.value[:10]) - dt.date.fromisoformat(early.value[:10]) > _DAY
    except ValueError:
        return False


def is_same_moment(a: DatedValue, b: DatedValue) -> bool:
    """True for two forms of one moment, of which at least one has a zone or both have none."""
    one, other = moment_of(a), moment_of(b)
    if one is None or other is None:
        return False
    if (one.tzinfo is None) != (other.tzinfo is None):
        return one.replace(tzinfo=None) == other.replace(tzinfo=None)
    return abs(one - other) < dt.timedelta(minutes=1)


def best_form(date: DatedValue, others: Iterable[DatedValue]) -> DatedValue:
    """The most exact form of a date among others: with time and the page's zone, then UTC, then no zone, then the day."""
    forms = [date, *(other for other in others if is_possible(other) and _is_form_of(other, date))]
    best = max(forms, key=_exactness)
    moment, other = moment_of(date), moment_of(best)
    if moment and other and moment.utcoffset() is not None and not _is_whole_day(date):
        return _moved(date, moment, other.utcoffset() or dt.timedelta(0))
    return best


def _is_form_of(other: DatedValue, date: DatedValue) -> bool:
    if _is_whole_day(date):
        return (moment_of(other) is not None and other.value[:10] == date.value[:10]) or _covers(date, other)
    return is_same_moment(date, other)


def _covers(date: DatedValue, other: DatedValue) -> bool:
    """True where another date only adds month or day to one that lacks them."""
    return len(date.value) < 10 and other.value.startswith(date.value + "-")


def _is_whole_day(date: DatedValue) -> bool:
    """A day, or the midnight that systems write for a day."""
    moment = moment_of(date)
    return moment is None or moment.time() == dt.time(0)


def _exactness(date: DatedValue) -> int:
    moment = moment_of(date)
    if moment is None:
        return len(date.value) // 4 - 3
    if moment.utcoffset() is None:
        return 0 if _is_whole_day(date) else 1
    if _is_whole_day(date):
        return 0
    return 3 if moment.utcoffset() else 2


def in_local_zone(
    date: DatedValue, clocks: Iterable[dt.datetime], days: Iterable[str], offsets: Iterable[dt.timedelta]
) -> DatedValue:
    """A moment in UTC as the moment in the page's own zone, where the page tells it.

    `clocks` are times of day that the page shows or writes without zone: one that differs by whole quarters of an hour is
    the same moment where its readers are. `days` are the days that it shows, `offsets` the zones of its other stamps: one
    that brings the moment to the shown day is the page's.
    """
    moment = moment_of(date)
    if moment is None or moment.utcoffset() != dt.timedelta(0):
        return date
    plain = moment.replace(tzinfo=None)
    for clock in clocks:
        offset = _offset(plain, clock.replace(tzinfo=None))
        if offset:
            return _moved(date, moment, offset)
    shown = {day for day in days if day != date.value[:10]}
    for offset in offsets:
        if (plain + offset).date().isoformat() in shown:
            return _moved(date, moment, offset)
    return date


def _offset(utc: dt.datetime, clock: dt.datetime) -> dt.timedelta | None:
    """How far a clock is from UTC, where the two show one moment."""
    seconds = (clock.replace(second=0, microsecond=0) - utc.replace(second=0, microsecond=0)).total_seconds()
    minutes = int(seconds) // 60
    is_zone = minutes % 60 == 0 or minutes in _HALF_ZONES
    return dt.timedelta(minutes=minutes) if is_zone and _WESTERNMOST <= seconds <= _EASTERNMOST else None


def _moved(date: DatedValue, moment: dt.datetime, offset: dt.timedelta) -> DatedValue:
    value = moment.astimezone(dt.timezone(offset)).isoformat()
    return DatedValue(value, date.precision, date.source, date.span) if offset else date
