"""Events between two actors, and statements by or about someone: newest first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Column, ColumnElement, Connection, Select, and_, intersect, select

from dateline.store.search.index import first_number
from dateline.store.search.tables import (
    article_actors,
    articles,
    event_participants,
    events,
    statement_subjects,
    statements,
)


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event across reports, as a list shows it."""

    id: str
    root: str
    status: str
    day: str | None
    place: str | None
    reports: int
    outlets: int
    independent: int


@dataclass(frozen=True, slots=True)
class StatementRow:
    """A statement, as a list shows it."""

    article: int
    id: str
    type: str
    speaker: str | None
    speaker_name: str | None
    act: str | None
    content: str


_SHOWN = [
    statements.c[name]
    for name in ("article", "id", "type", "speaker_actor", "speaker_name", "act", "content")
]


def actors_named(connection: Connection, value: str) -> list[str]:
    """Ids of an actor that is given by its id or by its name as pages have it."""
    known = select(article_actors.c.actor).where(article_actors.c.actor == value).limit(1)
    if connection.scalar(known) is not None:
        return [value]
    named = select(article_actors.c.actor).where(article_actors.c.name == value).distinct()
    return list(connection.scalars(named.order_by(article_actors.c.actor)))


def events_between(
    connection: Connection,
    one: str,
    other: str,
    *,
    is_directed: bool = False,
    after: date | None = None,
    before: date | None = None,
    limit: int = 100,
) -> list[EventRow]:
    """Events with two actors (ids or names) on opposite sides.

    Args:
        is_directed: only those whose source is `one` and whose target is `other`.
        after: the first day that counts.
        before: the first day that no longer counts.
    """
    both = actors_named(connection, one), actors_named(connection, other)
    found: dict[str, EventRow] = {}
    for sources, targets in [both] if is_directed else [both, both[::-1]]:
        shared = intersect(_on_side("source", sources), _on_side("target", targets))
        query = select(*(events.c[name] for name in EventRow.__slots__)).where(events.c.id.in_(shared))
        if after is not None:
            query = query.where(events.c.day >= after.isoformat())
        if before is not None:
            query = query.where(events.c.day < before.isoformat())
        rows = connection.execute(query.order_by(events.c.day.desc().nulls_last(), events.c.id).limit(limit))
        found |= {row.id: EventRow(*row) for row in rows}
    return _newest_events(found.values())[:limit]


def _on_side(side: str, actors: Sequence[str]) -> Select[tuple[str]]:
    taking_part = event_participants.c
    return select(taking_part.event).where(taking_part.actor.in_(actors), taking_part.side == side)


def _newest_events(rows: Iterable[EventRow]) -> list[EventRow]:
    by_id = sorted(rows, key=lambda row: row.id)
    return sorted(by_id, key=lambda row: row.day or "", reverse=True)


def statements_by(
    connection: Connection,
    speaker: str,
    *,
    after: date | None = None,
    before: date | None = None,
    limit: int = 100,
) -> list[StatementRow]:
    """Statements of an actor (id or name); days are those of the pages."""
    told, speakers = statements.c, actors_named(connection, speaker)
    query = (
        select(*_SHOWN)
        .join(articles, and_(articles.c.number == told.article, articles.c.is_current))
        .where(told.speaker_actor.in_(speakers), *_within(told.article, after, before))
        .order_by(told.article.desc(), told.id)
    )
    return [StatementRow(*row) for row in connection.execute(query.limit(limit))]


def statements_about(
    connection: Connection,
    subject: str,
    *,
    after: date | None = None,
    before: date | None = None,
    limit: int = 100,
) -> list[StatementRow]:
    """Statements of others that name or address an actor (id or name); days are those of the pages."""
    told, named, subjects = statements.c, statement_subjects.c, actors_named(connection, subject)
    newest = (
        select(named.article, named.statement)
        .where(named.actor.in_(subjects), *_within(named.article, after, before))
        .distinct()
        .order_by(named.article.desc(), named.statement)
        .limit(limit)
        .subquery()
    )
    query = (
        select(*_SHOWN)
        .join(newest, and_(newest.c.article == told.article, newest.c.statement == told.id))
        .order_by(told.article.desc(), told.id)
    )
    return [StatementRow(*row) for row in connection.execute(query)]


def _within(article: Column[int], after: date | None, before: date | None) -> list[ColumnElement[bool]]:
    first = [article >= first_number(after)] if after is not None else []
    last = [article < first_number(before)] if before is not None else []
    return first + last
