"""Makes the server of the tests of refreshes importable, and runs it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from wikidata_server import Server, serving


@pytest.fixture
def wikidata() -> Iterator[Server]:
    """A server on loopback that knows what the terms are called, and nothing else."""
    with serving() as server:
        yield server
