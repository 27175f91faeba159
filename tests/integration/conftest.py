"""The sample newsroom, read once for all tests of this folder."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest

import dateline
from dateline.model import Reading, Story

FOLDER = Path(__file__).resolve().parents[2] / "examples" / "newsroom"
PAGES = sorted(path for path in FOLDER.iterdir() if path.suffix in {".html", ".txt"})


@dataclass(frozen=True, repr=False)
class Newsroom:
    """What came out of the sample pages, by file name."""

    readings: dict[str, Reading]

    @cached_property
    def stories(self) -> list[Story]:
        return dateline.group(list(self.readings.values()))

    @cached_property
    def files(self) -> dict[str, str]:
        """File names by article id."""
        return {reading.article.id: name for name, reading in self.readings.items()}

    def story_of(self, name: str) -> Story:
        """The one story that a page is in."""
        (story,) = [s for s in self.stories if self.readings[name].article.id in s.articles]
        return story

    def pages_of(self, story: Story) -> list[str]:
        """File names of a story's reports."""
        return sorted(self.files[article] for article in story.articles)


@pytest.fixture(scope="session")
def newsroom() -> Newsroom:
    """All pages read, one after the other, with nothing given from outside."""
    return Newsroom({path.name: dateline.read(path) for path in PAGES})


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks what does not come out right yet (`not_yet.csv`); once it does, the test asks for its row to be deleted."""
    with (Path(__file__).parent / "not_yet.csv").open(encoding="utf-8", newline="") as table:
        reasons = {row["test"]: row["reason"] for row in csv.DictReader(table)}
    for item in items:
        if item.name in reasons:
            item.add_marker(pytest.mark.xfail(reason=reasons[item.name], strict=True))
