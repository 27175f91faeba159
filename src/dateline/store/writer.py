"""One writer at a time: who holds the lock may write, and loses it with the process, however that ends."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import func, select

from dateline.model import CollectionError
from dateline.store.database import Database

_PATIENCE = 2.0
_KEY = 4_207_201_126
"""The number of the lock in PostgreSQL, the same in every database."""


@contextmanager
def sole_writer(database: Database) -> Iterator[None]:
    """Holds the lock of a collection.

    Raises:
        CollectionError: `locked`, when another process holds it.
    """
    held = _file_lock(database) if database.is_sqlite else _server_lock(database)
    with held:
        yield


@contextmanager
def _file_lock(database: Database) -> Iterator[None]:
    path = database.place.database.with_name("writer.lock")
    try:
        lock = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)
    except sqlite3.OperationalError as error:
        what = f"{database.place}: {path.name} cannot be written ({error}): check the permissions."
        raise CollectionError("read_only", what) from error
    try:
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            raise _locked(database) from error
        yield
    finally:
        lock.close()


@contextmanager
def _server_lock(database: Database) -> Iterator[None]:
    with database.engine.connect() as connection:
        if not connection.execute(select(func.pg_try_advisory_lock(_KEY))).scalar():
            raise _locked(database)
        connection.commit()
        try:
            yield
        finally:
            connection.execute(select(func.pg_advisory_unlock(_KEY)))
            connection.commit()


def _locked(database: Database) -> CollectionError:
    what = f"{database.place}: another process writes into it: wait until it has finished."
    return CollectionError("locked", what)
