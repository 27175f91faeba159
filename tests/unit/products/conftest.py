"""The sample newsroom in a collection, read once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import dateline
from dateline.language import installed_model
from dateline.store import Collection

NEWSROOM = Path(__file__).resolve().parents[3] / "examples" / "newsroom"


@pytest.fixture(scope="session")
def newsroom_place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the collection."""
    if installed_model() is None:
        pytest.skip("no English language model is installed")
    place = tmp_path_factory.mktemp("newsroom") / "collection"
    with dateline.open(place) as made:
        made.add([NEWSROOM], workers=0)
    return place


@pytest.fixture
def newsroom_collection(newsroom_place: Path) -> Iterator[Collection]:
    with dateline.open(newsroom_place) as opened:
        yield opened
