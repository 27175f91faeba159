"""Days, weeks, months or years, whichever divides a stretch of time into a number of bars that can be read."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from math import ceil

from dateline.products.dates import MONTHS

_MOST_DAYS, _MOST_WEEKS, _MOST_MONTHS = 45, 300, 6 * 366
_LABEL = 76.0


class Unit(StrEnum):
    """How long a period is."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Periods:
    """Neighbouring periods by their first days, from that of the first day to that of the last."""

    unit: Unit
    starts: tuple[date, ...]

    def index(self, day: date) -> int:
        """The place of the period that a day lies in."""
        return bisect_right(self.starts, day) - 1

    def after(self, start: date) -> date:
        """The first day of the period after one."""
        return _next(start, self.unit)

    def labels(self, width: float) -> list[tuple[int, str]]:
        """The periods that are labelled where each is so wide, with their words: the year stands where it begins."""
        step = ceil(_LABEL / width)
        chosen = list(range(0, len(self.starts), step))
        return [(i, self._label(i, self.starts[chosen[n - 1]] if n else None)) for n, i in enumerate(chosen)]

    def name(self, index: int) -> str:
        """A period in a table: its day, month or year, or the first day of its week."""
        length = {Unit.YEAR: 4, Unit.MONTH: 7}.get(self.unit, 10)
        return self.starts[index].isoformat()[:length]

    def _label(self, index: int, before: date | None) -> str:
        day = self.starts[index]
        if self.unit is Unit.YEAR:
            return str(day.year)
        month = MONTHS[day.month - 1]
        said = month if self.unit is Unit.MONTH else f"{day.day} {month}"
        return said if before and before.year == day.year else f"{said} {day.year}"


def periods_of(days: Iterable[date]) -> Periods:
    """The periods that some days, of which there is at least one, lie in."""
    ordered = sorted(days)
    first, last = ordered[0], ordered[-1]
    unit = _unit((last - first).days)
    starts = [_start(first, unit)]
    while (following := _next(starts[-1], unit)) <= last:
        starts.append(following)
    return Periods(unit, tuple(starts))


def _unit(days: int) -> Unit:
    if days <= _MOST_DAYS:
        return Unit.DAY
    if days <= _MOST_WEEKS:
        return Unit.WEEK
    return Unit.MONTH if days <= _MOST_MONTHS else Unit.YEAR


def _start(day: date, unit: Unit) -> date:
    if unit is Unit.WEEK:
        return day - timedelta(days=day.weekday())
    return {Unit.DAY: day, Unit.MONTH: day.replace(day=1), Unit.YEAR: day.replace(month=1, day=1)}[unit]


def _next(start: date, unit: Unit) -> date:
    if unit is Unit.YEAR:
        return start.replace(year=start.year + 1)
    if unit is Unit.MONTH:
        return (start + timedelta(days=32)).replace(day=1)
    return start + timedelta(days=7 if unit is Unit.WEEK else 1)
