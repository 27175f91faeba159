"""What of a collection goes out: the events that filters let through, and the pages that report them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace

from sqlalchemy import select

from dateline.ontology import Ontology
from dateline.store import Collection
from dateline.store.clock import today
from dateline.store.queries.conditions import ordinal_of
from dateline.store.queries.filters import Asked, Day
from dateline.store.search import arrived, read_query
from dateline.store.tables import REPORTS


@dataclass(frozen=True, slots=True)
class Filters:
    """What is asked for, as `Collection.events` takes it; `query` is one of a search, `alert` the name of one that is kept: they choose
    pages."""

    actor: Asked = None
    source: Asked = None
    target: Asked = None
    root: Asked = None
    status: Asked = None
    outlet: Asked = None
    story: Asked = None
    after: Day = None
    before: Day = None
    query: str | None = None
    alert: str | None = None

    @property
    def given(self) -> dict[str, Asked | Day]:
        """Those that ask for something."""
        return {field.name: value for field in fields(self) if (value := getattr(self, field.name))}

    @property
    def of_events(self) -> bool:
        """Whether only events can answer them, not pages."""
        return bool(self.source or self.target or self.root or self.status)

    @property
    def first_ordinal(self) -> int | None:
        return None if self.after is None else ordinal_of(self.after)

    @property
    def end_ordinal(self) -> int | None:
        return None if self.before is None else ordinal_of(self.before)


@dataclass(frozen=True, slots=True)
class Selection:
    """Ids of events and numbers of articles; None stands for all of them."""

    filters: Filters
    events: frozenset[str] | None = None
    articles: frozenset[int] | None = None

    def has_event(self, event: str | None) -> bool:
        return self.events is None or event in self.events

    def has_article(self, number: int) -> bool:
        return self.articles is None or number in self.articles


def selected(collection: Collection, filters: Filters) -> Selection:
    """The events that pass, the articles that report them, and unless the filters are about events those that pass themselves. With a query, of these the
    articles that match it, and the events that they report.

    Raises:
        CollectionError: `bad_filter`.
        QueryError: the query cannot be read.
        AlertError: there is no such alert.
    """
    found = _passed(collection, replace(filters, query=None, alert=None))
    if filters.query is not None:
        found = _narrowed(collection, found, _answering(collection, filters.query))
    if filters.alert is not None:
        from dateline.jobs.alerting import matched_pages

        found = _narrowed(collection, found, matched_pages(collection, filters.alert))
    return replace(found, filters=filters)


def _passed(collection: Collection, filters: Filters) -> Selection:
    if not filters.given:
        return Selection(filters)
    events = frozenset(
        event.id
        for event in collection.events(
            actor=filters.actor,
            source=filters.source,
            target=filters.target,
            root=filters.root,
            status=filters.status,
            outlet=filters.outlet,
            story=filters.story,
            after=filters.after,
            before=filters.before,
        )
    )
    reporting = _reporting(collection, events)
    if filters.outlet:
        reporting &= {row.number for row in collection.articles(outlet=filters.outlet)}
    passing = set() if filters.of_events else _passing(collection, filters)
    return Selection(filters, events, frozenset(reporting | passing))


def _answering(collection: Collection, query: str) -> Iterable[int]:
    """The pages that match a query, however many."""
    asked = read_query(query, today=today(), roots=Ontology.load().roots)
    with collection.holdings.database.reading() as connection:
        return arrived(connection, asked, 0)


def _narrowed(collection: Collection, passed: Selection, pages: Iterable[int]) -> Selection:
    articles = frozenset(filter(passed.has_article, pages))
    events = frozenset(
        event for article, event in _reports(collection) if article in articles and passed.has_event(event)
    )
    return replace(passed, events=events, articles=articles)


def _reporting(collection: Collection, events: frozenset[str]) -> set[int]:
    return {article for article, event in _reports(collection) if event in events}


def _reports(collection: Collection) -> Iterator[tuple[int, str]]:
    """Every article with every event that it reports."""
    columns = REPORTS.c
    with collection.holdings.database.reading() as connection:
        query = select(columns.article, columns.event).execution_options(stream_results=True)
        yield from (tuple(row) for row in connection.execute(query))


def _passing(collection: Collection, filters: Filters) -> set[int]:
    rows = collection.articles(
        actor=filters.actor,
        outlet=filters.outlet,
        story=filters.story,
        after=filters.after,
        before=filters.before,
    )
    return {row.number for row in rows}
