"""Connections to the tables of a collection: many that read, one that writes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry, NullPool

from dateline.model import CollectionError
from dateline.store.faults import told_plainly
from dateline.store.place import Place
from dateline.store.read_only import connect, is_read_only

_PATIENCE_MS = 5_000
_PRAGMAS = (
    f"busy_timeout = {_PATIENCE_MS}",
    "journal_mode = WAL",
    "synchronous = NORMAL",
    "secure_delete = ON",
    "trusted_schema = OFF",
    "temp_store = MEMORY",
    "cache_size = -65536",
)
_WRITTEN = ("journal_mode", "synchronous", "secure_delete")
_READING_PRAGMAS = ("query_only = ON", *(each for each in _PRAGMAS if not each.startswith(_WRITTEN)))


class Database:
    """The tables behind a collection, in SQLite or PostgreSQL."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self.is_sqlite = place.folder is not None
        self.is_read_only = is_read_only(place)
        self.engine = _reading_engine(place) if self.is_read_only else _engine(place)
        if self.is_sqlite:
            event.listen(self.engine, "connect", _set_reading if self.is_read_only else _set_pragmas)
            event.listen(self.engine, "begin", _begin)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A view of the tables as they are now, whatever is written meanwhile."""
        options = {} if self.is_sqlite else {"isolation_level": "REPEATABLE READ"}
        with told_plainly(str(self.place)), self.engine.connect() as connection:
            yield connection.execution_options(**options)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction: all that is written inside, or nothing.

        Raises:
            CollectionError: `read_only`, and what `told_plainly` tells of.
        """
        self.check_writable()
        with told_plainly(str(self.place)), self.engine.connect() as plain:
            connection = plain.execution_options(writes=True)
            with connection.begin():
                yield connection

    def check_writable(self) -> None:
        """Refuses where the collection may be read and not written.

        Raises:
            CollectionError: `read_only`.
        """
        if self.is_read_only:
            what = (
                f"{self.place} may be read and not written: check the permissions, or work on a copy of it."
            )
            raise CollectionError("read_only", what)

    def state(self) -> str:
        """Changes with each change of a row, and seldom else."""
        if self.is_sqlite:
            return "-".join(_stamp(Path(f"{self.place.database}{end}")) for end in ("", "-wal"))
        with self.reading() as connection:
            return str(connection.exec_driver_sql("SELECT pg_current_wal_insert_lsn()").scalar_one())

    def close(self) -> None:
        """Let go of all connections."""
        self.engine.dispose()


def _engine(place: Place) -> Engine:
    try:
        return create_engine(place.url)
    except ModuleNotFoundError as error:
        what = f"{place}: the driver for PostgreSQL is not installed: pip install 'dateline-news[postgres]'."
        raise CollectionError("no_driver", what) from error


def _reading_engine(place: Place) -> Engine:
    """Each connection looks anew whether somebody else writes by now."""
    return create_engine(place.url, creator=lambda: connect(place), poolclass=NullPool)


def _stamp(file: Path) -> str:
    """When a file was written last, and its size."""
    try:
        found = file.stat()
    except OSError:
        return ""
    return f"{found.st_mtime_ns:x}.{found.st_size:x}"


def _set_pragmas(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    _set(connection, _PRAGMAS)


def _set_reading(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    _set(connection, _READING_PRAGMAS)


def _set(connection: DBAPIConnection, pragmas: Sequence[str]) -> None:
    connection.isolation_level = None  # transactions begin as `_begin` says, not as the driver guesses
    cursor = connection.cursor()
    for pragma in pragmas:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
