"""What a search shows of each page: day, outlet, title and the words that were found, each with its places."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from sqlalchemy import Connection, select

from dateline.model import Article, Span
from dateline.model.codec import Record
from dateline.store.search.finding import Found
from dateline.store.search.query import Query
from dateline.store.search.snippets import highlights, snippet
from dateline.store.tables import ARTICLES


@dataclass(frozen=True, slots=True)
class Passage(Record):
    """A sentence, or part of a long one: its words, their place in `article.text`, and what to highlight, in the same text."""

    text: str
    span: Span
    highlights: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class ShownHit(Record):
    """A page that was found, as a list shows it. `article` is its id; places of `title_highlights` are places in the title."""

    SCHEMA: ClassVar[str | None] = "dateline.hit/1"

    article: str
    day: str | None
    outlet: str | None
    title: str
    title_highlights: tuple[Span, ...]
    passages: tuple[Passage, ...]
    score: float


def shown(
    connection: Connection, found: Found, query: Query, article_of: Callable[[int], Article]
) -> list[ShownHit]:
    """The hits of a search, with their snippets.

    Args:
        article_of: gives the article of a number, from its stored reading.
    """
    table = ARTICLES.c
    columns = select(table.number, table.id, table.published_day, table.outlet_name, table.title)
    numbers = [hit.number for hit in found.hits]
    rows = {row[0]: row[1:] for row in connection.execute(columns.where(table.number.in_(numbers)))}
    hits = []
    for hit in found.hits:
        article, day, outlet, title = rows[hit.number]
        places = highlights(title or "", query)
        passages = _passages(article_of(hit.number), query)
        hits.append(ShownHit(article, day, outlet, title or "", places, passages, round(hit.score, 4)))
    return hits


def _passages(article: Article, query: Query) -> tuple[Passage, ...]:
    found = snippet(article, query)
    return tuple(
        Passage(span.of(article.text), span, tuple(place for place in found.highlights if span.covers(place)))
        for span in found.sentences
    )
