"""What is new for an alert: stories that it never told, and those that grew since it told them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection, func, insert, select, update

from dateline.jobs.alerting.alerts import ALERT, Alert, beginning_of, filters_of
from dateline.jobs.queue import Queue
from dateline.ontology import Ontology
from dateline.store.database import Database
from dateline.store.inserting import in_parts
from dateline.store.queries.filters import Filters
from dateline.store.queries.reports import reports
from dateline.store.search import Query, arrived, last_arrival, read_query
from dateline.store.search.query import Field, Has
from dateline.store.search.query_reader import STATEMENT_TYPES
from dateline.store.tables import ALERT_MATCHES, ALERTS, ARTICLES, STORIES, STORY_ARTICLES

NEW, UPDATE = "new", "update"
_MOST_STORIES = 50
"""Stories in one message; more become several."""


@dataclass(frozen=True, slots=True)
class _Page:
    """A page that came in since the last round, and its story."""

    number: int
    arrival: int
    story: str
    independent: int


@dataclass(frozen=True, slots=True)
class _Match:
    """A story to be told, with the pages that are the occasion."""

    change: str
    independent: int
    story: str
    pages: tuple[_Page, ...]


def query_of(text: str, now: datetime) -> Query:
    """A query as it is meant on a day: `after:7d` moves on with the days.

    Raises:
        QueryError: it cannot be read.
    """
    return read_query(text, today=now.date(), roots=Ontology.load().roots)


def shown_filters(alert: Alert, now: datetime) -> Filters:
    """Which events of a story are told: those that the filters let through, or that have the type and status of the query."""
    found: dict[Field, list[str]] = defaultdict(list)
    for clause in query_of(alert.query, now).clauses:
        for choice in clause.choices:
            if isinstance(choice.what, Has) and not choice.is_refused:
                found[choice.what.field].append(choice.what.value)
    roots = [value for value in found[Field.TYPE] if value not in STATEMENT_TYPES]
    filters = alert.filters
    return replace(
        filters, root=filters.root or roots or None, status=filters.status or found[Field.STATUS] or None
    )


def note_matches(
    database: Database, connection: Connection, queue: Queue, alert: Alert, now: datetime
) -> int:
    """Writes what is new for an alert and puts in the jobs that tell it, all in the transaction of the connection. Gives how many stories."""
    until = last_arrival(connection)
    found = _matches(database, connection, alert, now) if until > alert.arrival else []
    round = alert.rounds + 1
    for part, matches in enumerate(_parts(found), start=1):
        rows = [_row(alert, round, part, match, page) for match in matches for page in match.pages]
        connection.execute(insert(ALERT_MATCHES), rows)
        for place, to in enumerate(alert.destinations, start=1):
            said = {"alert": alert.id, "round": round, "part": part, "to": to, "since": alert.arrival}
            key = f"{beginning_of(alert.id)}{round} {part} {place}"
            queue.offer(ALERT, key, json.dumps(said, sort_keys=True))
    values = {"arrival": until, "next": alert.next_after(now), "rounds": round if found else alert.rounds}
    connection.execute(update(ALERTS).where(ALERTS.c.id == alert.id).values(values))
    return len(found)


def _matches(database: Database, connection: Connection, alert: Alert, now: datetime) -> list[_Match]:
    pages = _new_pages(connection, alert)
    numbers = matching_pages(database, connection, alert, now, after=alert.arrival)
    stories = {page.story for page in pages}
    told = _told(connection, alert, stories)
    by_story: dict[str, list[_Page]] = defaultdict(list)
    for page in pages:
        if page.number in numbers or page.story in told:
            by_story[page.story].append(page)
    found = [
        _Match(UPDATE if story in told else NEW, own[0].independent, story, tuple(own))
        for story, own in by_story.items()
        if story not in told or (alert.with_updates and own[0].independent > told[story])
    ]
    return sorted(found, key=lambda match: (match.change != NEW, -match.independent, match.story))


def matching_pages(
    database: Database, connection: Connection, alert: Alert, now: datetime, *, after: int
) -> set[int]:
    """The numbers of the pages that came in after an arrival and match: the query, and by a report of theirs the filters."""
    numbers = set(arrived(connection, query_of(alert.query, now), after))
    if not numbers or not filters_of(alert.filters):
        return numbers
    asked = replace(alert.filters, numbers=(min(numbers), max(numbers)))
    ids = {row.article for row in reports(database, asked)}
    reporting: set[int] = set()
    for part in in_parts(sorted(ids)):
        reporting.update(connection.scalars(select(ARTICLES.c.number).where(ARTICLES.c.id.in_(part))))
    return numbers & reporting


def _new_pages(connection: Connection, alert: Alert) -> list[_Page]:
    query = (
        select(ARTICLES.c.number, ARTICLES.c.arrival, STORIES.c.id, STORIES.c.independent)
        .join_from(ARTICLES, STORY_ARTICLES, STORY_ARTICLES.c.article == ARTICLES.c.number)
        .join(STORIES, STORIES.c.id == STORY_ARTICLES.c.story)
        .where(ARTICLES.c.arrival > alert.arrival, ARTICLES.c.is_current)
        .order_by(ARTICLES.c.arrival)
    )
    return [_Page(*row) for row in connection.execute(query)]


def _told(connection: Connection, alert: Alert, stories: Iterable[str]) -> dict[str, int]:
    """How many independent reports stories had when they were last told; a story is one that was told when a page of it was, whatever its id
    is by now."""
    told: dict[str, int] = {}
    query = (
        select(STORY_ARTICLES.c.story, func.max(ALERT_MATCHES.c.independent))
        .join_from(ALERT_MATCHES, ARTICLES, ARTICLES.c.arrival == ALERT_MATCHES.c.arrival)
        .join(STORY_ARTICLES, STORY_ARTICLES.c.article == ARTICLES.c.number)
        .where(ALERT_MATCHES.c.alert == alert.id, ARTICLES.c.is_current)
        .group_by(STORY_ARTICLES.c.story)
    )
    for part in in_parts(sorted(stories)):
        told |= dict(connection.execute(query.where(STORY_ARTICLES.c.story.in_(part))).all())
    return told


def _parts(found: Sequence[_Match]) -> list[Sequence[_Match]]:
    return [found[first : first + _MOST_STORIES] for first in range(0, len(found), _MOST_STORIES)]


def _row(alert: Alert, round: int, part: int, match: _Match, page: _Page) -> dict[str, object]:
    return {
        "alert": alert.id,
        "arrival": page.arrival,
        "round": round,
        "part": part,
        "change": match.change,
        "independent": match.independent,
    }
