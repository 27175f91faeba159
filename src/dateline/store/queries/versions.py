"""The versions of a page, and each as it came in."""

from __future__ import annotations

import msgspec
from sqlalchemy import select

from dateline.model import CollectionError, RawPage
from dateline.store.database import Database
from dateline.store.holdings import Holdings
from dateline.store.queries.records import VersionRow
from dateline.store.queries.single import no_article, page_hash
from dateline.store.raw import unpacked
from dateline.store.tables import ARTICLES, STORY_ARTICLES


def versions(database: Database, wanted: str) -> list[VersionRow]:
    """The versions of the page that an article is a version of, the first one first.

    Raises:
        CollectionError: `unknown`.
    """
    columns = ARTICLES.c
    address = select(columns.address).where(columns.id == wanted).scalar_subquery()
    query = (
        select(
            columns.id,
            columns.version,
            columns.is_current,
            columns.title,
            columns.first_seen,
            STORY_ARTICLES.c.story,
        )
        .join_from(ARTICLES, STORY_ARTICLES, STORY_ARTICLES.c.article == columns.number, isouter=True)
        .where(columns.address == address)
        .order_by(columns.version)
    )
    with database.reading() as connection:
        found = [VersionRow(*row) for row in connection.execute(query)]
    if not found:
        raise no_article(database, wanted)
    return found


def kept_page(holdings: Holdings, wanted: str) -> RawPage:
    """The page of an article as it came in.

    Raises:
        CollectionError: `unknown`, `damaged`.
    """
    sha256 = page_hash(holdings.database, wanted)
    with holdings.database.reading() as connection:
        data = holdings.raw_pages.get(connection, sha256)
    try:
        if data is not None:
            return unpacked(data, wanted)
    except (msgspec.DecodeError, ValueError):
        pass
    what = f"the page of {wanted} is missing or damaged: `dateline verify` tells which pages are, a backup has them."
    raise CollectionError("damaged", what)
