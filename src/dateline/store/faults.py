"""What a database says when something is wrong, in words that help."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DatabaseError, OperationalError

from dateline.model import CollectionError

_FAULTS = (
    ("database is locked", "locked", "another process writes into it: wait until it has finished"),
    ("is full", "disk_full", "the disk is full: make room and run the command again, nothing is lost"),
    ("no space left", "disk_full", "the disk is full: make room and run the command again, nothing is lost"),
    ("readonly", "read_only", "it may not be written: check the permissions"),
    ("read-only", "read_only", "it may not be written: check the permissions"),
    ("malformed", "damaged", "its file is damaged: restore a backup (`dateline restore`)"),
    ("not a database", "damaged", "its file is damaged: restore a backup (`dateline restore`)"),
    ("unable to open", "unreachable", "its file cannot be opened: check the path and the permissions"),
    ("disk i/o error", "damaged", "its file cannot be read or written: check the disk"),
    ("connection", "unreachable", "the server cannot be reached: check that it runs, and the address"),
)


@contextmanager
def told_plainly(name: str) -> Iterator[None]:
    """Turns what a database raises into one clear line about the collection of that name.

    Raises:
        CollectionError: `locked disk_full read_only damaged unreachable`.
    """
    try:
        yield
    except (OperationalError, DatabaseError) as error:
        said = str(error.orig).strip()
        for words, code, advice in _FAULTS:
            if words in said.lower():
                raise CollectionError(code, f"{name}: {advice} ({said.splitlines()[0]}).") from error
        raise
