"""A search: the newest pages that match, in the order that was asked for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection

from dateline.store.search.expressions import runs
from dateline.store.search.index import NEWEST, matches
from dateline.store.search.query import Query
from dateline.store.search.ranking import Hit, ranked, rarities


class Order(StrEnum):
    """In which order pages are shown."""

    BEST = "best"
    NEWEST = "newest"


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found. `numbers` are all pages that were ranked, newest first: the newest 1,000 that match; `is_cut` says that
    there may be more. `hits` are those that are shown."""

    hits: tuple[Hit, ...]
    numbers: tuple[int, ...]
    is_cut: bool


def find(
    connection: Connection,
    query: Query,
    *,
    limit: int = 20,
    offset: int = 0,
    order: Order = Order.BEST,
    arrived_after: int | None = None,
) -> Found:
    """The pages that match a query.

    Args:
        limit: hits that are shown.
        offset: hits that are passed over before them.
        order: best first (see `ranking`) or newest first.
        arrived_after: an arrival; only pages that came in after it (see `looks`).
    """
    found = matches(connection, query, NEWEST, arrived_after=arrived_after)
    asked = runs(query)
    if order is Order.BEST and asked and found:
        hits = ranked(found, asked, rarities(connection, asked))
    else:
        hits = [Hit(match.number, 0.0) for match in found]
    numbers = tuple(match.number for match in found)
    return Found(tuple(hits[offset : offset + limit]), numbers, len(found) == NEWEST)
