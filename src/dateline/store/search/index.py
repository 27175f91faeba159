"""The index of a collection's pages, the same in SQLite (FTS5) and in PostgreSQL (tsvector under GIN).

Both hold the same tokens, made by `tokens.py`: three strings a page, of its title, its body and its fields. All but `scrub` happens in
the caller's transaction.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, Select, delete, func, insert, select, text

from dateline.store.search.backend import LAST_NUMBER, Backend, Match, Reach, Stored
from dateline.store.search.expressions import Condition, condition
from dateline.store.search.index_rows import IndexRow, field_string
from dateline.store.search.postgres_index import PostgresIndex
from dateline.store.search.query import Query
from dateline.store.search.sqlite_index import SqliteIndex
from dateline.store.search.tokens import token_string
from dateline.store.tables import ARTICLES, SEARCH_DAYS, STATEMENT_SUBJECTS, STORY_ARTICLES

PLACES = 20
"""Bits of an article's number that are its place in the day; those above are the day."""
NEWEST = 1_000
"""Pages that are ranked and counted: the newest that match."""
_AT_ONCE = 500
_ALL = 2**31 - 1
_T = TypeVar("_T")
_BACKENDS: dict[str, Backend] = {"sqlite": SqliteIndex(), "postgresql": PostgresIndex()}


def create(connection: Connection) -> None:
    """Makes the index where it is not there; the tables beside it are made with the others."""
    _backend(connection).create(connection)


def add(connection: Connection, rows: Iterable[IndexRow]) -> None:
    """Puts pages into the index. A page whose number is there is replaced."""
    backend = _backend(connection)
    for batch in _batches(rows):
        stored = list({row.number: row for row in batch}.values())
        drop(connection, [row.number for row in stored])
        backend.write(connection, [_stored(row) for row in stored])
        _count(connection, [row.number for row in stored], 1)
        subjects = [
            {
                "article": row.number,
                "statement": s.statement,
                "actor": s.actor,
                "name": s.name,
                "state": s.state,
            }
            for row in stored
            for s in {(s.statement, s.actor): s for s in row.subjects}.values()
        ]
        if subjects:
            connection.execute(insert(STATEMENT_SUBJECTS), subjects)


def drop(connection: Connection, numbers: Iterable[int]) -> int:
    """Takes pages out of the index, as an earlier version makes room for a later; their tokens go with later writes. Gives how many
    were there."""
    backend, dropped = _backend(connection), 0
    for batch in _batches(numbers):
        held = backend.held(connection, batch)
        if held:
            backend.delete(connection, held)
            connection.execute(delete(STATEMENT_SUBJECTS).where(STATEMENT_SUBJECTS.c.article.in_(held)))
            _count(connection, held, -1)
            connection.execute(delete(SEARCH_DAYS).where(SEARCH_DAYS.c.pages <= 0))
            dropped += len(held)
    return dropped


def remove(connection: Connection, numbers: Iterable[int]) -> None:
    """Takes pages out for good, with the tokens that only they had. After the commit, `scrub` clears the journal."""
    if drop(connection, numbers):
        _backend(connection).purge(connection)


def scrub(engine: Engine) -> None:
    """Clears what the database keeps beside its tables after a removal: SQLite's journal, PostgreSQL's dead rows."""
    _BACKENDS[engine.dialect.name].scrub(engine)


def matches(
    connection: Connection, query: Query, limit: int = NEWEST, *, arrived_after: int | None = None
) -> list[Match]:
    """The newest pages that match, newest first.

    Args:
        limit: how many at most.
        arrived_after: an arrival; only pages that came in after it.
    """
    reach = _reach(connection, query, arrived_after)
    return newest(connection, condition(query), reach, limit) if reach is not None else []


def arrived(connection: Connection, query: Query, after: int) -> list[int]:
    """The numbers of all pages that match and came in after an arrival, however many, newest first."""
    reach = _reach(connection, query, after)
    return newest_numbers(connection, condition(query), reach, _ALL) if reach is not None else []


def newest(connection: Connection, asked: Condition, reach: Reach, limit: int) -> list[Match]:
    """The newest pages within reach whose tokens fulfil a condition, newest first."""
    return _backend(connection).newest(connection, asked, reach, limit)


def newest_numbers(connection: Connection, asked: Condition, reach: Reach, limit: int) -> list[int]:
    """The numbers of the same pages, which costs less."""
    return _backend(connection).newest_numbers(connection, asked, reach, limit)


def numbers_query(connection: Connection, asked: Condition) -> Select[tuple[int]]:
    """The numbers of all pages whose tokens fulfil a condition, as part of another question."""
    return _backend(connection).numbers_query(asked)


def first_number(day: date) -> int:
    """The smallest number that an article of a day can have."""
    return day.toordinal() << PLACES


def pages_since(connection: Connection, number: int = 0) -> int:
    """How many pages the index has from the day of an article on; without a number, all."""
    since = select(func.sum(SEARCH_DAYS.c.pages)).where(SEARCH_DAYS.c.day >= number >> PLACES)
    return int(connection.scalar(since) or 0)


def _backend(connection: Connection) -> Backend:
    return _BACKENDS[connection.dialect.name]


def _stored(row: IndexRow) -> Stored:
    return Stored(row.number, token_string(row.title), token_string(row.body), field_string(row))


def _reach(connection: Connection, query: Query, arrived_after: int | None) -> Reach | None:
    """Numbers that come into question; None where there are none."""
    first = first_number(query.after) if query.after is not None else 0
    last = first_number(query.before) - 1 if query.before is not None else LAST_NUMBER
    within: list[Select[Any]] = []
    if query.story is not None:
        within.append(select(STORY_ARTICLES.c.article).where(STORY_ARTICLES.c.story == query.story))
    if arrived_after is not None:
        within.append(select(ARTICLES.c.number).where(ARTICLES.c.arrival > arrived_after))
    for numbers in within:
        (each,) = numbers.selected_columns
        lowest, highest = connection.execute(numbers.with_only_columns(func.min(each), func.max(each))).one()
        if lowest is None:
            return None
        first, last = max(first, lowest), min(last, highest)
    return Reach(first, last, tuple(within)) if first <= last else None


def _count(connection: Connection, numbers: Sequence[int], step: int) -> None:
    counted = Counter(number >> PLACES for number in numbers)
    connection.execute(
        text(
            "INSERT INTO search_days (day, pages) VALUES (:day, :pages) "
            "ON CONFLICT (day) DO UPDATE SET pages = search_days.pages + excluded.pages"
        ),
        [{"day": day, "pages": step * pages} for day, pages in counted.items()],
    )


def _batches(rows: Iterable[_T]) -> Iterator[list[_T]]:
    left = iter(rows)
    while batch := list(islice(left, _AT_ONCE)):
        yield batch
