"""Opening a collection: its tables are made, and what cannot be opened is told in one line."""

from __future__ import annotations

import subprocess
import sys
import zlib

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect, text

import dateline
from dateline.model import CollectionError
from dateline.store.database import Database
from dateline.store.migrating import HEAD, revision_of
from dateline.store.opening import open_database
from dateline.store.place import place_of
from dateline.store.tables import METADATA
from dateline.store.writer import sole_writer


@pytest.fixture
def database(place):
    opened = open_database(place_of(place), create=True)
    yield opened
    opened.close()


def test_the_steps_give_the_tables_that_the_code_describes(database):
    with database.reading() as connection:
        assert revision_of(connection) == HEAD
        found = compare_metadata(
            MigrationContext.configure(connection, opts={"include_name": _is_ours}), METADATA
        )
    assert found == []


def _is_ours(name, kind, parents) -> bool:
    """Not the table of the search index, which each kind of database makes in its own way."""
    return kind != "table" or not name.startswith("search_pages")


def test_it_opens_again(database):
    again = open_database(database.place, create=False)
    with again.reading() as connection:
        assert inspect(connection).has_table("articles")
    again.close()


def test_a_second_writer_gets_one_clear_line(database):
    other = Database(database.place)
    with sole_writer(database), pytest.raises(CollectionError) as refused, sole_writer(other):
        pass
    assert refused.value.code == "locked"
    assert "another process writes" in str(refused.value) and "\n" not in str(refused.value)


def test_the_lock_of_a_writer_that_was_killed_is_free(database, place):
    code = (
        "import os, sys; from dateline.store.place import place_of; from dateline.store.database import Database\n"
        "from dateline.store.writer import sole_writer\n"
        "with sole_writer(Database(place_of(sys.argv[1]))): os.kill(os.getpid(), 9)"
    )
    assert subprocess.run([sys.executable, "-c", code, place], check=False).returncode == -9
    with sole_writer(database):
        pass


def test_tables_of_a_newer_program_are_refused(database, place):
    with database.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(CollectionError, match="upgrade") as refused:
        open_database(place_of(place), create=True)
    assert refused.value.code == "newer"


def test_what_is_not_there_is_told_and_not_made(tmp_path):
    with pytest.raises(CollectionError) as refused:
        open_database(place_of(tmp_path / "none"), create=False)
    assert refused.value.code == "missing"
    assert not (tmp_path / "none").exists()


def test_a_folder_with_other_things_in_it_is_refused(tmp_path):
    (tmp_path / "letter.txt").write_text("Dear all")
    with pytest.raises(CollectionError) as refused:
        open_database(place_of(tmp_path), create=True)
    assert refused.value.code == "not_a_collection"


def test_a_file_that_is_no_database_is_told_as_damaged(tmp_path):
    (tmp_path / "collection.sqlite").write_bytes(b"not a database, " * 400)
    with pytest.raises(CollectionError) as refused:
        open_database(place_of(tmp_path), create=True)
    assert refused.value.code == "damaged"


def test_another_kind_of_database_is_refused():
    with pytest.raises(CollectionError, match="postgresql://"):
        place_of("mysql://host/name")


def test_a_server_that_does_not_answer_is_told():
    with pytest.raises(CollectionError) as refused:
        open_database(place_of("postgresql://nobody@127.0.0.1:1/none"), create=True)
    assert refused.value.code == "unreachable"


def test_the_password_of_a_place_is_never_told():
    assert "secret" not in str(place_of("postgresql://me:secret@host/name"))


def test_a_new_collection_and_its_backup_are_their_owners_alone(tmp_path):
    with dateline.open(tmp_path / "deep" / "c") as collection:
        collection.backup(tmp_path / "copy")
    for folder in (tmp_path / "deep" / "c", tmp_path / "copy"):
        assert folder.stat().st_mode & 0o077 == 0


def test_a_collection_of_somebody_else_leads_to_no_file_outside(folder_collection, tmp_path):
    """Its tables may say anything, and what they call may do nothing but read."""
    outside = tmp_path / "own.json.zlib"
    outside.write_bytes(zlib.compress(b"{}"))
    pages = folder_collection.holdings.raw_pages
    with folder_collection.holdings.database.reading() as connection:
        assert connection.execute(text("PRAGMA trusted_schema")).scalar() == 0
        for sha256 in ("../../own", f"../{outside.parent}/own", "0" * 63, "A" * 64):
            assert pages.get(connection, sha256) is None
            with pytest.raises(CollectionError, match="no hash of a page"):
                pages.remove(connection, sha256)
    assert outside.exists()
