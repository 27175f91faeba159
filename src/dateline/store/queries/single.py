"""One story or article, whole."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from sqlalchemy import Column, Connection, select

from dateline.model import CollectionError, Reading, Story
from dateline.store.correcting.reading_back import corrected_readings
from dateline.store.database import Database
from dateline.store.grouping.story_rows import story_record
from dateline.store.ingest.article_rows import reading_of
from dateline.store.ingest.tombstones import taken_back
from dateline.store.queries.related import related_to
from dateline.store.tables import ARTICLES, STORIES, STORY_ARTICLES

T = TypeVar("T")


def story(database: Database, wanted: str) -> Story:
    """The story of an id, or the one that holds the article from which the id came.

    Raises:
        CollectionError: `unknown`.
    """
    with database.reading() as connection:
        found = _story(connection, wanted) or _story(connection, _heir(connection, wanted))
        if found is not None:
            return replace(found, related=related_to(connection, found.id))
    what = f"{database.place} has no story {wanted}: `dateline stories -c {database.place} --to jsonl` tells their ids."
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


def reading(database: Database, wanted: str, *, as_read: bool = False) -> Reading:
    """The reading of an article as people corrected it; `as_read` without corrections.

    Raises:
        CollectionError: `unknown`.
    """
    if as_read:
        return reading_of(_column(database, ARTICLES.c.reading, wanted))
    number = _column(database, ARTICLES.c.number, wanted)
    with database.reading() as connection:
        return corrected_readings(connection, [number])[number].reading


def page_hash(database: Database, wanted: str) -> str:
    """The hash under which the page of an article is kept.

    Raises:
        CollectionError: `unknown`.
    """
    found: str = _column(database, ARTICLES.c.page_sha256, wanted)
    return found


def _column(database: Database, column: Column[T], wanted: str) -> T:
    with database.reading() as connection:
        found = connection.execute(select(column).where(ARTICLES.c.id == wanted)).scalar()
    if found is None:
        raise no_article(database, wanted)
    return found


def no_article(database: Database, wanted: str) -> CollectionError:
    """What is said of an article that is not there: `forgotten` where it was taken back, else `unknown`."""
    with database.reading() as connection:
        made = taken_back(connection, ("article", wanted))
    if made is not None:
        what = f"{database.place} had the article {wanted}, which was taken back on {made[:10]} and is not shown any more."
        return CollectionError("forgotten", what)
    what = f"{database.place} has no article {wanted}: `dateline articles -c {database.place} --to jsonl` tells their ids."
    return CollectionError("unknown", what)
