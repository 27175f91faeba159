"""A collection that no test changes, and what each format makes of it."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sample_collection import pages

import dateline
from dateline.model import Reading
from dateline.products.exports import Format
from dateline.store import Collection, open_collection
from dateline.store.holdings import ReadMany

Export = Callable[..., Path]
Rows = Callable[..., list[dict[str, str]]]


@pytest.fixture(scope="session")
def by_id(read_once: ReadMany) -> dict[str, Reading]:
    """The readings of the sample pages by the ids of their articles."""
    readings = read_once(pages(), workers=0, tier="accurate")
    return {reading.article.id: reading for reading in readings if isinstance(reading, Reading)}


@pytest.fixture(scope="session")
def collection(read_once: ReadMany, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Collection]:
    """A row of each status, coarse and exact places, an actor of one page, names in other scripts, a page without a date."""
    with open_collection(tmp_path_factory.mktemp("exports") / "news", read_many=read_once) as opened:
        opened.add(pages())
        yield opened


@pytest.fixture
def exported(collection: Collection, tmp_path: Path) -> Export:
    """Exports the collection and gives the place."""

    def export(to: str, **options: Any) -> Path:
        place = tmp_path / f"{to}-{len(list(tmp_path.iterdir()))}"
        dateline.export(collection, to=Format(to), path=place, **options)
        return place

    return export


@pytest.fixture
def rows(exported: Export) -> Rows:
    """The rows of a table, as CSV has them."""

    def read(table: str, **options: Any) -> list[dict[str, str]]:
        with (exported("csv", **options) / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    return read
