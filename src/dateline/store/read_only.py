"""A collection in a folder that may be read and not written: a colleague's share, a medium that is read-only."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from dateline.model import CollectionError
from dateline.store.place import Place


def is_read_only(place: Place) -> bool:
    """Whether a collection in a folder is there and may not be written by this user."""
    if place.folder is None or not place.database.exists():
        return False
    return any(_is_barred(path) for path in (place.folder, place.database, *_beside(place.database)))


def _is_barred(path: Path) -> bool:
    """Whether it is there and may not be written; SQLite takes its log away at any moment, and what is not there bars nobody."""
    return not os.access(path, os.W_OK) and path.exists()


def connect(place: Place) -> sqlite3.Connection:
    """A connection that reads.

    Raises:
        CollectionError: `read_only`, as `address_to_read`.
    """
    return sqlite3.connect(address_to_read(place.database), uri=True, check_same_thread=False)


def address_to_read(database: Path) -> str:
    """The address by which SQLite opens a file of tables for reading, with the log of what was written last (`-wal`).

    Reading with a log takes files beside it, which SQLite makes where they are missing. Where it may not, and there is no log to be read, the
    file is opened as one that does not change (`immutable`).

    Raises:
        CollectionError: `read_only`, when there is a log that cannot be read without writing.
    """
    log, index = _beside(database)
    address = f"{database.absolute().as_uri()}?mode=ro"
    if os.access(database.parent, os.W_OK) or (log.exists() and index.exists()):
        return address
    if log.exists() and log.stat().st_size:
        what = (
            f"{database.parent} may not be written, and has a log ({log.name}) that is not in its tables yet: "
            "let somebody who may write open it once, with any command."
        )
        raise CollectionError("read_only", what)
    return f"{address}&immutable=1"


def _beside(database: Path) -> tuple[Path, Path]:
    """The log of SQLite, and the index of the log."""
    return Path(f"{database}-wal"), Path(f"{database}-shm")
