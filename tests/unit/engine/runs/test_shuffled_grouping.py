"""Grouping by shuffle gives the stories of one process: ids and members. Four hundred invented pages; 20,000 with DATELINE_LONG=1."""

from __future__ import annotations

import os
import random
from dataclasses import replace

import pyarrow as pa
import pytest

from benchmarks.grouping import sketches
from dateline.engine.adapters.local import LocalEngine
from dateline.engine.runs.columns import SKETCHES, sketch_row
from dateline.engine.runs.files import Files
from dateline.engine.whole.numbering import number_pages
from dateline.engine.whole.setting import Setting, portions_of
from dateline.engine.whole.stories import group_pages
from dateline.stories import Sketch
from dateline.stories.grouping.identity import new_id
from dateline.stories.grouping.stream import group_sketches
from dateline.stories.grouping.told_dates import ToldTime

PAGES, A_DAY = (20_000, 1_000) if os.environ.get("DATELINE_LONG") else (400, 20)
IN_UNIT = PAGES // 10


@pytest.fixture(scope="module")
def pages() -> list[Sketch]:
    """Pages of twenty days, one in forty without a date, in any order, as they would come in units."""
    chance = random.Random(30)
    found = [_undated(page) if chance.random() < 0.025 else page for page in sketches(PAGES, A_DAY)]
    chance.shuffle(found)
    return found


def _undated(page: Sketch) -> Sketch:
    return replace(page, day=None, told=ToldTime(None, None))


def test_stories_have_the_members_that_one_process_gives_them(pages, tmp_path):
    files, units = Files.at(str(tmp_path)), []
    for first in range(0, PAGES, IN_UNIT):
        part = pages[first : first + IN_UNIT]
        rows = [sketch_row(row, page, None, None) for row, page in enumerate(part)]
        units.append((f"unit-{first:06}", len(rows)))
        files.write_tables(
            f"sketches/{units[-1][0]}.parquet", SKETCHES, [pa.Table.from_pylist(rows, schema=SKETCHES)]
        )
    setting, portions = Setting(files, "work/test", PAGES), portions_of(units)
    number_pages(setting, portions)
    group_pages(LocalEngine(2), setting, portions, lambda step: None)
    by_story: dict[int, list[Sketch]] = {}
    for page, story in zip(pages, setting.load("story").tolist(), strict=True):
        by_story.setdefault(story, []).append(page)
    found = [
        [page.article for page in sorted(group, key=lambda page: page.order)] for group in by_story.values()
    ]
    alone = group_sketches(pages)
    assert sorted(found) == alone
    assert sorted(map(new_id, found)) == sorted(map(new_id, alone))
    assert max(map(len, alone)) > 5
