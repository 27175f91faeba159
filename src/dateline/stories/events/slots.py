"""The best-supported value of each slot of an event: by how many independent reports give it, then by how exact it is.

A vaguer value supports the exact one that it leaves room for ("in May" a day in May), and not the other way round.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from dateline.model import EventDate, Participant, Place, Status
from dateline.stories.events.participants import Fit, is_area, side_fit
from dateline.stories.events.reports import EventReport, same_place
from dateline.stories.speakers import is_known

T = TypeVar("T")
Side = tuple[Participant, ...]
_PRECISIONS = ("area", "country", "region", "city", "point")


@dataclass(frozen=True, slots=True)
class Slots:
    """Who did it to whom, where, when and whether, as most independent reports of an event have it; empty where none says."""

    source: Side
    target: Side
    place: Place | None
    date: EventDate | None
    status: Status


def best_supported(
    values: Sequence[T],
    families: Sequence[int],
    supports: Callable[[T, T], bool],
    exactness: Callable[[T], int],
) -> T | None:
    """The value that most families support, the most exact of equals, the first of those; None without values.

    Args:
        families: the family of the report that each value is from; copies share one and count once.
        supports: whether what the second says speaks for the first.
    """

    def support(value: T) -> int:
        return len({f for other, f in zip(values, families, strict=True) if supports(value, other)})

    return max(values, key=lambda value: (support(value), exactness(value)), default=None)


def best_side(sides: Sequence[Side], families: Sequence[int]) -> Side:
    """The best-supported source or target; reports that leave it empty have no part in it."""
    given = [(side, family) for side, family in zip(sides, families, strict=True) if side]
    best = best_supported([s for s, _ in given], [f for _, f in given], supports_side, _exactness_of_side)
    return best or ()


def without(source: Side, target: Side) -> Side:
    """The sources but for those who stand on the other side, where others are left: of two who met, one report names both together."""
    across = {party.actor for party in target if party.actor is not None}
    return tuple(party for party in source if party.actor not in across) or source


def supports_side(side: Side, other: Side) -> bool:
    """The same party, or one that stands for it and is no more exact: the state for its president."""
    fit = side_fit(side, other)
    return fit is Fit.SAME or (fit is Fit.LOOSE and _exactness_of_side(side) >= _exactness_of_side(other))


def _exactness_of_side(side: Side) -> int:
    """By the best-named party, then by how many are named."""
    known = sum(is_known(party) for party in side)
    return 10 * max(map(_exactness_of_party, side), default=0) + min(known, 9)


def _exactness_of_party(party: Participant) -> int:
    """A part of the world 0, somebody who is described 1, a name of this page 2, a state 3, other known actors 4."""
    if is_known(party):
        return 3 if party.code == party.state else 4
    return 0 if is_area(party) else 1 + (party.actor is not None)


def best_dated(reports: Sequence[EventReport], families: Sequence[int]) -> EventReport | None:
    """The report whose date is best supported, among those with a date that can be read."""
    dated = [(r, f) for r, f in zip(reports, families, strict=True) if r.days is not None]
    return best_supported([r for r, _ in dated], [f for _, f in dated], _leaves_room, lambda r: -_width(r))


def _leaves_room(report: EventReport, other: EventReport) -> bool:
    if report.days is None or other.days is None:
        return False
    return other.days[0] <= report.days[0] and report.days[1] <= other.days[1]


def _width(report: EventReport) -> int:
    return report.days[1] - report.days[0] if report.days else 0


def best_placed(reports: Sequence[EventReport], families: Sequence[int]) -> EventReport | None:
    """The report whose place is best supported, among those with a place."""
    placed = [(r, f) for r, f in zip(reports, families, strict=True) if r.event.place is not None]
    return best_supported(
        [r for r, _ in placed], [f for _, f in placed], _in_one_place, lambda r: _precision(r.event.place)
    )


def _in_one_place(report: EventReport, other: EventReport) -> bool:
    first, second = report.event.place, other.event.place
    return first is not None and second is not None and same_place(first, second)


def _precision(place: Place | None) -> int:
    return _PRECISIONS.index(place.precision) if place and place.precision in _PRECISIONS else -1
