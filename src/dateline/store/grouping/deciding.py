"""What a person decides about stories: kept, and in force at once."""

from __future__ import annotations

from sqlalchemy import Connection, select

from dateline.model import CollectionError
from dateline.store.grouping.regrouping import Regrouping
from dateline.store.inserting import insert_rows
from dateline.store.tables import ARTICLES, DECISIONS
from dateline.stories import Decision


def decide(connection: Connection, decision: Decision) -> None:
    """Notes a decision after those before it, and works out anew the stories of the articles that it names.

    Raises:
        CollectionError: `unknown`, when an article is not there, or only in an earlier version.
    """
    named = [*decision.articles, *decision.others, *decision.left]
    columns = ARTICLES.c
    rows = connection.execute(
        select(columns.number, columns.id).where(columns.id.in_(named), columns.is_current)
    ).all()
    for article in named:
        if article not in {row.id for row in rows}:
            what = (
                f"there is no article {article}: `dateline articles` tells the ids of those that are there."
            )
            raise CollectionError("unknown", what)
    insert_rows(connection, DECISIONS, [{"decision": decision.to_json()}])
    Regrouping().settle(connection, sorted(row.number for row in rows), {row.number: row.id for row in rows})
