"""Counts of events by period and by the states that take part."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from dateline.model import Status
from dateline.products.exports.contents import Contents
from dateline.products.exports.tables.coverage import Coverage, coverage_of
from dateline.products.exports.told import ToldEvent

_STATUSES = tuple(Status)
_NOBODY: frozenset[str] = frozenset()


@dataclass(slots=True)
class Tally:
    """Events of one period and key, small since there is one for each that has any. All but `by_status` is of events that happened.

    `by_status` counts in the order of `Status`, `by_quad` from quad 1 on.
    """

    by_status: list[int] = field(default_factory=lambda: [0, 0, 0, 0])
    by_quad: list[int] = field(default_factory=lambda: [0, 0, 0, 0])
    score: float = 0.0
    scored: int = 0
    reports: int = 0
    independent: int = 0
    outlets: frozenset[str] = _NOBODY
    dated_by_publication: int = 0

    def add(self, event: ToldEvent, *, has_own_period: bool) -> None:
        """Counts an event."""
        status = Status(event.status)
        self.by_status[_STATUSES.index(status)] += 1
        if status is not Status.HAPPENED:
            return
        self.by_quad[event.quad - 1] += 1
        if event.score is not None:
            self.score += event.score
            self.scored += 1
        self.reports += event.reports
        self.independent += event.independent
        self.outlets = self.outlets.union(one.outlet for one in event.tellings if one.outlet)
        self.dated_by_publication += not has_own_period

    def with_status(self, status: Status) -> int:
        """How many events have a status."""
        return self.by_status[_STATUSES.index(status)]

    def in_quad(self, quad: int) -> int:
        """How many events are of a quad."""
        return self.by_quad[quad - 1]

    @property
    def mean_score(self) -> float | None:
        return round(self.score / self.scored, 4) if self.scored else None


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
