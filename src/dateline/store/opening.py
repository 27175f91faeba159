"""A collection's database opened, made where there is none."""

from __future__ import annotations

import json
from pathlib import Path

from dateline.model import CollectionError
from dateline.store.clock import now
from dateline.store.database import Database
from dateline.store.migrating import HEAD, migrate, revision_of
from dateline.store.place import Place
from dateline.store.writer import sole_writer

MANIFEST = "manifest.json"
_SCHEMA = "dateline.collection/1"
OWN = 0o700
"""A new collection is its owner's alone: it may hold pages that are nobody else's to read, and addresses of webhooks."""


def open_database(place: Place, *, create: bool) -> Database:
    """The database of a place, its tables at the version of this code. One that may not be written is opened for reading alone.

    Raises:
        CollectionError: `missing not_a_collection newer locked damaged unreachable read_only`.
    """
    if place.folder is not None:
        _check_folder(place, place.folder, create=create)
    database = Database(place)
    try:
        with database.reading() as connection:
            found = revision_of(connection)
        if found is None and not create:
            raise CollectionError("missing", f"{place} holds no collection yet: add pages to it first.")
        if found != HEAD and database.is_read_only:
            what = f"{place} has tables of another version of dateline, and may not be written: let somebody who may write open it once, or work on a copy of it."
            raise CollectionError("read_only", what)
        if found != HEAD:
            with sole_writer(database), database.writing() as connection:
                migrate(connection, str(place))
        if place.folder is not None and not database.is_read_only:
            _write_manifest(place.folder)
    except BaseException:
        database.close()
        raise
    return database


def _check_folder(place: Place, folder: Path, *, create: bool) -> None:
    if folder.exists() and not folder.is_dir():
        raise CollectionError("not_a_collection", f"{folder} is a file: give a folder for the collection.")
    if place.database.exists():
        return
    if not create:
        raise CollectionError(
            "missing", f"{folder} holds no collection: check the path, or add pages to it first."
        )
    if folder.exists() and any(path.name != "writer.lock" for path in folder.iterdir()):
        what = f"{folder} is a folder with other things in it: give an empty one, or a collection."
        raise CollectionError("not_a_collection", what)
    try:
        folder.mkdir(mode=OWN, parents=True, exist_ok=True)
    except OSError as error:
        what = f"{folder} cannot be made ({error.strerror}): give another folder."
        raise CollectionError("read_only", what) from error


def _write_manifest(folder: Path) -> None:
    path = folder / MANIFEST
    if not path.exists():
        manifest = {"schema": _SCHEMA, "made": now(), "tables": HEAD}
        path.write_text(json.dumps(manifest) + "\n", encoding="utf-8")
