"""What pages ask for: a collection of the sample newsroom, and a server of PostgreSQL."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.docs.blocks import ROOT
from tests.unit.store.postgres_server import Server, running_server


@pytest.fixture(scope="session")
def collection(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample newsroom in a collection, added as the pages have it."""
    folder = tmp_path_factory.mktemp("collection")
    shutil.copytree(ROOT / "examples" / "newsroom", folder / "saved-pages")
    words = [sys.executable, "-m", "dateline", "add", "saved-pages", "-c", "my-collection"]
    subprocess.run(words, cwd=folder, check=True, capture_output=True)
    return folder / "my-collection"


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A server of PostgreSQL."""
    with running_server() as running:
        yield running
