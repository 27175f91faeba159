"""What a run brought in, input by input."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import or_, select

from dateline.model.codec import Record
from dateline.store.database import Database
from dateline.store.tables import ARTICLES, RUN_INPUTS, STORY_ARTICLES


@dataclass(frozen=True, slots=True)
class Brought(Record):
    """An input of a run: what became of it, and the article and story that it led to."""

    source: str
    outcome: str
    article: str | None
    title: str | None
    outlet: str | None
    story: str | None


def brought_by(database: Database, run: int, most: int) -> list[Brought]:
    """The inputs of a run that led to an article, or had been read already, in their order."""
    inputs = RUN_INPUTS.c
    is_own = ARTICLES.c.id == inputs.article
    is_same = ARTICLES.c.page_sha256 == inputs.bytes_sha256
    is_known = inputs.article.is_(None) & is_same
    query = (
        select(
            inputs.source,
            inputs.outcome,
            ARTICLES.c.id,
            ARTICLES.c.title,
            ARTICLES.c.outlet_name,
            STORY_ARTICLES.c.story,
        )
        .join_from(RUN_INPUTS, ARTICLES, or_(is_own, is_known))
        .outerjoin(STORY_ARTICLES, STORY_ARTICLES.c.article == ARTICLES.c.number)
        .where(inputs.run == run)
        .order_by(inputs.number)
        .limit(most)
    )
    with database.reading() as connection:
        return [Brought(*row) for row in connection.execute(query)]
