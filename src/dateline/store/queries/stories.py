"""Stories that some filters let through."""

from __future__ import annotations

from sqlalchemy import ColumnElement, and_, select, true

from dateline.store.database import Database
from dateline.store.queries.conditions import any_of, in_outlet, names_actor, on_days, values_of, with_words
from dateline.store.queries.filters import Filters, plain_fields
from dateline.store.queries.records import StoryRow
from dateline.store.queries.rows import Query, Rows, first_columns
from dateline.store.queries.sorting import By
from dateline.store.tables import ARTICLES, STORIES, STORY_ARTICLES


def stories(database: Database, asked: Filters) -> Rows[StoryRow]:
    """Stories, those with the latest report first."""
    columns = STORIES.c
    query: Query = select(*(columns[name] for name in plain_fields(StoryRow))).where(
        any_of(columns.id, asked.story),
        with_words(columns.headline, asked.about),
        _told_in(asked),
        _has_days(asked),
    )
    order = (By(columns.last_ordinal, falls=True, has_gaps=True), By(columns.id))
    return Rows(database, query, StoryRow, first_columns(StoryRow), order)


def most_covered(database: Database, *, arrived_after: int, most: int) -> list[StoryRow]:
    """The stories with the most independent reports, among those of which a page came in after an arrival."""
    columns = STORIES.c
    told = select(STORY_ARTICLES.c.story).join_from(
        STORY_ARTICLES, ARTICLES, ARTICLES.c.number == STORY_ARTICLES.c.article
    )
    query = (
        select(*(columns[name] for name in plain_fields(StoryRow)))
        .where(columns.id.in_(told.where(ARTICLES.c.arrival > arrived_after)))
        .order_by(columns.independent.desc(), columns.reports.desc(), columns.id)
        .limit(most)
    )
    with database.reading() as connection:
        return [StoryRow(*row) for row in connection.execute(query)]


def _told_in(asked: Filters) -> ColumnElement[bool]:
    """Stories with an article of an outlet, in which somebody is named."""
    if not values_of(asked.outlet) and not values_of(asked.actor):
        return true()
    article = STORY_ARTICLES.c.article
    told = in_outlet(article, asked.outlet) & names_actor(article, asked.actor)
    return STORIES.c.id.in_(select(STORY_ARTICLES.c.story).where(told))


def _has_days(asked: Filters) -> ColumnElement[bool]:
    """Stories with a report from the day `after` on, and one before `before`."""
    return and_(
        on_days(STORIES.c.last_ordinal, asked.after, None),
        on_days(STORIES.c.first_ordinal, None, asked.before),
    )
