"""Collections in a folder and in PostgreSQL, and the sample newsroom, read once."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from postgres_server import Server, running_server


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with running_server(tmp_path_factory.mktemp("postgres")) as running:
        yield running


@pytest.fixture(params=["folder", "postgres"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a new collection may be made: a folder, or an empty database."""
    if request.param == "folder":
        return str(tmp_path / "collection")
    return str(request.getfixturevalue("server").new_database())
