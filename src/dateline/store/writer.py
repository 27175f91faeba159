"""Locks of a collection: who holds one loses it with the process, however that ends."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import func, select

from dateline.model import CollectionError
from dateline.store.database import Database

_PATIENCE = 2.0


@dataclass(frozen=True, slots=True)
class Lock:
    """What only one process may do at a time. `key` is the number of the lock in PostgreSQL, the same in every database; `refused`
    is what another process hears."""

    name: str
    key: int
    refused: str


WRITER = Lock("writer", 4_207_201_126, "another process writes into it: wait until it has finished")


@contextmanager
def sole_writer(database: Database) -> Iterator[None]:
    """Holds the lock of those who write pages and what follows from them.

    Raises:
        CollectionError: `locked`, when another process holds it.
    """
    with held(database, WRITER):
        yield


@contextmanager
def held(database: Database, lock: Lock) -> Iterator[None]:
    """Holds a lock.

    Raises:
        CollectionError: `locked`, when another process holds it; `read_only`, when the collection may not be written.
    """
    database.check_writable()
    holding = _file_lock(database, lock) if database.is_sqlite else _server_lock(database, lock)
    with holding:
        yield


def is_held(database: Database, lock: Lock) -> bool:
    """Whether a process holds a lock at this moment; of a collection that may not be written nobody can tell, and no."""
    if database.is_read_only:
        return False
    try:
        with _file_lock(database, lock, 0.0) if database.is_sqlite else _server_lock(database, lock):
            return False
    except CollectionError as error:
        return error.code == "locked"


@contextmanager
def _file_lock(database: Database, lock: Lock, patience: float = _PATIENCE) -> Iterator[None]:
    path = database.place.database.with_name(f"{lock.name}.lock")
    try:
        file = sqlite3.connect(path, timeout=patience, isolation_level=None)
    except sqlite3.OperationalError as error:
        what = f"{database.place}: {path.name} cannot be written ({error}): check the permissions."
        raise CollectionError("read_only", what) from error
    try:
        try:
            file.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            raise _locked(database, lock) from error
        yield
    finally:
        file.close()


@contextmanager
def _server_lock(database: Database, lock: Lock) -> Iterator[None]:
    with database.engine.connect() as connection:
        if not connection.execute(select(func.pg_try_advisory_lock(lock.key))).scalar():
            raise _locked(database, lock)
        connection.commit()
        try:
            yield
        finally:
            connection.execute(select(func.pg_advisory_unlock(lock.key)))
            connection.commit()


def _locked(database: Database, lock: Lock) -> CollectionError:
    return CollectionError("locked", f"{database.place}: {lock.refused}.")
