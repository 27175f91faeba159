"""Where the marks of the timeline stand: days to scale, long gaps shortened and marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from dateline.model import Status
from dateline.products.dates import bounds
from dateline.products.pictures.text_width import wrapped

WIDTH, LANE, RIGHT = 1280.0, 500.0, 1268.0
ROWS, LONGEST_GAP, SIZE = 16, 10, 13


class Entry(Protocol):
    """Something with a date: an event, or the publication of a report, which has no status."""

    @property
    def date(self) -> str: ...
    @property
    def words(self) -> str:
        """The date in words."""
        ...

    @property
    def text(self) -> str: ...
    @property
    def status(self) -> Status | None: ...
    @property
    def outlets(self) -> Sequence[str]: ...
    @property
    def anchor(self) -> str:
        """Where it is told, in the page that the chart stands in."""
        ...


@dataclass(frozen=True, slots=True)
class LaneRow:
    """One entry: `y` is the middle of the row, `x` to `x_end` what its date covers; `before` puts the date left."""

    entry: Entry
    lines: tuple[str, ...]
    y: float
    x: float
    x_end: float
    before: bool


@dataclass(frozen=True, slots=True)
class TimelineChart:
    """A chart `height` units high and WIDTH wide; `breaks` are shortened gaps, `left_out` entries only in the table."""

    height: float
    rows: tuple[LaneRow, ...]
    grid: tuple[float, ...]
    breaks: tuple[float, ...]
    left_out: int


def draw_timeline(entries: Sequence[Entry], most: int = ROWS) -> TimelineChart:
    """The chart of a story's timeline; publications are kept first where there are too many entries."""
    shown = _shown(entries, most)
    days = sorted({day for entry in shown for day in bounds(entry.date) or ()})
    places, breaks = _scale(days)
    rows, y = [], 8.0
    for entry in shown:
        lines = wrapped(entry.text, LANE - 24, SIZE)
        height = 16.0 * len(lines) + 10
        first, last = bounds(entry.date) or (days[0], days[0])
        x, x_end = places[first], places[last]
        rows.append(LaneRow(entry, lines, y + height / 2, x, x_end, x_end > LANE + 0.66 * (RIGHT - LANE)))
        y += height
    return TimelineChart(
        y + 8, tuple(rows), tuple(dict.fromkeys(places.values())), breaks, len(entries) - len(shown)
    )


def _shown(entries: Sequence[Entry], most: int) -> list[Entry]:
    weight = sorted(entries, key=lambda e: (e.status is not None, -len(e.outlets)))[:most]
    kept = {id(entry) for entry in weight}
    return [entry for entry in entries if id(entry) in kept]


def _scale(days: Sequence[date]) -> tuple[dict[date, float], tuple[float, ...]]:
    at, units, cuts = 0.0, {}, []
    for i, day in enumerate(days):
        gap = (day - days[i - 1]).days if i else 0
        if gap > LONGEST_GAP:
            cuts.append(at + LONGEST_GAP / 2)
        at += min(gap, LONGEST_GAP)
        units[day] = at
    span = RIGHT - LANE - 24

    def place(unit: float) -> float:
        return round(LANE + 12 + (unit / at * span if at else 0), 1)

    return {day: place(unit) for day, unit in units.items()}, tuple(place(cut) for cut in cuts)
