"""The web pages over a collection of the sample newsroom, read once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

import dateline
from dateline.store import Collection
from dateline.web import Site, web_app

NEWSROOM = Path(__file__).parents[3] / "examples" / "newsroom"


@pytest.fixture(scope="session")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Collection]:
    """All pages of the sample newsroom; tests that change something make a collection of their own."""
    with dateline.open(tmp_path_factory.mktemp("web") / "newsroom") as collection:
        collection.add([NEWSROOM])
        yield collection


@pytest.fixture
def client(newsroom: Collection) -> Iterator[TestClient]:
    """A reader of its pages on this machine."""
    with TestClient(web_app(Site(newsroom)), base_url="http://localhost", follow_redirects=False) as client:
        yield client
