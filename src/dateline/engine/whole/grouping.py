"""Pages into stories: those that are tied to each other are grouped together, as one process groups all of them."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import pyarrow as pa

from dateline.engine.runs.columns import SKETCHES, numbered_schema
from dateline.engine.whole.exchange import Exchange, column, where
from dateline.engine.whole.nearness import PAIRS, pairs_of
from dateline.engine.whole.numbering import UNDATED
from dateline.engine.whole.setting import Portion, Setting
from dateline.engine.whole.tied import Ties, in_blocks
from dateline.stories import SAME_STORY, Grouping, Sketch
from dateline.stories.grouping.stream import group_in_order
from dateline.stories.grouping.told_dates import ToldTime

_PAGES_IN_BLOCK = 2_000
_ALONE = -1
_PAGES = numbered_schema(
    SKETCHES, "id", "day", "told_day", "told_year", "terms", "weights", "is_person", "names", "stems"
)
_STORIES = pa.schema([("number", pa.int32()), ("story", pa.int32())])

Near = Mapping[str, Mapping[str, float]]


def tie_pages(setting: Setting, days: Iterable[int]) -> int:
    """Keeps the `block` of each page that is tied to others, and tells how many blocks there are."""
    ties = Ties(setting.pages)
    for day in days:
        with setting.files.opened(pairs_of(setting, day)) as file:
            for batch in file.iter_batches():
                strong = where(pa.Table.from_batches([batch]), batch["value"].to_numpy() >= SAME_STORY)
                ties.tie(
                    zip(column(strong, "later").tolist(), column(strong, "earlier").tolist(), strict=True)
                )
    roots, sizes = np.unique(ties.roots(), return_counts=True)
    block_of_root = np.full(setting.pages, _ALONE, dtype=np.int32)
    tied = sizes > 1
    block_of_root[roots[tied]] = in_blocks(sizes[tied], _PAGES_IN_BLOCK)
    setting.save("block", block_of_root[ties.roots()])
    return int(block_of_root.max(initial=_ALONE)) + 1


def pages_by_block(setting: Setting) -> Exchange:
    """The sketches of tied pages on their way to their blocks."""
    return Exchange(setting.files, setting.folder("pages-by-block"), _PAGES)


def pairs_by_block(setting: Setting) -> Exchange:
    """The pairs of tied pages on their way to their blocks."""
    return Exchange(setting.files, setting.folder("pairs-by-block"), PAIRS)


def hand_over_tied(setting: Setting, portion: Portion) -> None:
    """The sketches of a portion's tied pages, each to its block."""
    block = setting.load("block")

    def rows() -> Iterator[tuple[Any, Any]]:
        for table, numbers in portion.numbered(setting, "sketches", _PAGES):
            blocks = block[numbers]
            yield where(table, blocks != _ALONE), blocks[blocks != _ALONE]

    pages_by_block(setting).scatter(f"{portion.number:05}", rows())


def hand_over_pairs(setting: Setting, day: int) -> None:
    """The pairs of a day, each to the block of its pages; those of pages that nothing ties together are left out."""
    block = setting.load("block")

    def rows() -> Iterator[tuple[Any, Any]]:
        with setting.files.opened(pairs_of(setting, day)) as file:
            for batch in file.iter_batches():
                table = pa.Table.from_batches([batch])
                blocks = block[column(table, "later")]
                inside = (blocks == block[column(table, "earlier")]) & (blocks != _ALONE)
                yield where(table, inside), blocks[inside]

    pairs_by_block(setting).scatter(str(day), rows())


def stories_of(setting: Setting, block: int) -> str:
    """The file with the stories of a block."""
    return f"{setting.folder('groups')}/{block:06}.parquet"


def group_block(setting: Setting, block: int) -> None:
    """The stories of a block's pages, each by its first page's number."""
    name = stories_of(setting, block)
    if setting.files.exists(name):
        return
    table = pages_by_block(setting).gather([block])
    rows = table.to_pylist()
    pairs = pairs_by_block(setting).gather([block])
    days = [int(day) for day in np.unique(setting.load("day")[setting.load("kept")]) if day != UNDATED]
    number_of = {row["id"]: row["number"] for row in rows}
    found = [
        [number_of[article] for article in group]
        for group in grouped_alike([_sketch(row) for row in rows], _near(pairs, rows), days)
    ]
    members = [number for group in found for number in group]
    stories = [min(group) for group in found for _ in group]
    out = pa.table([pa.array(members, pa.int32()), pa.array(stories, pa.int32())], schema=_STORIES)
    setting.files.write_tables(name, _STORIES, [out])


def grouped_alike(pages: Sequence[Sketch], near: Near, days: Sequence[int]) -> list[list[str]]:
    """The stories of pages of which it is known how alike they are. `days` are all on which pages of the run came."""
    place = {page.article: number for number, page in enumerate(pages)}
    ties = Ties(len(pages))
    for article, others in near.items():
        ties.tie((place[article], place[other]) for other, value in others.items() if value >= SAME_STORY)
    kin: dict[int, list[Sketch]] = defaultdict(list)
    for page, root in zip(pages, ties.roots().tolist(), strict=True):
        kin[root].append(page)
    found: list[list[str]] = []
    for tied in kin.values():
        ordered = sorted(tied, key=lambda page: (page.day is not None, page.order))
        found += group_in_order(Grouping(pages=_KnownPages(near)), ordered, days)
    return found


class _KnownPages:
    """Pages of which it is known how alike they are."""

    def __init__(self, near: Near) -> None:
        self.sketches: dict[int, Sketch] = {}
        self._near = near
        self._numbers: dict[str, int] = {}

    def neighbours(self, page: Sketch) -> dict[int, float]:
        """The pages that are alike at all, with their likeness."""
        near = self._near.get(page.article, {})
        return {self._numbers[other]: value for other, value in near.items() if other in self._numbers}

    def add(self, number: int, page: Sketch) -> None:
        """Let later pages find this one."""
        self.sketches[number] = page
        self._numbers[page.article] = number

    def remove(self, numbers: Iterable[int]) -> None:
        """Forget pages."""
        for number in numbers:
            del self._numbers[self.sketches.pop(number).article]


def _near(pairs: Any, rows: Sequence[Mapping[str, Any]]) -> Near:
    id_of = {row["number"]: row["id"] for row in rows}
    near: dict[str, dict[str, float]] = defaultdict(dict)
    for pair in pairs.to_pylist():
        near[id_of[pair["later"]]][id_of[pair["earlier"]]] = pair["value"]
    return near


def _sketch(row: Mapping[str, Any]) -> Sketch:
    people = frozenset(
        term for term, is_person in zip(row["terms"], row["is_person"], strict=True) if is_person
    )
    return Sketch(
        row["id"],
        row["day"],
        ToldTime(row["told_day"], row["told_year"]),
        dict(zip(row["terms"], row["weights"], strict=True)),
        people,
        tuple(row["names"]),
        array("I", row["stems"]),
    )


def keep_stories(setting: Setting, blocks: int) -> None:
    """Keeps the `story` of each page: the number of its first page, its own where it is alone."""
    story = np.arange(setting.pages, dtype=np.int32)
    for block in range(blocks):
        table = setting.files.read_table(stories_of(setting, block))
        story[column(table, "number")] = column(table, "story")
    setting.save("story", story)
