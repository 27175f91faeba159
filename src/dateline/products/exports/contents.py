"""Reads a collection for an export, row by row, in an order that does not depend on anything but the collection."""

from __future__ import annotations

from collections import OrderedDict, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Row, Select, select

from dateline.products.exports.selection import Selection
from dateline.products.exports.told import Page, Side, Telling, ToldEvent, ToldStory
from dateline.store.correcting.reading_back import corrected_readings
from dateline.store.grouping.story_rows import story_record
from dateline.store.tables import ARTICLES, EVENT_PARTICIPANTS, EVENTS, REPORTS, STORIES, STORY_ARTICLES
from dateline.store.tables.contexts import of_column

Found = Row[*tuple[Any, ...]]

_AT_ONCE = 200
_KEPT_READINGS = 256


class Contents:
    """What was selected of a collection, as it stands in one view of the tables. Nothing is kept but a few readings."""

    def __init__(self, connection: Connection, selection: Selection) -> None:
        self.connection = connection
        self.selection = selection
        self._kept: OrderedDict[int, Page] = OrderedDict()

    def stream(self, query: Select[*tuple[Any, ...]]) -> Iterator[Sequence[Found]]:
        """The rows of a query in parts, as they are asked for."""
        found = self.connection.execute(query.execution_options(stream_results=True))
        yield from found.partitions(_AT_ONCE)

    def pages(self) -> Iterator[Page]:
        """The articles, oldest number first, in their latest versions."""
        for part in self.stream(_page_query().order_by(ARTICLES.c.number)):
            yield from self._pages([row for row in part if self.selection.has_article(row.number)])

    def page(self, number: int) -> Page:
        """One article; those of late are kept, since an event's reports lie near one another."""
        if number not in self._kept:
            rows = self.connection.execute(_page_query().where(ARTICLES.c.number == number)).all()
            (self._kept[number],) = self._pages(rows)
            if len(self._kept) > _KEPT_READINGS:
                self._kept.popitem(last=False)
        self._kept.move_to_end(number)
        return self._kept[number]

    def _pages(self, rows: Sequence[Found]) -> Iterator[Page]:
        columns = REPORTS.c
        ties: defaultdict[int, dict[str, str]] = defaultdict(dict)
        numbers = [row.number for row in rows]
        query = select(columns.article, columns.id, columns.event).where(columns.article.in_(numbers))
        for tie in self.connection.execute(query):
            if tie.event is not None:
                ties[tie.article][tie.id] = tie.event
        readings = corrected_readings(self.connection, numbers)
        for row in rows:
            yield Page(
                row.number,
                readings[row.number].reading,
                row.published_day,
                row.family,
                row.story,
                row.first_seen,
                ties[row.number],
                readings[row.number].by_hand,
            )

    def events(self) -> Iterator[ToldEvent]:
        """The events, in the order in which their first pages are numbered."""
        for part in self.stream(select(EVENTS).order_by(EVENTS.c.first_article, EVENTS.c.id)):
            yield from self._events([row for row in part if self.selection.has_event(row.id)])

    def events_of(self, ids: Sequence[str]) -> list[ToldEvent]:
        """A few events by their ids, in the order of these; one that is not there is left out."""
        rows = self.connection.execute(select(EVENTS).where(EVENTS.c.id.in_(list(ids)))).all()
        found = {event.id: event for event in self._events(rows)}
        return [found[id] for id in ids if id in found]

    def _events(self, rows: Sequence[Found]) -> Iterator[ToldEvent]:
        ids = [row.id for row in rows]
        sides, tellings = self._sides(ids), self._tellings(ids)
        for row in rows:
            yield ToldEvent(
                id=row.id,
                story=row.story,
                root=row.root,
                mode=row.mode,
                status=row.status,
                quad=row.quad,
                text=row.text,
                date=row.date_value,
                date_precision=row.date_precision,
                day=row.day,
                place=row.place_name,
                place_id=row.place_id,
                place_precision=row.place_precision,
                reports=row.reports,
                outlets=row.outlets,
                independent=row.independent,
                corrected=row.corrected,
                checked=row.checked,
                source=tuple(sides[row.id, "source"]),
                target=tuple(sides[row.id, "target"]),
                tellings=tuple(tellings[row.id]),
                contexts=of_column(row.contexts),
            )

    def _sides(self, events: Iterable[str]) -> defaultdict[tuple[str, str], list[Side]]:
        columns = EVENT_PARTICIPANTS.c
        query = select(EVENT_PARTICIPANTS).where(columns.event.in_(list(events)))
        found: defaultdict[tuple[str, str], list[Side]] = defaultdict(list)
        for row in self.connection.execute(query.order_by(columns.event, columns.side, columns.place)):
            found[row.event, row.side].append(Side(row.actor, row.name, row.state, row.code))
        return found

    def _tellings(self, events: Iterable[str]) -> defaultdict[str, list[Telling]]:
        columns = REPORTS.c
        query = (
            select(
                columns.event,
                columns.article,
                ARTICLES.c.id.label("article_id"),
                columns.id,
                columns.root,
                columns.mode,
                columns.cameo,
                columns.score,
                ARTICLES.c.outlet_name,
            )
            .join_from(REPORTS, ARTICLES, ARTICLES.c.number == columns.article)
            .where(columns.event.in_(list(events)))
            .order_by(columns.article, columns.trigger_start, columns.id)
        )
        found: defaultdict[str, list[Telling]] = defaultdict(list)
        for row in self.connection.execute(query):
            if self.selection.has_article(row.article):
                found[row.event].append(Telling(*row[1:]))
        return found

    def stories(self, *, newest_first: bool = False) -> Iterator[ToldStory]:
        """The stories with a selected page, by their ids or those with the latest report first."""
        columns = STORIES.c
        newest = (columns.last_ordinal.desc().nulls_last(), columns.id)
        for part in self.stream(select(STORIES).order_by(*(newest if newest_first else (columns.id,)))):
            members = self._members([row.id for row in part])
            for row in part:
                own = members[row.id]
                if any(self.selection.has_article(page.number) for page in own):
                    yield _told_story(row, own)

    def last_seen(self) -> str | None:
        """When the last of the articles came in."""
        query = select(ARTICLES.c.number, ARTICLES.c.first_seen).where(ARTICLES.c.is_current)
        seen = (
            row.first_seen
            for part in self.stream(query)
            for row in part
            if self.selection.has_article(row.number)
        )
        return max(seen, default=None)

    def _members(self, stories: Iterable[str]) -> defaultdict[str, list[Found]]:
        columns = ARTICLES.c
        query = (
            select(STORY_ARTICLES.c.story, columns.number, columns.id, columns.title, columns.first_seen)
            .join_from(STORY_ARTICLES, ARTICLES, STORY_ARTICLES.c.article == columns.number)
            .where(STORY_ARTICLES.c.story.in_(list(stories)))
            .order_by(STORY_ARTICLES.c.story, STORY_ARTICLES.c.place)
        )
        found: defaultdict[str, list[Found]] = defaultdict(list)
        for row in self.connection.execute(query):
            found[row.story].append(row)
        return found


def _page_query() -> Select[*tuple[Any, ...]]:
    columns = ARTICLES.c
    return (
        select(
            columns.number,
            columns.published_day,
            columns.family,
            columns.first_seen,
            STORY_ARTICLES.c.story,
        )
        .join_from(ARTICLES, STORY_ARTICLES, STORY_ARTICLES.c.article == columns.number, isouter=True)
        .where(columns.is_current)
    )


def _told_story(row: Found, pages: Sequence[Found]) -> ToldStory:
    seen = sorted(page.first_seen for page in pages)
    return ToldStory(
        story=story_record(row.story),
        first_day=row.first_day,
        last_day=row.last_day,
        first_seen=seen[0],
        last_seen=seen[-1],
        numbers={page.id: page.number for page in pages},
        titles=frozenset(" ".join((page.title or "").split()).casefold() for page in pages),
    )
