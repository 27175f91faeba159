"""Where the marks of the timeline stand: days to scale, long gaps shortened and marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from textwrap import wrap

from dateline.products.briefing.dates import bounds
from dateline.products.briefing.rows import TimelineEntry

WIDTH, LANE, RIGHT = 1280.0, 500.0, 1268.0
ROWS, LONGEST_GAP, LINE_CHARACTERS = 16, 10, 58


@dataclass(frozen=True, slots=True)
class LaneRow:
    """One entry: `y` is the middle of the row, `x` to `x_end` what its date covers; `before` puts the date left."""

    entry: TimelineEntry
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


def draw_timeline(entries: Sequence[TimelineEntry]) -> TimelineChart:
    """The chart of a story's timeline; publications are kept first where there are too many entries."""
    shown = _shown(entries)
    days = sorted({day for entry in shown for day in bounds(entry.date) or ()})
    places, breaks = _scale(days)
    rows, y = [], 8.0
    for entry in shown:
        lines = _wrapped(entry.text)
        height = 16.0 * len(lines) + 10
        first, last = bounds(entry.date) or (days[0], days[0])
        x, x_end = places[first], places[last]
        rows.append(LaneRow(entry, lines, y + height / 2, x, x_end, x_end > LANE + 0.66 * (RIGHT - LANE)))
        y += height
    return TimelineChart(
        y + 8, tuple(rows), tuple(dict.fromkeys(places.values())), breaks, len(entries) - len(shown)
    )


def _shown(entries: Sequence[TimelineEntry]) -> list[TimelineEntry]:
    weight = sorted(entries, key=lambda e: (e.status is not None, -len(e.outlets)))[:ROWS]
    kept = {id(entry) for entry in weight}
    return [entry for entry in entries if id(entry) in kept]


def _wrapped(text: str) -> tuple[str, ...]:
    lines = wrap(" ".join(text.split()), LINE_CHARACTERS) or [""]
    return (lines[0],) if len(lines) == 1 else (lines[0], lines[1] + ("…" if len(lines) > 2 else ""))


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
