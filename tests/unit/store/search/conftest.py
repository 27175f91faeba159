"""The same tests on SQLite and on PostgreSQL, where this machine has a server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from dateline.store.opening import open_database
from dateline.store.place import place_of


@pytest.fixture(params=["sqlite", "postgres"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """An empty collection's tables and index."""
    is_folder = request.param == "sqlite"
    place = str(tmp_path / "collection") if is_folder else request.getfixturevalue("server").new_database()
    database = open_database(place_of(place), create=True)
    yield database.engine.execution_options(writes=True)
    database.close()
