"""What a person decides about stories: kept, and in force at once."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, select

from dateline.model import CollectionError
from dateline.store.correcting.log import Kind, append
from dateline.store.grouping.regrouping import Regrouping
from dateline.store.tables import ARTICLES
from dateline.stories import Decision


def decide(connection: Connection, decision: Decision) -> int:
    """Notes a decision after those before it, and works out anew the stories of the articles that it names. Gives its number.

    Raises:
        CollectionError: `unknown`, when an article is not there, or only in an earlier version.
    """
    named = _named(decision)
    there = _current(connection, named)
    for article in named:
        if article not in there.values():
            what = (
                f"there is no article {article}: `dateline articles` tells the ids of those that are there."
            )
            raise CollectionError("unknown", what)
    number = append(connection, Kind.STORY, decision)
    Regrouping().settle(connection, sorted(there), there)
    return number


def regroup(connection: Connection, decision: Decision) -> None:
    """Works out anew the stories of the articles of a decision that holds no longer, or again."""
    there = _current(connection, _named(decision))
    Regrouping().settle(connection, sorted(there), there)


def _named(decision: Decision) -> list[str]:
    return [*decision.articles, *decision.others, *decision.left]


def _current(connection: Connection, articles: Sequence[str]) -> dict[int, str]:
    """The current versions among some articles, by their numbers."""
    columns = ARTICLES.c
    rows = select(columns.number, columns.id).where(columns.id.in_(articles), columns.is_current)
    return {row.number: row.id for row in connection.execute(rows)}
