"""Counts of events by period and by the states that take part."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from dateline.model import Status
from dateline.products.exports.contents import Contents
from dateline.products.exports.tables.coverage import Coverage, coverage_of
from dateline.products.exports.told import ToldEvent


@dataclass(slots=True)
class Tally:
    """Events of one period and key. All but `by_status` is of events that happened."""

    by_status: dict[str, int] = field(default_factory=lambda: dict.fromkeys(Status, 0))
    quads: dict[int, int] = field(default_factory=lambda: dict.fromkeys((1, 2, 3, 4), 0))
    scores: list[float] = field(default_factory=lambda: [0.0, 0.0])
    reports: int = 0
    independent: int = 0
    outlets: set[str] = field(default_factory=set)
    dated_by_publication: int = 0

    def add(self, event: ToldEvent, *, has_own_period: bool) -> None:
        """Counts an event."""
        self.by_status[event.status] += 1
        if event.status != Status.HAPPENED:
            return
        self.quads[event.quad] += 1
        if event.score is not None:
            self.scores[0] += event.score
            self.scores[1] += 1
        self.reports += event.reports
        self.independent += event.independent
        self.outlets |= {telling.outlet for telling in event.tellings if telling.outlet}
        self.dated_by_publication += not has_own_period

    @property
    def mean_score(self) -> float | None:
        total, count = self.scores
        return round(total / count, 4) if count else None


@dataclass(frozen=True, slots=True)
class Row:
    """A period of a key, with what was counted and what was read in it."""

    key: tuple[str, ...]
    period: str
    tally: Tally
    pages: int
    active_outlets: int


def rows(
    contents: Contents, letters: int, keys_of: Callable[[ToldEvent], Iterable[tuple[str, ...]]]
) -> Iterator[Row]:
    """A row for every period of each key that occurs, in order, also where there is nothing to count.

    Args:
        letters: of an ISO day, that tell its period.
        keys_of: what an event counts for.
    """
    coverage = coverage_of(contents, letters)
    periods = list(coverage.periods(letters))
    counted = _counted(contents, letters, keys_of, set(periods))
    for key in sorted(counted):
        for period in periods:
            yield _row(key, period, counted[key].get(period) or Tally(), coverage)


def _row(key: tuple[str, ...], period: str, tally: Tally, coverage: Coverage) -> Row:
    return Row(key, period, tally, coverage.pages[period], len(coverage.outlets.get(period, ())))


def _counted(
    contents: Contents,
    letters: int,
    keys_of: Callable[[ToldEvent], Iterable[tuple[str, ...]]],
    periods: set[str],
) -> dict[tuple[str, ...], dict[str, Tally]]:
    counted: dict[tuple[str, ...], dict[str, Tally]] = {}
    for event in contents.events():
        period, has_own_period = _period(event, letters)
        if period not in periods:
            continue
        for key in keys_of(event):
            own = counted.setdefault(key, {})
            own.setdefault(period, Tally()).add(event, has_own_period=has_own_period)
    return counted


def _period(event: ToldEvent, letters: int) -> tuple[str, bool]:
    """The period of an event's own date, where that lies in one; else that of the day on which it was first reported, which its date must not rule out."""
    start, _, end = (event.date or "").partition("/")
    if len(start) >= letters and (not end or start[:letters] == end[:letters]):
        return start[:letters], True
    return (event.listed_day or "")[:letters], False
