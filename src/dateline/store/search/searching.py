"""A search in a collection that is open: from the text of a query to what is shown."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import ClassVar

from sqlalchemy import Connection, select

from dateline.model import Article
from dateline.model.codec import Record
from dateline.ontology import Ontology
from dateline.store.clock import today
from dateline.store.database import Database
from dateline.store.ingest.article_rows import reading_of
from dateline.store.queries.short_ids import STORY_IDS, whole_id
from dateline.store.search.facets import Facet, FacetCount, facets
from dateline.store.search.finding import Order, find
from dateline.store.search.looks import last_arrival, last_look
from dateline.store.search.query import Query
from dateline.store.search.query_reader import read_query
from dateline.store.search.showing import ShownHit, shown
from dateline.store.tables import ARTICLES


@dataclass(frozen=True, slots=True)
class Hits(Record):
    """What a search found. `matched` is the number of pages that match, 1,000 at most: `is_cut` says that only the newest 1,000 were
    looked at. `hits` are those that are shown, `last_arrival` the latest arrival in the collection as it was searched (see `looked`)."""

    SCHEMA: ClassVar[str | None] = "dateline.hits/1"

    query: str
    matched: int
    is_cut: bool
    hits: tuple[ShownHit, ...]
    last_arrival: int


def search(
    database: Database, text: str, *, limit: int, offset: int, order: Order, new_for: str | None
) -> Hits:
    """The pages that match a query, with the words that were found.

    Raises:
        QueryError: the query cannot be read.
    """
    query = _query(database, text)
    with database.reading() as connection:
        since = last_look(connection, new_for) if new_for is not None else None
        found = find(connection, query, limit=limit, offset=offset, order=order, arrived_after=since)
        hits = shown(connection, found, query, partial(_article, connection))
        arrival = last_arrival(connection)
    return Hits(str(query), len(found.numbers), found.is_cut, tuple(hits), arrival)


def numbers_of(database: Database, text: str) -> tuple[int, ...]:
    """The numbers of the newest 1,000 pages that match a query, newest first.

    Raises:
        QueryError: the query cannot be read.
    """
    query = _query(database, text)
    with database.reading() as connection:
        return find(connection, query, limit=0, order=Order.NEWEST).numbers


def counts(database: Database, text: str, most: int) -> dict[Facet, tuple[FacetCount, ...]]:
    """How the newest 1,000 pages that match are spread.

    Raises:
        QueryError: the query cannot be read.
    """
    query = _query(database, text)
    with database.reading() as connection:
        return facets(connection, find(connection, query, limit=0, order=Order.NEWEST).numbers, most)


def _query(database: Database, text: str) -> Query:
    query = read_query(text, today=today(), roots=Ontology.load().roots)
    return replace(query, story=whole_id(database, query.story, (STORY_IDS,))) if query.story else query


def _article(connection: Connection, number: int) -> Article:
    data = connection.scalar(select(ARTICLES.c.reading).where(ARTICLES.c.number == number))
    assert data is not None  # it was found in this view of the tables
    return reading_of(data).article
