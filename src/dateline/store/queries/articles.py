"""Articles that some filters let through."""

from __future__ import annotations

from sqlalchemy import select

from dateline.store.database import Database
from dateline.store.queries.conditions import any_of, from_outlet, in_articles, names_actor, published_on_days
from dateline.store.queries.filters import Filters
from dateline.store.queries.records import ArticleRow
from dateline.store.queries.rows import Query, Rows, first_columns
from dateline.store.queries.sorting import By
from dateline.store.queries.worded import with_words_of_page
from dateline.store.tables import ARTICLES, STORY_ARTICLES


def articles(database: Database, asked: Filters) -> Rows[ArticleRow]:
    """Articles, current versions only, newest first."""
    columns = ARTICLES.c
    query: Query = (
        select(
            columns.id,
            columns.number,
            columns.title,
            columns.outlet_name.label("outlet"),
            columns.outlet.label("outlet_id"),
            columns.published,
            columns.published_day.label("day"),
            columns.language,
            columns.coded,
            columns.address,
            columns.version,
            columns.family,
            STORY_ARTICLES.c.story,
            columns.first_seen,
        )
        .join_from(ARTICLES, STORY_ARTICLES, STORY_ARTICLES.c.article == columns.number, isouter=True)
        .where(
            columns.is_current,
            in_articles(columns.number, asked.article),
            names_actor(columns.number, asked.actor),
            from_outlet(asked.outlet),
            any_of(columns.language, asked.language),
            any_of(STORY_ARTICLES.c.story, asked.story),
            with_words_of_page(database, columns.title, columns.number, asked.about),
            published_on_days(columns.number, asked),
            asked.among(columns.number),
        )
    )
    return Rows(database, query, ArticleRow, first_columns(ArticleRow), [By(columns.number, falls=True)])
