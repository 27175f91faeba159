"""Events between two actors, and statements by or about someone: newest first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Column, ColumnElement, Connection, Select, and_, intersect, select

from dateline.store.search.index import first_number
from dateline.store.tables import (
    ARTICLE_ACTORS,
    ARTICLES,
    EVENT_PARTICIPANTS,
    EVENTS,
    STATEMENT_SUBJECTS,
    STATEMENTS,
)


@dataclass(frozen=True, slots=True)
class EventLine:
    """An event across reports, as a list shows it."""

    id: str
    root: str
    status: str
    day: str | None
    place_name: str | None
    reports: int
    outlets: int
    independent: int


@dataclass(frozen=True, slots=True)
class StatementLine:
    """A statement, as a list shows it."""

    article: int
    id: str
    type: str
    speaker: str | None
    speaker_name: str | None
    act: str | None
    content: str


_SHOWN = [
    STATEMENTS.c[name]
    for name in ("article", "id", "type", "speaker_actor", "speaker_name", "act", "content")
]


def actors_named(connection: Connection, value: str) -> list[str]:
    """Ids of an actor that is given by its id or by its name as pages have it."""
    known = select(ARTICLE_ACTORS.c.actor).where(ARTICLE_ACTORS.c.actor == value).limit(1)
    if connection.scalar(known) is not None:
        return [value]
    named = select(ARTICLE_ACTORS.c.actor).where(ARTICLE_ACTORS.c.name == value).distinct()
    return list(connection.scalars(named.order_by(ARTICLE_ACTORS.c.actor)))


def events_between(
    connection: Connection,
    one: str,
    other: str,
    *,
    is_directed: bool = False,
    after: date | None = None,
    before: date | None = None,
    limit: int = 100,
) -> list[EventLine]:
    """Events with two actors (ids or names) on opposite sides.

    Args:
        is_directed: only those whose source is `one` and whose target is `other`.
        after: the first day that counts.
        before: the first day that no longer counts.
    """
    both = actors_named(connection, one), actors_named(connection, other)
    found: dict[str, EventLine] = {}
    for sources, targets in [both] if is_directed else [both, both[::-1]]:
        shared = intersect(_on_side("source", sources), _on_side("target", targets))
        query = select(*(EVENTS.c[name] for name in EventLine.__slots__)).where(EVENTS.c.id.in_(shared))
        if after is not None:
            query = query.where(EVENTS.c.day >= after.isoformat())
        if before is not None:
            query = query.where(EVENTS.c.day < before.isoformat())
        rows = connection.execute(query.order_by(EVENTS.c.day.desc().nulls_last(), EVENTS.c.id).limit(limit))
        found |= {row.id: EventLine(*row) for row in rows}
    return _newest_events(found.values())[:limit]


def _on_side(side: str, actors: Sequence[str]) -> Select[tuple[str]]:
    taking_part = EVENT_PARTICIPANTS.c
    return select(taking_part.event).where(taking_part.actor.in_(actors), taking_part.side == side)


def _newest_events(rows: Iterable[EventLine]) -> list[EventLine]:
    by_id = sorted(rows, key=lambda row: row.id)
    return sorted(by_id, key=lambda row: row.day or "", reverse=True)


def statements_by(
    connection: Connection,
    speaker: str,
    *,
    after: date | None = None,
    before: date | None = None,
    limit: int = 100,
) -> list[StatementLine]:
    """Statements of an actor (id or name); days are those of the pages."""
    told, speakers = STATEMENTS.c, actors_named(connection, speaker)
    query = (
        select(*_SHOWN)
        .join(ARTICLES, and_(ARTICLES.c.number == told.article, ARTICLES.c.is_current))
        .where(told.speaker_actor.in_(speakers), *_within(told.article, after, before))
        .order_by(told.article.desc(), told.id)
    )
    return [StatementLine(*row) for row in connection.execute(query.limit(limit))]


def statements_about(
    connection: Connection,
    subject: str,
    *,
    after: date | None = None,
    before: date | None = None,
    limit: int = 100,
) -> list[StatementLine]:
    """Statements of others that name or address an actor (id or name); days are those of the pages."""
    told, named, subjects = STATEMENTS.c, STATEMENT_SUBJECTS.c, actors_named(connection, subject)
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
    return [StatementLine(*row) for row in connection.execute(query)]


def _within(article: Column[int], after: date | None, before: date | None) -> list[ColumnElement[bool]]:
    first = [article >= first_number(after)] if after is not None else []
    last = [article < first_number(before)] if before is not None else []
    return first + last
