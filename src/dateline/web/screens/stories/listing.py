"""The stories that a list shows, with what it says of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from dateline.store import Collection, StoryRow
from dateline.store.queries.story_leads import Told, told_of
from dateline.store.queries.story_lists import StoryFilters, counted_by_day, listed
from dateline.store.queries.story_rail import conflict_times
from dateline.web.screens.stories.asked import Asked, Sort

SHOWN = 20
WRITTEN, MAPPED = 200, 30
"""Stories of a page, of a file, and of one with all their events."""
NEWEST = 1_000
"""Stories that are counted and ranked: the newest."""


@dataclass(frozen=True, slots=True)
class Row:
    """A story of the list; in the order of conflicts `since` is when its latest was first seen."""

    story: StoryRow
    told: Told
    since: str | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """A part of the list. `newest` are the newest 1,000 stories that match, `total` how many match; `is_cut` says that there are more than are
    counted by facets. `days` counts all that match by the running number of their day, none for those without one. `following` is the cursor of
    the next part."""

    asked: Asked
    filters: StoryFilters
    rows: tuple[Row, ...]
    newest: tuple[StoryRow, ...]
    days: Mapping[int | None, int]
    following: int | None

    @property
    def total(self) -> int:
        """How many stories match."""
        return sum(self.days.values())

    @property
    def is_cut(self) -> bool:
        return self.total > len(self.newest)

    @property
    def words(self) -> str:
        """`53 stories`."""
        return "1 story" if self.total == 1 else f"{self.total:,} stories"

    @property
    def by_day(self) -> list[tuple[str | None, list[Row]]]:
        """Rows under the days of their latest reports; under none where they stand in another order."""
        if self.asked.sort is Sort.INDEPENDENT:
            return [(None, list(self.rows))]
        return [(day, list(rows)) for day, rows in groupby(self.rows, key=self._day)]

    def _day(self, row: Row) -> str:
        """The day that a row stands under: of its latest report, or on which its conflict was first seen (UTC)."""
        day = row.since if self.asked.sort is Sort.CONFLICT else row.story.last_day
        return (day or "")[: len("2024-03-12")]


def listing_of(collection: Collection, asked: Asked, most: int = SHOWN) -> Listing:
    """The part of the list that is asked for.

    Raises:
        CollectionError: `bad_filter`.
        QueryError: the query cannot be read.
    """
    database = collection.holdings.database
    filters = asked.filters(database)
    newest = listed(database, filters, most=NEWEST)
    is_whole = len(newest) < NEWEST
    days = Counter(map(_day, newest)) if is_whole else counted_by_day(database, filters)
    until = asked.passed + most
    since = conflict_times(database, [row.id for row in newest]) if asked.sort is Sort.CONFLICT else {}
    if asked.sort is not Sort.DATE:
        ranked = _ranked(newest, asked.sort, since)
        shown, end = ranked[asked.passed : until], len(newest)
    else:
        is_inside = is_whole or until <= len(newest)
        shown = (
            newest[asked.passed : until]
            if is_inside
            else listed(database, filters, most=most, passed=asked.passed)
        )
        end = sum(days.values())
    told = told_of(database, [row.id for row in shown])
    rows = tuple(Row(row, told[row.id], since.get(row.id)) for row in shown)
    return Listing(asked, filters, rows, tuple(newest), days, until if until < end else None)


def _day(row: StoryRow) -> int | None:
    return date.fromisoformat(row.last_day).toordinal() if row.last_day else None


def _ranked(rows: Sequence[StoryRow], sort: Sort, since: Mapping[str, str]) -> list[StoryRow]:
    """Stories by independent sources, or the newest conflict first; those of one rank with the latest report first."""
    if sort is Sort.CONFLICT:
        return sorted(rows, key=lambda row: since.get(row.id, ""), reverse=True)
    return sorted(rows, key=lambda row: (-row.independent, -row.reports))


def without(filters: StoryFilters, *names: str) -> StoryFilters:
    """The filters without some of them."""
    return replace(filters, **dict.fromkeys(names))


def reports_of(rows: Sequence[StoryRow]) -> int:
    """How many reports some stories have together."""
    return sum(row.reports for row in rows)
