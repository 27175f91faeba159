"""Stories across all units are those that one process tells of all pages: ids, members, copies and facts."""

from __future__ import annotations

import shutil
from dataclasses import replace

import pytest

import dateline
from dateline.engine.adapters.local import LocalEngine
from dateline.engine.runs.files import Files
from dateline.engine.runs.run import report_in
from dateline.engine.whole import candidates, comparing, grouping, setting, telling
from dateline.model import Reading, Story
from dateline.syndication import find_copies
from tests.unit.engine.runs.run_rows import hash_of_rows, read_rows


@pytest.fixture(scope="module")
def readings(whole):
    """All articles, of each the first that there is among the inputs."""
    rows = [
        row for name in _units_in_order(whole) for row in Files.at(str(whole)).read_table(name).to_pylist()
    ]
    found: dict[str, Reading] = {}
    for row in rows:
        found.setdefault(row["id"], Reading.from_json(row["reading"]))
    return list(found.values())


def _units_in_order(out):
    return [f"readings/{unit.name}.parquet" for unit in report_in(Files.at(str(out))).units]


def told(out):
    rows = read_rows(out, "stories")
    return sorted((Story.from_json(row["story"]) for row in rows), key=lambda story: story.id)


def alone(readings):
    """The stories of one process; which stories are related is left to collections."""
    return sorted((replace(story, related=()) for story in dateline.group(readings)), key=lambda s: s.id)


def test_stories_are_those_of_one_process_with_all_facts(whole, readings):
    stories = alone(readings)
    assert told(whole) == stories
    assert any(story.reports > 3 for story in stories) and any(story.facts for story in stories)
    assert any(story.independent < story.reports for story in stories)


def test_copies_are_those_of_one_process(whole, readings):
    found = {row["edge"] for row in read_rows(whole, "copies")}
    assert found == {edge.to_json() for edge in find_copies([reading.article for reading in readings])}


def test_an_article_that_is_met_twice_is_one_and_counted(whole, readings):
    made = report_in(Files.at(str(whole)))
    rows = read_rows(whole, "articles")
    assert len(rows) == len({row["id"] for row in rows}) == made.articles == len(readings)
    assert made.repeated > 0
    assert made.inputs == 60 + 2


def test_portions_shards_and_blocks_of_any_size_change_nothing(made, crawl, tmp_path, whole, monkeypatch):
    monkeypatch.setattr(setting, "_PAGES_IN_PORTION", 5)
    monkeypatch.setattr(setting, "PAGES_IN_SHARD", 7)
    monkeypatch.setattr(candidates, "PAGES_IN_SHARD", 7)
    monkeypatch.setattr("dateline.engine.whole.stories.PAGES_IN_SHARD", 7)
    monkeypatch.setattr(comparing, "_PAGES_IN_BLOCK", 4)
    monkeypatch.setattr(grouping, "_PAGES_IN_BLOCK", 3)
    monkeypatch.setattr(telling, "_PAGES_IN_SHARD", 2)
    monkeypatch.setattr(candidates, "_AT_ONCE", 3)
    shutil.copytree(whole, tmp_path / "out", ignore=shutil.ignore_patterns("run.json", *telling.RESULTS))
    made(crawl, tmp_path / "out", LocalEngine(0))
    assert hash_of_rows(tmp_path / "out") == hash_of_rows(whole)
    assert len(Files.at(str(tmp_path / "out")).names("stories")) > 5


def test_what_was_on_its_way_is_cleared_away(whole):
    assert not (whole / "work").exists()
