"""Which pages are alike: day by day, as a page is compared with those of its window only."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import numpy as np
import pyarrow as pa

from dateline.engine.runs.columns import SKETCHES, numbered_schema
from dateline.engine.whole.exchange import Exchange, column, where
from dateline.engine.whole.numbering import UNDATED
from dateline.engine.whole.setting import Portion, Setting
from dateline.stories import Sketch
from dateline.stories.grouping.likeness import (
    LEAST_LIKENESS,
    LONGEST_POSTING,
    WINDOW_DAYS,
    likeness,
    most_shared,
)
from dateline.stories.grouping.told_dates import ToldTime

_SKETCHES = numbered_schema(SKETCHES, "day", "told_day", "told_year", "terms", "weights", "is_person")
PAIRS = pa.schema([("later", pa.int32()), ("earlier", pa.int32()), ("value", pa.float64())])
"""Two pages that are alike at all, by number, the one that grouping takes later first."""
_AT_ONCE = 2_000


def sketches_by_day(setting: Setting) -> Exchange:
    """The terms of pages on their way to the tasks of days."""
    return Exchange(setting.files, setting.folder("sketches-by-day"), _SKETCHES)


def hand_over_sketches(setting: Setting, portion: Portion) -> None:
    """The terms of a portion's pages, each to its day."""
    kept = setting.load("kept")

    def rows() -> Iterator[tuple[Any, Any]]:
        for table, numbers in portion.numbered(setting, "sketches", _SKETCHES):
            chosen = where(table, kept[numbers])
            yield chosen, column(chosen, "day")

    sketches_by_day(setting).scatter(f"{portion.number:05}", rows())


def pairs_of(setting: Setting, day: int) -> str:
    """The file with the pairs whose later page is of a day."""
    return f"{setting.folder('pairs')}/{day}.parquet"


def find_alike(setting: Setting, day: int) -> None:
    """The pairs of a day: each of its pages with those before it that are alike."""
    name = pairs_of(setting, day)
    if setting.files.exists(name):
        return
    days = [UNDATED, *range(day - WINDOW_DAYS, day + 1)] if day != UNDATED else [UNDATED]
    window = _Window(sketches_by_day(setting).gather(days), setting.load("by_day"))
    setting.files.write_tables(name, PAIRS, window.pairs(day))


class _Window:
    """The pages of some days in the order of grouping, as arrays: an entry for each term of each page."""

    def __init__(self, table: Any, by_day: Any) -> None:
        table = table.take(pa.array(np.argsort(by_day[column(table, "number")])))
        self.numbers, self.days = column(table, "number"), column(table, "day")
        self._told = [table[name].to_pylist() for name in ("told_day", "told_year")]
        terms = _flat(table, "terms").dictionary_encode()
        self._codes = terms.indices.to_numpy()
        self._words: list[str] = terms.dictionary.to_pylist()
        self._weights = _flat(table, "weights").to_numpy()
        self._is_person = _flat(table, "is_person").to_numpy(zero_copy_only=False)
        lengths = pa.compute.list_value_length(table["terms"]).to_numpy()
        self._edges = np.concatenate([[0], np.cumsum(lengths)])
        pages = np.repeat(np.arange(len(lengths), dtype=np.int32), lengths)
        by_term = np.argsort(self._codes, kind="stable")
        self._postings = pages[by_term]
        self._place = np.empty(len(by_term), dtype=np.int32)
        self._place[by_term] = np.arange(len(by_term), dtype=np.int32)
        self._starts = np.searchsorted(self._codes[by_term], np.arange(len(self._words)))
        self._sketch = lru_cache(maxsize=20_000)(self._made)

    def pairs(self, day: int) -> Iterator[Any]:
        """The pairs of the pages of a day."""
        found: list[tuple[int, int, float]] = []
        for page in np.flatnonzero(self.days == day).tolist():
            mine = self._sketch(page)
            for other in self._near(page):
                value = likeness(mine, self._sketch(other))
                if value >= LEAST_LIKENESS:
                    found.append((page, other, value))
            if len(found) >= _AT_ONCE:
                yield self._table(found)
                found.clear()
        if found:
            yield self._table(found)

    def _near(self, page: int) -> list[int]:
        """The pages before one that share most terms with it. All pages that were loaded are within its reach."""
        shared = [
            self._postings[
                max(self._starts[self._codes[entry]], self._place[entry] - LONGEST_POSTING) : self._place[
                    entry
                ]
            ]
            for entry in range(self._edges[page], self._edges[page + 1])
        ]
        if not shared:
            return []
        pages, counts = np.unique(np.concatenate(shared), return_counts=True)
        return most_shared(dict(zip(pages.tolist(), counts.tolist(), strict=True)))

    def _made(self, page: int) -> Sketch:
        entries = slice(self._edges[page], self._edges[page + 1])
        words = [self._words[code] for code in self._codes[entries].tolist()]
        people = frozenset(
            word
            for word, is_person in zip(words, self._is_person[entries].tolist(), strict=True)
            if is_person
        )
        told_day, told_year = (told[page] for told in self._told)
        vector = dict(zip(words, self._weights[entries].tolist(), strict=True))
        day = int(self.days[page]) or None
        return Sketch("", day, ToldTime(told_day, told_year), vector, people, (), array("I"))

    def _table(self, found: list[tuple[int, int, float]]) -> Any:
        later, earlier, values = zip(*found, strict=True)
        columns = [self.numbers[list(later)], self.numbers[list(earlier)], np.array(values)]
        return pa.table([pa.array(each) for each in columns], schema=PAIRS)


def _flat(table: Any, name: str) -> Any:
    """All values of a column of lists, one after the other."""
    return (
        table[name].combine_chunks().flatten()
        if table.num_rows
        else pa.array([], table.schema.field(name).type.value_type)
    )
