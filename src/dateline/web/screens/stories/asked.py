"""What the address of the list of stories asks for."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from starlette.requests import Request

from dateline.model import Status, Support
from dateline.products.dates import bounds
from dateline.store.database import Database
from dateline.store.queries.story_facets import StoryFacet
from dateline.store.queries.story_lists import StoryFilters
from dateline.store.search.searching import numbers_of
from dateline.web.asked import one, refused, several

_FURTHEST = 1_000_000
_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}:[0-9]{2}Z)?")


class Sort(StrEnum):
    """In which order stories are shown; `conflict` shows those in conflict alone, the newest conflict first."""

    DATE = "date"
    INDEPENDENT = "independent"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True)
class Asked:
    """Filters as they stand in the address, checked. `conflict_since` is a day or an instant in UTC, `first` and `last` are days, `passed` the stories before the first that is shown."""

    actor: tuple[str, ...] = ()
    country: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    root: tuple[str, ...] = ()
    outlet: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    independent: int | None = None
    first: date | None = None
    last: date | None = None
    conflict_since: str | None = None
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
            conflict_since=self.conflict_since,
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
        raise refused(f"The days from {first} to {last} are none: write the earlier one first.")
    return Asked(
        actor=tuple(several(request, "actor")),
        country=tuple(several(request, "country")),
        status=tuple(several(request, "status", Status)),
        root=tuple(several(request, "root")),
        outlet=tuple(several(request, "outlet")),
        support=tuple(several(request, "support", Support)),
        independent=_number(request, "min_independent", 1),
        first=first,
        last=last,
        conflict_since=_moment(request, "conflict_since"),
        query=one(request, "q") or "",
        sort=Sort(one(request, "sort", Sort) or Sort.DATE),
        passed=_number(request, "cursor", 0) or 0,
    )


def _number(request: Request, name: str, least: int) -> int | None:
    given = one(request, name)
    if given is None:
        return None
    if not given.isascii() or not given.isdigit() or not least <= int(given[:9]) <= _FURTHEST:
        raise refused(f"{name}: {given[:40]!r} is no number from {least} to {_FURTHEST:,}.")
    return int(given[:9])


def _moment(request: Request, name: str) -> str | None:
    """A day, or an instant as rows have it: in UTC, to the second."""
    given = one(request, name)
    if given is None:
        return None
    try:
        if _MOMENT.fullmatch(given) and datetime.fromisoformat(given):
            return given
    except ValueError:
        pass
    raise refused(f"{name}: {given[:40]!r} is no moment: write it as 2024-03-12 or 2024-03-12T08:00:00Z.")


def _day(request: Request, name: str) -> date | None:
    """The first day of `from` and the last of `to`: a day, a month or a year."""
    given = one(request, name)
    if given is None:
        return None
    days = bounds(given)
    if days is None or days[1] == date.max:
        raise refused(f"{name}: {given[:40]!r} is no day: write it as 2024-03-12, 2024-03 or 2024.")
    return days[0] if name == "from" else days[1]
