"""Who is named, counted."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Connection, and_, func, select, true

from dateline.store.database import Database
from dateline.store.queries.conditions import (
    in_outlet,
    in_story,
    is_named,
    published_on_days,
    values_of,
    with_words,
)
from dateline.store.queries.filters import Filters
from dateline.store.queries.records import ActorRow, NameRow
from dateline.store.queries.rows import Found, Query, Rows
from dateline.store.queries.sorting import By
from dateline.store.tables import ACTOR_COUNTS, ARTICLE_ACTORS

_ARTICLES = func.sum(ACTOR_COUNTS.c.articles)


def actors(database: Database, asked: Filters) -> Rows[ActorRow]:
    """Who is named, those in most articles first; names that one page alone knows are left out."""
    if _asks_for_articles(asked):
        order = (By(func.count(), falls=True, is_added_up=True), By(ARTICLE_ACTORS.c.actor))
        return Rows(database, _counted_here(asked), ActorRow, _named, order)
    order = (By(_ARTICLES, falls=True, is_added_up=True), By(ACTOR_COUNTS.c.actor))
    return Rows(database, _kept_counts(asked), ActorRow, _as_kept, order)


def names_in_pages(database: Database, actor: str) -> Rows[NameRow]:
    """The names under which somebody, by an id or the code of a state, is named; those of most articles first."""
    columns = ACTOR_COUNTS.c
    query = (
        select(
            columns.actor,
            columns.name,
            _ARTICLES.label("articles"),
            func.sum(columns.mentions).label("mentions"),
        )
        .where(is_named(ACTOR_COUNTS, actor))
        .group_by(columns.actor, columns.name)
    )
    return Rows(
        database, query, NameRow, _names, (By(_ARTICLES, falls=True), By(columns.name), By(columns.actor))
    )


def _names(_: Connection, found: Found) -> list[NameRow]:
    return [NameRow(row.actor, row.name, int(row.articles), int(row.mentions)) for row in found]


def _asks_for_articles(asked: Filters) -> bool:
    return bool(values_of(asked.outlet) or values_of(asked.story) or asked.after or asked.before)


def _kept_counts(asked: Filters) -> Query:
    columns = ACTOR_COUNTS.c
    return (
        select(
            columns.actor,
            func.min(columns.name).label("name"),
            func.nullif(func.min(columns.state), "").label("state"),
            _ARTICLES.label("articles"),
            func.sum(columns.mentions).label("mentions"),
        )
        .where(is_named(ACTOR_COUNTS, asked.actor), with_words(columns.name, asked.about))
        .group_by(columns.actor)
    )


def _as_kept(_: Connection, found: Found) -> list[ActorRow]:
    return [ActorRow(row.actor, row.name, row.state, int(row.articles), int(row.mentions)) for row in found]


def _counted_here(asked: Filters) -> Query:
    """Ids and counts alone, for which an index is enough."""
    columns = ARTICLE_ACTORS.c
    return (
        select(columns.actor, func.count().label("articles"), func.sum(columns.mentions).label("mentions"))
        .where(columns.actor.not_like("local:%"), _wanted(asked))
        .group_by(columns.actor)
    )


def _named(connection: Connection, found: Found) -> list[ActorRow]:
    """Those that are shown with their names."""
    columns = ACTOR_COUNTS.c
    names = select(
        columns.actor,
        func.min(columns.name).label("name"),
        func.nullif(func.min(columns.state), "").label("state"),
    ).where(columns.actor.in_([row.actor for row in found]))
    known = {row.actor: row for row in connection.execute(names.group_by(columns.actor))}
    return [
        ActorRow(
            row.actor, known[row.actor].name, known[row.actor].state, int(row.articles), int(row.mentions)
        )
        for row in found
    ]


def _wanted(asked: Filters) -> ColumnElement[bool]:
    columns = ARTICLE_ACTORS.c
    return and_(
        is_named(ARTICLE_ACTORS, asked.actor),
        _with_letters(asked),
        in_outlet(columns.article, asked.outlet),
        in_story(columns.article, asked.story),
        published_on_days(columns.article, asked),
    )


def _with_letters(asked: Filters) -> ColumnElement[bool]:
    """Names with some letters: who bears one is looked for among those who are counted, who are few beside all rows."""
    if not values_of(asked.about):
        return true()
    counted, columns = ACTOR_COUNTS.c, ARTICLE_ACTORS.c
    bearers = select(counted.actor).where(with_words(counted.name, asked.about))
    return and_(columns.actor.in_(bearers), with_words(columns.name, asked.about))
