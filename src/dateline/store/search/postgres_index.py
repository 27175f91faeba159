"""The index in PostgreSQL: a tsvector that is made of our own tokens, not of PostgreSQL's dictionaries, under a GIN index."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Connection,
    Engine,
    Select,
    TextClause,
    bindparam,
    column,
    select,
    table,
    text,
)

from dateline.store.search.backend import Match, Reach, Stored
from dateline.store.search.expressions import AllBut, AnyOf, Condition, Run

_PAGES = table("search_pages", column("number", BigInteger), column("title"), column("body"), column("words"))
_NUMBER = _PAGES.c.number
_PLACES = 16_383
"""The last place that a tsvector knows; words behind it are found, but not as phrases."""
_EACH = 255
"""Places of one word that a tsvector keeps."""


class PostgresIndex:
    """A table with the token strings and their tsvector."""

    def create(self, connection: Connection) -> None:
        connection.exec_driver_sql(
            "CREATE TABLE IF NOT EXISTS search_pages "
            "(number bigint PRIMARY KEY, title text NOT NULL, body text NOT NULL, words tsvector NOT NULL)"
        )
        connection.exec_driver_sql(
            "CREATE INDEX IF NOT EXISTS search_pages_words ON search_pages USING gin (words)"
        )

    def write(self, connection: Connection, rows: Sequence[Stored]) -> None:
        connection.execute(
            text(
                "INSERT INTO search_pages (number, title, body, words) "
                "VALUES (:number, :title, :body, CAST(:words AS tsvector))"
            ),
            [
                {"number": row.number, "title": row.title, "body": row.body, "words": places(row)}
                for row in rows
            ],
        )

    def held(self, connection: Connection, numbers: Sequence[int]) -> list[int]:
        return list(connection.scalars(select(_NUMBER).where(_NUMBER.in_(numbers))))

    def delete(self, connection: Connection, numbers: Sequence[int]) -> None:
        connection.execute(_PAGES.delete().where(_NUMBER.in_(numbers)))

    def purge(self, connection: Connection) -> None:
        """Nothing: PostgreSQL keeps what was taken out until `scrub`."""

    def scrub(self, engine: Engine) -> None:
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql("VACUUM (FULL, ANALYZE) search_pages")

    def newest(self, connection: Connection, asked: Condition, reach: Reach, limit: int) -> list[Match]:
        query = _newest(asked, reach, _NUMBER, _PAGES.c.title, _PAGES.c.body)
        return [Match(*row) for row in connection.execute(query.limit(limit))]

    def newest_numbers(self, connection: Connection, asked: Condition, reach: Reach, limit: int) -> list[int]:
        return list(connection.scalars(_newest(asked, reach, _NUMBER).limit(limit)))

    def numbers_query(self, asked: Condition) -> Select[tuple[int]]:
        return select(_NUMBER).select_from(_PAGES).where(_fulfils(asked))


def _fulfils(asked: Condition) -> TextClause:
    return text("search_pages.words @@ CAST(:asked AS tsquery)").bindparams(
        bindparam("asked", printed(asked))
    )


def _newest(asked: Condition, reach: Reach, *columns: ColumnElement[Any]) -> Select[Any]:
    query = select(*columns).where(_fulfils(asked)).where(_NUMBER.between(reach.first, reach.last))
    for numbers in reach.within:
        query = query.where(_NUMBER.in_(numbers))
    return query.order_by(_NUMBER.desc())


def places(row: Stored) -> str:
    """A page's tsvector as text: each token with its places, fields first, with a gap between the parts."""
    found: dict[str, list[int]] = {}
    place = 0
    for part in (row.fields, row.title, row.body):
        for token in part.split():
            place = min(place + 1, _PLACES)
            standing = found.setdefault(token, [])
            if len(standing) < _EACH:
                standing.append(place)
        place += 1
    return " ".join(f"'{token}':{','.join(map(str, standing))}" for token, standing in found.items())


def printed(asked: Condition) -> str:
    """A condition in the language of tsquery."""
    if isinstance(asked, Run):
        words = [f"'{token}'" for token in asked.tokens]
        return "(" + " <-> ".join(words) + (":*)" if asked.is_prefix else ")")
    if isinstance(asked, AnyOf):
        return "(" + " | ".join(printed(part) for part in asked.parts) + ")"
    return _all_but(asked)


def _all_but(asked: AllBut) -> str:
    refused = [f"!{printed(part)}" for part in asked.refused]
    return "(" + " & ".join([printed(part) for part in asked.parts] + refused) + ")"
