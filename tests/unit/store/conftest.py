"""Collections in a folder and in PostgreSQL, and the sample newsroom, read once."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from postgres_server import Server, running_server
from sample_pages import ReadOnce

from dateline.store import Collection, open_collection


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
