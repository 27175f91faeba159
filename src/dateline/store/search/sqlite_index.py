"""The index in SQLite: one FTS5 table whose rows are numbered like the articles."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    Integer,
    Select,
    TextClause,
    bindparam,
    column,
    literal_column,
    select,
    table,
    text,
)

from dateline.store.search.backend import Match, Reach, Stored
from dateline.store.search.expressions import AllBut, AnyOf, Condition, Run

_PAGES = table("search_pages", column("rowid", Integer), column("title"), column("body"), column("fields"))
_NUMBER = _PAGES.c.rowid


class SqliteIndex:
    """FTS5. Its own tokenizer only parts the strings at spaces; all else has been done before."""

    def create(self, connection: Connection) -> None:
        connection.exec_driver_sql(
            "CREATE VIRTUAL TABLE IF NOT EXISTS search_pages "
            "USING fts5(title, body, fields, columnsize=0, tokenize=\"ascii tokenchars '=.'\")"
        )

    def write(self, connection: Connection, rows: Sequence[Stored]) -> None:
        connection.exec_driver_sql(
            "INSERT INTO search_pages (rowid, title, body, fields) VALUES (?, ?, ?, ?)",
            [(row.number, row.title, row.body, row.fields) for row in rows],
        )

    def held(self, connection: Connection, numbers: Sequence[int]) -> list[int]:
        return list(connection.scalars(select(_NUMBER).where(_NUMBER.in_(numbers))))

    def delete(self, connection: Connection, numbers: Sequence[int]) -> None:
        connection.exec_driver_sql(
            "DELETE FROM search_pages WHERE rowid = ?", [(number,) for number in numbers]
        )

    def purge(self, connection: Connection) -> None:
        connection.exec_driver_sql("INSERT INTO search_pages (search_pages) VALUES ('optimize')")

    def scrub(self, engine: Engine) -> None:
        held = (
            engine.raw_connection()
        )  # outside any transaction, also where the engine begins one for each connection
        try:
            held.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            held.close()

    def newest(self, connection: Connection, asked: Condition, reach: Reach, limit: int) -> list[Match]:
        query = _newest(asked, reach, _NUMBER, _PAGES.c.title, _PAGES.c.body)
        return [Match(*row) for row in connection.execute(query.limit(limit))]

    def newest_numbers(self, connection: Connection, asked: Condition, reach: Reach, limit: int) -> list[int]:
        return list(connection.scalars(_newest(asked, reach, _NUMBER).limit(limit)))

    def numbers_query(self, asked: Condition) -> Select[tuple[int]]:
        return select(_NUMBER).select_from(_PAGES).where(_fulfils(asked))


def _fulfils(asked: Condition) -> TextClause:
    return text("search_pages MATCH :asked").bindparams(bindparam("asked", printed(asked)))


def _newest(asked: Condition, reach: Reach, *columns: ColumnElement[Any]) -> Select[Any]:
    query = select(*columns).where(_fulfils(asked)).where(_NUMBER.between(reach.first, reach.last))
    for numbers in reach.within:
        # The plus keeps SQLite from asking the index once for each of the numbers.
        query = query.where(literal_column("+search_pages.rowid").in_(numbers))
    return query.order_by(_NUMBER.desc())


def printed(asked: Condition) -> str:
    """A condition in the language of FTS5."""
    if isinstance(asked, Run):
        words = '"' + " ".join(asked.tokens) + '"'
        return f"{words} *" if asked.is_prefix else words
    if isinstance(asked, AnyOf):
        return "(" + " OR ".join(printed(part) for part in asked.parts) + ")"
    return _all_but(asked)


def _all_but(asked: AllBut) -> str:
    kept = " AND ".join(printed(part) for part in asked.parts)
    refused = "".join(f" NOT {printed(part)}" for part in asked.refused)
    return f"(({kept}){refused})"
