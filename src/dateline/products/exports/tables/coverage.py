"""How much was read in each period, so that fewer pages do not look like fewer events."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import select

from dateline.products.exports.contents import Contents
from dateline.store.queries.conditions import from_outlet
from dateline.store.tables import ARTICLES

DAY, MONTH = len("2024-03-12"), len("2024-03")
"""Letters of an ISO day that tell its period."""


@dataclass(slots=True)
class Coverage:
    """Pages and outlets of each period, by the day of publication. Pages without one are in no period."""

    pages: Counter[str] = field(default_factory=Counter)
    outlets: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    first: int | None = None
    last: int | None = None

    def periods(self, letters: int) -> Iterator[str]:
        """Every day or month from the first to the last, with or without pages."""
        if self.first is None or self.last is None:
            return
        known = ""
        for ordinal in range(self.first, self.last + 1):
            period = date.fromordinal(ordinal).isoformat()[:letters]
            if period != known:
                yield period
            known = period


def coverage_of(contents: Contents, letters: int) -> Coverage:
    """Of the outlets that were asked for, all pages, whomever they name; between the days that were asked for."""
    columns, filters = ARTICLES.c, contents.selection.filters
    query = select(columns.published_ordinal, columns.outlet_name).where(
        columns.is_current, columns.published_ordinal.is_not(None), from_outlet(filters.outlet)
    )
    found = Coverage()
    for part in contents.stream(query.order_by(columns.published_ordinal)):
        for row in part:
            after, before = filters.first_ordinal, filters.end_ordinal
            if (after and row.published_ordinal < after) or (before and row.published_ordinal >= before):
                continue
            period = date.fromordinal(row.published_ordinal).isoformat()[:letters]
            found.pages[period] += 1
            if row.outlet_name:
                found.outlets[period].add(row.outlet_name)
            found.first = row.published_ordinal if found.first is None else found.first
            found.last = row.published_ordinal
    return found
