"""One story or article, whole."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import Connection, select

from dateline.model import CollectionError, Reading, Story
from dateline.store.database import Database
from dateline.store.grouping.story_rows import story_record
from dateline.store.ingest.article_rows import reading_of
from dateline.store.queries.records import Origin
from dateline.store.queries.related import related_to
from dateline.store.tables import ARTICLES, STORIES, STORY_ARTICLES


def story(database: Database, wanted: str) -> Story:
    """The story of an id, or the one that holds the article from which the id came.

    Raises:
        CollectionError: `unknown`.
    """
    with database.reading() as connection:
        found = _story(connection, wanted) or _story(connection, _heir(connection, wanted))
        if found is not None:
            return replace(found, related=related_to(connection, found.id))
    what = f"{database.place} has no story {wanted}: `dateline stories -c {database.place}` tells their ids."
    raise CollectionError("unknown", what)


def _story(connection: Connection, wanted: str | None) -> Story | None:
    data = connection.execute(select(STORIES.c.story).where(STORIES.c.id == wanted)).scalar()
    return story_record(data) if data is not None else None


def _heir(connection: Connection, wanted: str) -> str | None:
    """The story of the article that gave its id to a story which is no more."""
    found: str | None = connection.execute(
        select(STORY_ARTICLES.c.story)
        .join_from(STORY_ARTICLES, ARTICLES, ARTICLES.c.number == STORY_ARTICLES.c.article)
        .where(ARTICLES.c.story_seed == wanted)
    ).scalar()
    return found


def reading(database: Database, wanted: str) -> Reading:
    """The reading of an article.

    Raises:
        CollectionError: `unknown`.
    """
    with database.reading() as connection:
        data = connection.execute(select(ARTICLES.c.reading).where(ARTICLES.c.id == wanted)).scalar()
    if data is None:
        raise _no_article(database, wanted)
    return reading_of(data)


def origin(database: Database, wanted: str) -> Origin:
    """How an article came in.

    Raises:
        CollectionError: `unknown`.
    """
    columns = ARTICLES.c
    query = (
        select(columns.id, columns.page_sha256, columns.first_seen, STORY_ARTICLES.c.story)
        .join_from(ARTICLES, STORY_ARTICLES, STORY_ARTICLES.c.article == columns.number, isouter=True)
        .where(columns.id == wanted)
    )
    with database.reading() as connection:
        row = connection.execute(query).one_or_none()
    if row is None:
        raise _no_article(database, wanted)
    return Origin(*row)


def _no_article(database: Database, wanted: str) -> CollectionError:
    what = f"{database.place} has no article {wanted}: `dateline articles` tells their ids."
    return CollectionError("unknown", what)
