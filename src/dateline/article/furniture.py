"""Phrases that furniture is made of: section headings after which no article goes on, and single lines."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dateline.article.lines import fold
from dateline.model import BlockKind, DataError


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases with the kind of block that they tell of: some are a whole line, some begin one."""

    whole: dict[str, BlockKind]
    starts: dict[str, tuple[tuple[str, BlockKind], ...]]

    def kind_of(self, folded: str) -> BlockKind | None:
        """Kind of a folded line; the longest beginning wins."""
        kind = self.whole.get(folded)
        if kind is not None:
            return kind
        for phrase, kind in self.starts.get(folded[:2], ()):
            if folded.startswith(phrase) and _is_boundary(phrase, folded):
                return kind
        return None


def _is_boundary(phrase: str, folded: str) -> bool:
    """A phrase of letters must not break off inside a word; scripts without spaces have no such border."""
    rest = folded[len(phrase) : len(phrase) + 1]
    return not rest.isalnum() or not phrase[-1].isalnum() or phrase[-1] > "\u2e80"


def rows_of(name: str) -> Iterator[dict[str, str]]:
    """Rows of a table beside this module."""
    table = (files("dateline.article") / "data" / name).read_text(encoding="utf-8")
    yield from csv.DictReader(table.splitlines())


@cache
def phrases_of(name: str) -> Phrases:
    """A table of phrases: columns `phrase kind match language`, `match` being `whole` or `start`. A colon that a phrase ends with
    is needed where the line goes on: "Photo: A. Name", but not "Photo booths are back".

    Raises:
        DataError: an unknown kind or match, or an empty phrase.
    """
    whole: dict[str, BlockKind] = {}
    starts: dict[str, list[tuple[str, BlockKind]]] = {}
    for number, row in enumerate(rows_of(name), start=2):
        phrase, kind = fold(row["phrase"]), row["kind"]
        if not phrase or kind not in set(BlockKind) or row["match"] not in ("whole", "start"):
            raise DataError(f"{name}, row {number}: needs a phrase, a block kind, and whole or start: {row}")
        whole.setdefault(phrase, BlockKind(kind))
        if row["match"] == "start":
            beginning = phrase + ":" * row["phrase"].endswith(":")
            starts.setdefault(phrase[:2], []).append((beginning, BlockKind(kind)))
    ordered = {key: tuple(sorted(found, key=lambda p: -len(p[0]))) for key, found in starts.items()}
    return Phrases(whole, ordered)


def headings() -> Phrases:
    """Headings of sections that come after an article."""
    return phrases_of("headings.csv")


def furniture() -> Phrases:
    """Lines that are furniture wherever they stand."""
    return phrases_of("furniture.csv")
