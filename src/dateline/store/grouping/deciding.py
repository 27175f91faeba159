"""What a person decides about stories: kept, and in force at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete, select

from dateline.model import CollectionError
from dateline.model.codec import Record
from dateline.store.database import Database
from dateline.store.grouping.regrouping import Regrouping
from dateline.store.inserting import insert_rows
from dateline.store.tables import ARTICLES, DECISIONS
from dateline.stories import Decision


@dataclass(frozen=True, slots=True)
class Decided(Record):
    """A decision of the log under its number."""

    number: int
    decision: Decision


def decided(database: Database, most: int | None = None) -> list[Decided]:
    """The decisions that are in force, the latest first."""
    query = select(DECISIONS.c.number, DECISIONS.c.decision).order_by(DECISIONS.c.number.desc()).limit(most)
    with database.reading() as connection:
        return [Decided(number, Decision.from_json(line)) for number, line in connection.execute(query)]


def take_back(connection: Connection, number: int) -> None:
    """Strikes a decision out of the log, and works out anew the stories of its articles that are still there.

    Raises:
        CollectionError: `unknown`, when there is no decision of that number.
    """
    here = DECISIONS.c.number == number
    line = connection.execute(select(DECISIONS.c.decision).where(here)).scalar()
    if line is None:
        raise CollectionError(
            "unknown", f"there is no decision {number}: it may have been taken back already."
        )
    connection.execute(delete(DECISIONS).where(here))
    decision = Decision.from_json(line)
    _settle(connection, _rows(connection, [*decision.articles, *decision.others, *decision.left]))


def decide(connection: Connection, decision: Decision) -> None:
    """Notes a decision after those before it, and works out anew the stories of the articles that it names.

    Raises:
        CollectionError: `unknown`, when an article is not there, or only in an earlier version.
    """
    named = [*decision.articles, *decision.others, *decision.left]
    rows = _rows(connection, named)
    for article in named:
        if article not in rows.values():
            what = (
                f"there is no article {article}: `dateline articles` tells the ids of those that are there."
            )
            raise CollectionError("unknown", what)
    insert_rows(connection, DECISIONS, [{"decision": decision.to_json()}])
    _settle(connection, rows)


def _rows(connection: Connection, named: Sequence[str]) -> dict[int, str]:
    """The articles that are there in their latest version, by number."""
    columns = ARTICLES.c
    query = select(columns.number, columns.id).where(columns.id.in_(named), columns.is_current)
    return {row.number: row.id for row in connection.execute(query)}


def _settle(connection: Connection, rows: dict[int, str]) -> None:
    Regrouping().settle(connection, sorted(rows), rows)
