"""Copies of a collection: a backup is a collection in a folder, whatever kind it was taken from."""

from __future__ import annotations

import shutil
from pathlib import Path

from sqlalchemy import Connection, func, select, text

from dateline.model import CollectionError
from dateline.store.database import Database
from dateline.store.grouping.members import readings_of
from dateline.store.holdings import Holdings, Index
from dateline.store.inserting import in_parts, insert_rows
from dateline.store.opening import MANIFEST, OWN, open_database
from dateline.store.place import Place, place_of
from dateline.store.raw import PageFolder, PageTable, RawPages, hash_of
from dateline.store.tables import (
    ARTICLES,
    DECISIONS,
    JOBS,
    METADATA,
    RAW_PAGES,
    RUNS,
    SEARCH_DAYS,
    STATEMENT_SUBJECTS,
)

_MADE_ANEW = (RAW_PAGES, SEARCH_DAYS, STATEMENT_SUBJECTS)
_NUMBERED = (RUNS.c.id, DECISIONS.c.number, JOBS.c.id)


def back_up(holdings: Holdings, folder: Path) -> None:
    """Copies a collection into a new folder, as it is at this moment; nobody writes meanwhile.

    Raises:
        CollectionError: `not_a_collection`, when there is something in the folder; `disk_full read_only`.
    """
    _check_empty(folder)
    try:
        if holdings.database.is_sqlite:
            _copy_folder(holdings, folder)
        else:
            _copy_rows_to(holdings.database, holdings.raw_pages, place_of(folder), holdings.indexes)
    except OSError as error:
        raise CollectionError("disk_full", f"{folder} cannot be written ({error.strerror}).") from error


def restore(backup: Path, place: Place, indexes: tuple[Index, ...]) -> None:
    """Makes a collection of a backup, in an empty folder or database.

    Raises:
        CollectionError: `missing`, when the backup is none; `not_a_collection`, when there is something at the place.
    """
    source = place_of(backup)
    if not source.database.exists():
        raise CollectionError(
            "missing", f"{backup} is no backup: give the folder that `dateline backup` made."
        )
    if place.folder is not None:
        _check_empty(place.folder)
        shutil.copytree(
            backup, place.folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("writer.lock")
        )
        return
    database = open_database(source, create=False)
    try:
        _copy_rows_to(database, PageFolder(backup / "pages"), place, indexes)
    finally:
        database.close()


def _check_empty(folder: Path) -> None:
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        what = f"{folder} is not empty: give a folder that is, or a new one."
        raise CollectionError("not_a_collection", what)


def _copy_folder(holdings: Holdings, folder: Path) -> None:
    """The tables as one clean file, the pages as they are."""
    own = holdings.database.place.folder
    folder.mkdir(mode=OWN, parents=True, exist_ok=True)
    held = holdings.database.engine.raw_connection()
    try:
        held.cursor().execute("VACUUM INTO ?", (str(folder / "collection.sqlite"),))
    finally:
        held.close()
    if own is not None:
        shutil.copy2(own / MANIFEST, folder / MANIFEST)
        if (own / "pages").is_dir():
            shutil.copytree(own / "pages", folder / "pages")


def _copy_rows_to(source: Database, pages: RawPages, place: Place, indexes: tuple[Index, ...]) -> None:
    """All rows and pages into a new collection, where what is derived beside the tables is made anew."""
    target = open_database(place, create=True)
    kept: RawPages = PageFolder(place.folder / "pages") if place.folder else PageTable()
    try:
        with source.reading() as reading, target.writing() as writing:
            if writing.execute(select(func.count()).select_from(ARTICLES)).scalar():
                raise CollectionError("not_a_collection", f"{place} holds a collection: give an empty place.")
            for table in METADATA.sorted_tables:
                if table not in _MADE_ANEW:
                    rows = reading.execution_options(stream_results=True).execute(select(table)).mappings()
                    insert_rows(writing, table, (dict(row) for row in rows))
            for sha256 in pages.hashes(reading):
                data = pages.get(reading, sha256)
                if data is not None and hash_of(data) == sha256:
                    kept.put(writing, sha256, data)
            _count_on(writing)
            _index(writing, indexes)
    finally:
        target.close()


def _count_on(connection: Connection) -> None:
    """PostgreSQL numbers new rows by counters of its own, which rows that are copied do not move."""
    if connection.dialect.name != "postgresql":
        return
    for column in _NUMBERED:
        last = connection.execute(select(func.max(column))).scalar()
        if last:
            counter = f"pg_get_serial_sequence('{column.table.name}', '{column.name}')"
            connection.execute(text(f"SELECT setval({counter}, :last)"), {"last": last})


def _index(connection: Connection, indexes: tuple[Index, ...]) -> None:
    current = select(ARTICLES.c.number).where(ARTICLES.c.is_current).order_by(ARTICLES.c.number)
    numbers = list(connection.execute(current).scalars())
    for index in indexes:
        index.create(connection)
        for part in in_parts(numbers):
            readings = readings_of(connection, part)
            index.add(connection, [(number, readings[number]) for number in part])
