"""A question in SQL to a collection in a folder. SQLite itself is told what it may do: read listed columns, call harmless functions."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dateline.model import DatelineError
from dateline.store.database import Database
from dateline.store.read_only import address_to_read
from dateline.store.sql.listed import listed_tables

MOST_ROWS, SECONDS = 1_000, 3.0
_LONGEST, _MOST_LETTERS = 10_000, 5_000_000
_STEPS = 2_000
"""Steps of SQLite's machine between two looks at the clock."""
_FUNCTIONS = frozenset(
    """abs avg ceil ceiling char coalesce count cume_dist date datetime dense_rank first_value floor format glob group_concat hex ifnull iif
    instr julianday lag last_value lead length like lower ltrim max min mod nth_value ntile nullif percent_rank printf quote rank replace
    round row_number rtrim sign sqrt strftime string_agg substr substring sum time total trim typeof unicode unixepoch upper""".split()
)
_LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: 1_000_000,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: _LONGEST,
    sqlite3.SQLITE_LIMIT_COLUMN: 200,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 100,
    sqlite3.SQLITE_LIMIT_COMPOUND_SELECT: 20,
    sqlite3.SQLITE_LIMIT_FUNCTION_ARG: 20,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH: 100,
    sqlite3.SQLITE_LIMIT_WORKER_THREADS: 0,
}


Cell = str | int | float | None


class SqlError(DatelineError):
    """A question that is not answered: the message says why, and what to ask instead. `code` is `refused failed slow no_sql`."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


@dataclass(frozen=True, slots=True)
class SqlAnswer:
    """Rows with the names of their columns; `is_cut` where there are more."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    is_cut: bool
    seconds: float


def ask(database: Database, sql: str, *, most: int = MOST_ROWS, seconds: float = SECONDS) -> SqlAnswer:
    """The answer to one SELECT.

    Args:
        most: rows that are given.
        seconds: how long it may take.

    Raises:
        SqlError: it is no SELECT, reads what is not listed, is wrong, or takes too long; a collection in PostgreSQL is not asked here.
    """
    if not database.is_sqlite:
        what = (
            "SQL is asked here of collections in a folder only: this one is in PostgreSQL, which psql asks."
        )
        raise SqlError("no_sql", what)
    if len(sql) > _LONGEST:
        raise SqlError("refused", f"This is longer than {_LONGEST:,} letters: ask for less.")
    begun = time.monotonic()
    guard = _Guard()
    with _told(guard, seconds), closing(_connected(database.place.database, guard)) as connection:
        connection.set_progress_handler(_clock(begun + seconds), _STEPS)
        cursor = connection.execute(sql)
        if cursor.description is None:
            raise SqlError("refused", "Only a SELECT is answered here: nothing can be changed.")
        columns = tuple(str(column[0]) for column in cursor.description)
        rows, is_cut = _fetched(cursor, most)
    return SqlAnswer(columns, rows, is_cut, time.monotonic() - begun)


def _fetched(cursor: sqlite3.Cursor, most: int) -> tuple[tuple[tuple[Cell, ...], ...], bool]:
    """As many rows as may be given, and whether there are more."""
    rows: list[tuple[Cell, ...]] = []
    letters = 0
    for row in cursor:
        if len(rows) == most or letters > _MOST_LETTERS:
            return tuple(rows), True
        rows.append(tuple(map(_cell, row)))
        letters += sum(len(cell) for cell in rows[-1] if isinstance(cell, str))
    return tuple(rows), False


class _Guard:
    """Says what SQLite may do, and remembers the first thing that it refused. `tables` are the names of all tables of the file."""

    def __init__(self) -> None:
        self.tables: frozenset[str] = frozenset()
        self.refused: str | None = None

    def __call__(self, action: int, one: str | None, other: str | None, _: str | None, __: str | None) -> int:
        if action in (sqlite3.SQLITE_SELECT, sqlite3.SQLITE_RECURSIVE):
            return sqlite3.SQLITE_OK
        if (
            action == sqlite3.SQLITE_READ
            and (answer := self._read((one or "").lower(), (other or "").lower())) is not None
        ):
            return answer
        if action == sqlite3.SQLITE_FUNCTION and (other or "").lower() in _FUNCTIONS:
            return sqlite3.SQLITE_OK
        self.refused = self.refused or _refusal(action, one, other)
        return sqlite3.SQLITE_DENY

    def _read(self, table: str, column: str) -> int | None:
        """What becomes of the reading of a column; None where it is refused."""
        listed = _columns().get(table)
        if listed is not None:
            # no column at all is read where rows are counted; records that are left out are null
            return sqlite3.SQLITE_OK if not column or column in listed else sqlite3.SQLITE_IGNORE
        # a part of the question itself (`WITH n AS`) whose rows are counted
        return sqlite3.SQLITE_OK if not column and table not in self.tables else None


def _refusal(action: int, one: str | None, other: str | None) -> str:
    if action == sqlite3.SQLITE_READ:
        return (
            f"The table {one} is not among those that can be read here: they are listed with their columns."
        )
    if action == sqlite3.SQLITE_FUNCTION:
        return f"The function {other}() cannot be used here: use {', '.join(sorted(_FUNCTIONS))}."
    return "Only a SELECT is answered here: nothing can be changed, attached or set."


@cache
def _columns() -> dict[str, frozenset[str]]:
    return {table.name: frozenset(column.name for column in table.columns) for table in listed_tables()}


def _connected(path: Path, guard: _Guard) -> sqlite3.Connection:
    """A connection that can only read, and does not care for how long the file is written meanwhile."""
    connection = sqlite3.connect(address_to_read(path), uri=True, timeout=SECONDS, check_same_thread=False)
    connection.execute("PRAGMA query_only = ON")
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cache_size = -16384")
    connection.execute("PRAGMA cell_size_check = ON")
    for limit, value in _LIMITS.items():
        connection.setlimit(limit, value)
    guard.tables = frozenset(name.lower() for (name,) in connection.execute("SELECT name FROM sqlite_master"))
    guard.tables |= {"sqlite_master", "sqlite_schema", "sqlite_temp_master", "sqlite_temp_schema"}
    connection.set_authorizer(guard)
    return connection


def _clock(until: float) -> Callable[[], int]:
    return lambda: int(time.monotonic() > until)


@contextmanager
def _told(guard: _Guard, seconds: float) -> Iterator[None]:
    try:
        yield
    except sqlite3.Warning as error:
        raise SqlError(
            "refused", "One statement at a time is answered: leave out what follows the first."
        ) from error
    except sqlite3.Error as error:
        if guard.refused:
            raise SqlError("refused", guard.refused) from error
        if "interrupted" in str(error):
            what = (
                f"This takes longer than {seconds:g} seconds: ask for fewer rows, or for what an index gives."
            )
            raise SqlError("slow", what) from error
        raise SqlError("failed", f"SQLite cannot answer this: {error}.") from error
    except ValueError as error:
        raise SqlError("failed", "A letter in this cannot stand in SQL: write it without NUL.") from error


def _cell(value: object) -> Cell:
    return value if value is None or isinstance(value, str | int | float) else "(bytes)"
