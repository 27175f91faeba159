"""What a person decides about stories: kept, and in force at once."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import Connection, select

from dateline.model import CollectionError
from dateline.store.clock import now
from dateline.store.correcting.log import Kind, append, as_current, by_lineage
from dateline.store.grouping.regrouping import Regrouping
from dateline.store.tables import ARTICLES
from dateline.stories import Decision


def decide(connection: Connection, decision: Decision) -> int:
    """Notes a decision after those before it, and works out anew the stories of the articles that it names. Gives its number.

    Raises:
        CollectionError: `unknown`, when an article is not there, or only in an earlier version.
    """
    there = _current(connection, decision)
    for article in decision.named:
        if article not in there.values():
            what = (
                f"there is no article {article}: `dateline articles` tells the ids of those that are there."
            )
            raise CollectionError("unknown", what)
    dated = replace(decision, at=decision.at or now())
    number = append(connection, Kind.STORY, by_lineage(connection, dated))
    Regrouping().settle(connection, sorted(there), there)
    return number


def regroup(connection: Connection, decision: Decision) -> None:
    """Works out anew the stories of the articles of a decision that holds no longer, or again."""
    there = _current(connection, as_current(connection, decision))
    Regrouping().settle(connection, sorted(there), there)


def _current(connection: Connection, decision: Decision) -> dict[int, str]:
    """The current versions among the articles of a decision, by their numbers."""
    columns = ARTICLES.c
    rows = select(columns.number, columns.id).where(columns.id.in_(decision.named), columns.is_current)
    return {row.number: row.id for row in connection.execute(rows)}
