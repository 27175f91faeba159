"""A row for everybody who is named and known beyond one page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from sqlalchemy import select

from dateline.knowledge import Knowledge
from dateline.products.exports.contents import Contents
from dateline.products.exports.schema import Column, Kind, Table
from dateline.store.tables import ARTICLE_ACTORS


@dataclass(frozen=True, slots=True)
class _Named:
    """Somebody, and how often they are named."""

    actor: str
    name: str
    kind: str | None
    state: str | None
    articles: int
    mentions: int


def _records(contents: Contents) -> Iterator[_Named]:
    columns = ARTICLE_ACTORS.c
    query = (
        select(ARTICLE_ACTORS)
        .where(columns.actor.not_like("local:%"))
        .order_by(columns.actor, columns.article)
    )
    rows = (row for part in contents.stream(query) for row in part)
    tables = Knowledge.load()
    for actor, group in groupby(rows, key=lambda row: str(row.actor)):
        own = [row for row in group if contents.selection.has_article(row.article)]
        if own:
            entity = tables.entity(actor)
            yield _Named(
                actor=actor,
                name=min(row.name for row in own),
                kind=entity.kind.value if entity else None,
                state=min((row.state for row in own if row.state), default=None),
                articles=len(own),
                mentions=sum(row.mentions for row in own),
            )


ACTORS: Table[_Named] = Table(
    name="actors",
    title="Who is named",
    key=("actor",),
    records=_records,
    columns=(
        Column(
            "actor",
            Kind.TEXT,
            "Wikidata id, or `dl-...` for a row of Dateline's tables that has none",
            lambda r: r.actor,
        ),
        Column("name", Kind.TEXT, "the first of the names by the alphabet", lambda r: r.name),
        Column(
            "kind", Kind.TEXT, "what sort of actor", lambda r: r.kind, missing="not in the tables in force"
        ),
        Column(
            "state",
            Kind.TEXT,
            "whose, ISO 3166-1 alpha-3",
            lambda r: r.state,
            missing="of several states, or of none",
        ),
        Column("articles", Kind.WHOLE, "in which they are named", lambda r: r.articles, unit="articles"),
        Column("mentions", Kind.WHOLE, "how often, all together", lambda r: r.mentions, unit="mentions"),
    ),
)
