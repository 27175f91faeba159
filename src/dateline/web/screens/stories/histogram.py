"""How many stories each day has, as bars; a stretch of them can be selected."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from dateline.products.dates import in_words
from dateline.products.pictures.periods import Periods, periods_of
from dateline.store import Collection
from dateline.store.queries.story_lists import counted_by_day
from dateline.web.screens.stories.listing import Listing, without

WIDTH, HEIGHT = 760.0, 64.0
_LEAST = 30


@dataclass(frozen=True, slots=True)
class Bar:
    """The stories last reported in a day, week, month or year; `first` and `last` are the days of it."""

    first: date
    last: date
    stories: int
    x: float
    y: float
    width: float
    is_selected: bool

    @property
    def words(self) -> str:
        """Its days in words."""
        return in_words(self.first.isoformat() if self.first == self.last else f"{self.first}/{self.last}")


@dataclass(frozen=True, slots=True)
class Histogram:
    """Bars on WIDTH by HEIGHT units; `labels` are days in words with their place in per cent."""

    unit: str
    bars: tuple[Bar, ...]
    labels: tuple[tuple[float, str], ...]
    selected: tuple[float, float] | None


def histogram_of(collection: Collection, listing: Listing) -> Histogram | None:
    """Bars of the days that are asked for and of as many around them; None where no story has a day."""
    days = _days(collection, listing)
    if not days:
        return None
    first, last = _window(listing, sorted(days))
    periods = periods_of([date.fromordinal(first), date.fromordinal(last)])
    counts = Counter[int]()
    for day, count in days.items():
        if first <= day <= last:
            counts[bisect_right(periods.starts, date.fromordinal(day)) - 1] += count
    bars = tuple(_bars(periods, counts, listing, last))
    chosen = [bar for bar in bars if bar.is_selected]
    is_set = listing.asked.first or listing.asked.last
    selected = (chosen[0].x, chosen[-1].x + chosen[-1].width) if is_set and chosen else None
    return Histogram(periods.unit.value, bars, tuple(_labels(periods)), selected)


def _days(collection: Collection, listing: Listing) -> dict[int, int]:
    """How many stories each day has, also of the days around those that are asked for."""
    asked, days = listing.asked, listing.days
    if asked.first or asked.last:
        around = without(listing.filters, "after", "before")
        days = counted_by_day(collection.holdings.database, around)
    return {day: count for day, count in days.items() if day is not None}


def _window(listing: Listing, days: list[int]) -> tuple[int, int]:
    """The first and last day that are drawn."""
    asked = listing.asked
    if not asked.first and not asked.last:
        return min(days[0], days[-1] - _LEAST + 1), days[-1]
    first = asked.first.toordinal() if asked.first else days[0]
    last = asked.last.toordinal() if asked.last else max(days[-1], first)
    around = max(_LEAST - (last - first + 1), (last - first + 1)) // 2
    return max(1, min(first - around, last)), max(first, min(last + around, date.max.toordinal() - 366))


def _bars(periods: Periods, counts: Counter[int], listing: Listing, end: int) -> Iterator[Bar]:
    asked, most, step = listing.asked, max(counts.values(), default=1), WIDTH / len(periods.starts)
    for place, first in enumerate(periods.starts):
        following = periods.starts[place + 1] if place + 1 < len(periods.starts) else None
        last = following - timedelta(days=1) if following else max(first, date.fromordinal(end))
        high = (HEIGHT - 4) * counts[place] / most
        is_selected = (not asked.first or last >= asked.first) and (not asked.last or first <= asked.last)
        yield Bar(first, last, counts[place], place * step, HEIGHT - high, step, is_selected)


def _labels(periods: Periods) -> Iterator[tuple[float, str]]:
    number = len(periods.starts)
    for place, words in periods.labels(WIDTH / number):
        yield 100 * place / number, words
