"""How many events there are a day, week, month or year, as a strip of bars."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from dateline.products.pictures.elements import box, path, words
from dateline.products.pictures.periods import periods_of

_HIGH, _ROOM = 70.0, 112.0
_WIDEST = 90.0


def draw_histogram(days: Iterable[str], width: float) -> tuple[str, float]:
    """A strip of bars over some ISO days, with the height that it takes."""
    dates = [date.fromisoformat(day) for day in days]
    periods = periods_of(dates)
    counts = Counter(map(periods.index, dates))
    most = max(counts.values())
    step = min(width / len(periods.starts), _WIDEST)
    bars = [
        box(i * step, 14 + _HIGH * (1 - n / most), max(step - 1.5, 0.8), _HIGH * n / most, fill="bar")
        for i, n in sorted(counts.items())
    ]
    labels = [words(i * step, _HIGH + 30, said, size=11, fill="ink-3") for i, said in periods.labels(step)]
    scale = words(0, 8, f"all, a {periods.unit}; at most {most:,}", size=11, fill="ink-3")
    base = path(f"M0 {14 + _HIGH:g}H{width:g}", stroke="rule")
    return "".join([scale, base, *bars, *labels]), _ROOM
