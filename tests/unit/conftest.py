"""Collections in a folder and in PostgreSQL, and pages that are read once, for whoever needs them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.store import Collection, open_collection
from tests.unit.store.postgres_server import Server, running_server
from tests.unit.store.sample_pages import ReadOnce


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    with running_server() as running:
        yield running


@pytest.fixture(params=["folder", "postgres"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a new collection may be made: a folder, or an empty database."""
    if request.param == "folder":
        return str(tmp_path / "collection")
    return str(request.getfixturevalue("server").new_database())


@pytest.fixture(scope="session")
def read_once() -> ReadOnce:
    """Reads pages as `dateline.read_many` does, each only the first time that a test asks for it."""
    return ReadOnce()


@pytest.fixture
def collection(place: str, read_once: ReadOnce) -> Iterator[Collection]:
    """A new collection."""
    with open_collection(place, read_many=read_once) as opened:
        yield opened


@pytest.fixture
def folder_collection(tmp_path: Path, read_once: ReadOnce) -> Iterator[Collection]:
    """A new collection in a folder."""
    with open_collection(tmp_path / "collection", read_many=read_once) as opened:
        yield opened
