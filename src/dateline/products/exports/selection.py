"""What of a collection goes out: the events that filters let through, and the pages that report them."""

from __future__ import annotations

from dataclasses import dataclass, fields

from sqlalchemy import select

from dateline.store import Collection
from dateline.store.queries.conditions import ordinal_of
from dateline.store.queries.filters import Asked, Day
from dateline.store.tables import REPORTS


@dataclass(frozen=True, slots=True)
class Filters:
    """What is asked for, as `Collection.events` takes it."""

    actor: Asked = None
    source: Asked = None
    target: Asked = None
    root: Asked = None
    status: Asked = None
    outlet: Asked = None
    story: Asked = None
    after: Day = None
    before: Day = None

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
    """The events that pass, the articles that report them, and unless the filters are about events those that pass themselves.

    Raises:
        CollectionError: `bad_filter`.
    """
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


def _reporting(collection: Collection, events: frozenset[str]) -> set[int]:
    columns = REPORTS.c
    with collection.holdings.database.reading() as connection:
        query = select(columns.article, columns.event).execution_options(stream_results=True)
        found = connection.execute(query)
        return {row.article for row in found if row.event in events}


def _passing(collection: Collection, filters: Filters) -> set[int]:
    rows = collection.articles(
        actor=filters.actor,
        outlet=filters.outlet,
        story=filters.story,
        after=filters.after,
        before=filters.before,
    )
    return {row.number for row in rows}
