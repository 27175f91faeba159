"""What the address of the list of stories asks for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from starlette.exceptions import HTTPException
from starlette.requests import Request

from dateline.model import Status, Support
from dateline.products.dates import bounds
from dateline.store.database import Database
from dateline.store.queries.story_facets import StoryFacet
from dateline.store.queries.story_lists import StoryFilters
from dateline.store.search.searching import numbers_of

_MOST_VALUES, _LONGEST = 20, 300
_FURTHEST = 1_000_000


class Sort(StrEnum):
    """In which order stories are shown; `conflict` shows those in conflict alone, the latest first."""

    DATE = "date"
    INDEPENDENT = "independent"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True)
class Asked:
    """Filters as they stand in the address, checked. `first` and `last` are days, `passed` the stories before the first that is shown."""

    actor: tuple[str, ...] = ()
    country: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    root: tuple[str, ...] = ()
    outlet: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    independent: int | None = None
    first: date | None = None
    last: date | None = None
    query: str = ""
    sort: Sort = Sort.DATE
    passed: int = 0

    def filters(self, database: Database) -> StoryFilters:
        """The same for the tables.

        Raises:
            QueryError: the query cannot be read.
        """
        support = (Support.CONFLICTING.value,) if self.sort is Sort.CONFLICT else self.support
        return StoryFilters(
            actor=self.actor or None,
            outlet=self.outlet or None,
            status=self.status or None,
            root=self.root or None,
            country=self.country or None,
            support=support or None,
            independent=self.independent,
            after=self.first,
            before=self.last + timedelta(days=1) if self.last else None,
            pages=numbers_of(database, self.query) if self.query else None,
        )

    @property
    def is_narrowed(self) -> bool:
        """Whether anything is asked for."""
        return self != replace(Asked(), sort=self.sort, passed=self.passed)

    def has(self, facet: StoryFacet) -> bool:
        """Whether a facet is asked for."""
        return bool(getattr(self, facet))


def asked_of(request: Request) -> Asked:
    """What an address asks for.

    Raises:
        HTTPException: 400, with what cannot be read.
    """
    first, last = _day(request, "from"), _day(request, "to")
    if first and last and first > last:
        raise HTTPException(400, f"The days from {first} to {last} are none: write the earlier one first.")
    return Asked(
        actor=_values(request, "actor"),
        country=_values(request, "country"),
        status=_known(request, "status", Status),
        root=_values(request, "root"),
        outlet=_values(request, "outlet"),
        support=_known(request, "support", Support),
        independent=_number(request, "min_independent", 1),
        first=first,
        last=last,
        query=_single(request, "q"),
        sort=Sort(next(iter(_known(request, "sort", Sort)), Sort.DATE)),
        passed=_number(request, "cursor", 0) or 0,
    )


def _values(request: Request, name: str) -> tuple[str, ...]:
    values = dict.fromkeys(value.strip() for value in request.query_params.getlist(name))
    kept = tuple(value for value in values if value)
    if len(kept) > _MOST_VALUES or any(len(value) > _LONGEST or "\0" in value for value in kept):
        raise HTTPException(400, f"{name}: give at most {_MOST_VALUES} values of up to {_LONGEST} letters.")
    return kept


def _single(request: Request, name: str) -> str:
    return next(iter(_values(request, name)), "")


def _known(request: Request, name: str, choices: Iterable[str]) -> tuple[str, ...]:
    values, known = _values(request, name), [str(choice) for choice in choices]
    for value in values:
        if value not in known:
            raise HTTPException(400, f"{name}: {value[:40]!r} is none of {', '.join(known)}.")
    return values


def _number(request: Request, name: str, least: int) -> int | None:
    given = _single(request, name)
    if not given:
        return None
    if not given.isascii() or not given.isdigit() or not least <= int(given[:9]) <= _FURTHEST:
        raise HTTPException(400, f"{name}: {given[:40]!r} is no number from {least} to {_FURTHEST:,}.")
    return int(given[:9])


def _day(request: Request, name: str) -> date | None:
    """The first day of `from` and the last of `to`: a day, a month or a year."""
    given = _single(request, name)
    if not given:
        return None
    days = bounds(given)
    if days is None or days[1] == date.max:
        raise HTTPException(
            400, f"{name}: {given[:40]!r} is no day: write it as 2024-03-12, 2024-03 or 2024."
        )
    return days[0] if name == "from" else days[1]
