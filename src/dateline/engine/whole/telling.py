"""Stories told one by one: their readings and the links to their pages meet, facts are compared, and all rows of the result written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pyarrow as pa

from dateline.engine.runs.columns import OF_ARTICLE, article_row
from dateline.engine.whole.comparing import LINKS, link_from, links_to
from dateline.engine.whole.exchange import Exchange, column, where
from dateline.engine.whole.flat_rows import REPORTS, STATEMENTS, report_rows, statement_rows
from dateline.engine.whole.setting import Portion, Setting
from dateline.engine.whole.tied import in_blocks
from dateline.model import ChainEdge, Outlet, Reading, Story
from dateline.store.ingest.article_rows import day_of
from dateline.stories import in_order
from dateline.stories.comparison import story_of
from dateline.stories.grouping.identity import new_id
from dateline.syndication.edges import in_order as edges_in_order
from dateline.syndication.edges import settled_edges

_PAGES_IN_SHARD = 1_000
_LEFT_OUT = -1
_READINGS = pa.schema(
    [("number", pa.int32()), ("unit", pa.string()), ("row", pa.int32()), ("reading", pa.string())]
)

ARTICLES = pa.schema([*OF_ARTICLE, ("story", pa.string()), ("unit", pa.string()), ("row", pa.int32())])
"""An article with its story; `unit` and `row` lead to its reading."""

STORIES = pa.schema(
    [
        ("id", pa.string()),
        ("headline", pa.string()),
        ("first_day", pa.string()),
        ("last_day", pa.string()),
        ("reports", pa.int32()),
        ("outlets", pa.int32()),
        ("independent", pa.int32()),
        ("facts", pa.int32()),
        ("articles", pa.list_(pa.string())),
        ("story", pa.string()),
    ]
)
"""A story; `story` is all of it as JSON."""

COPIES = pa.schema(
    [
        ("from", pa.string()),
        ("to", pa.string()),
        ("relation", pa.string()),
        ("letters", pa.int32()),
        ("story", pa.string()),
        ("edge", pa.string()),
    ]
)
"""An edge from an original to a copy in a story; `letters` counts what passages cover in the copy, `edge` is all of it as JSON."""

RESULTS = {
    "articles": ARTICLES,
    "stories": STORIES,
    "copies": COPIES,
    "reports": REPORTS,
    "statements": STATEMENTS,
}
"""The tables across all units."""

Values = dict[str, Any]


def share_out_stories(setting: Setting) -> list[int]:
    """Keeps the `shard` of each page, the same for all pages of a story; the shards."""
    kept, story = setting.load("kept"), setting.load("story")
    stories, sizes = np.unique(story[kept], return_counts=True)
    shard_of_story = np.full(setting.pages, _LEFT_OUT, dtype=np.int32)
    shard_of_story[stories] = in_blocks(sizes, _PAGES_IN_SHARD)
    setting.save("shard", np.where(kept, shard_of_story[story], _LEFT_OUT))
    return [int(shard) for shard in np.unique(shard_of_story[stories])]


def readings_by_story(setting: Setting) -> Exchange:
    """Readings on their way to their stories."""
    return Exchange(setting.files, setting.folder("readings-by-story"), _READINGS)


def hand_over_readings(setting: Setting, portion: Portion) -> None:
    """The readings of a portion, each to the shard of its story."""
    shard, names = setting.load("shard"), [unit.name for unit in portion.units]
    firsts = [unit.first for unit in portion.units]

    def rows() -> Iterator[tuple[Any, Any]]:
        for table, numbers in portion.tables(setting, "readings", ("row", "reading")):
            units = [names[place - 1] for place in np.searchsorted(firsts, numbers, side="right")]
            columns = [pa.array(numbers), pa.array(units), table["row"], table["reading"]]
            shards = shard[numbers]
            whole = pa.table(columns, schema=_READINGS)
            yield where(whole, shards != _LEFT_OUT), shards[shards != _LEFT_OUT]

    readings_by_story(setting).scatter(f"{portion.number:05}", rows())


def links_by_story(setting: Setting) -> Exchange:
    """Links on their way to the stories of their copies."""
    return Exchange(setting.files, setting.folder("links-by-story"), LINKS)


def hand_over_links(setting: Setting, block: int) -> None:
    """The links of a block, each to the shard of its copy's story."""
    links_by_story(setting).scatter(f"{block:06}", links_to(setting, block, setting.load("shard")))


def result_of(setting: Setting, table: str, shard: int) -> str:
    """The file with the rows of a shard in a table of the result."""
    return f"{table}/{setting.work.rpartition('/')[2]}-{shard:06}.parquet"


def tell_stories(setting: Setting, shard: int) -> None:
    """The stories of a shard with all their rows."""
    names = {table: result_of(setting, table, shard) for table in RESULTS}
    if all(map(setting.files.exists, names.values())):
        return
    table = readings_by_story(setting).gather([shard])
    story_of_page = setting.load("story")[column(table, "number")]
    links = _links(setting, shard)
    rows: dict[str, list[Values]] = {name: [] for name in RESULTS}
    for story in np.unique(story_of_page).tolist():
        pages = where(table, story_of_page == story).to_pylist()
        for name, found in _told(pages, links).items():
            rows[name] += found
    for name, schema in RESULTS.items():
        setting.files.write_tables(names[name], schema, [pa.Table.from_pylist(rows[name], schema=schema)])


def _links(setting: Setting, shard: int) -> dict[int, list[Values]]:
    """The links to each page of a shard, in the order in which one process finds them."""
    found: dict[int, list[Values]] = defaultdict(list)
    rows = links_by_story(setting).gather([shard]).to_pylist()
    for row in sorted(rows, key=lambda row: (row["later"], row["earlier"])):
        found[row["to"]].append(row)
    return found


def _told(pages: Sequence[Values], links: dict[int, list[Values]]) -> dict[str, list[Values]]:
    """The rows of a story."""
    readings = [Reading.from_json(page["reading"]) for page in pages]
    edges: list[ChainEdge] = []
    for page, reading in zip(pages, readings, strict=True):
        to = links.get(page["number"], [])
        made = [link_from(row) for row in to]
        outlets = {
            link.edge.from_: Outlet(None, row["from_outlet"]) if row["from_outlet"] is not None else None
            for link, row in zip(made, to, strict=True)
        }
        edges += settled_edges(reading.article, made, outlets)
    ordered = in_order(readings)
    story = story_of(ordered, edges_in_order(edges))
    story = replace(story, id=new_id(story.articles))
    return {
        "articles": [
            _article(page, reading, story.id) for page, reading in zip(pages, readings, strict=True)
        ],
        "stories": [_story(story, ordered)],
        "copies": [_copy(edge, story.id) for edge in edges],
        "reports": [row for reading in ordered for row in report_rows(reading, story.id)],
        "statements": [row for reading in ordered for row in statement_rows(reading, story.id)],
    }


def _article(page: Values, reading: Reading, story: str) -> Values:
    return {**article_row(reading.article), "story": story, "unit": page["unit"], "row": page["row"]}


def _story(story: Story, readings: Sequence[Reading]) -> Values:
    days = sorted(day for reading in readings if (day := day_of(reading.article)[0]) is not None)
    return {
        "id": story.id,
        "headline": story.headline,
        "first_day": days[0] if days else None,
        "last_day": days[-1] if days else None,
        "reports": story.reports,
        "outlets": story.outlets,
        "independent": story.independent,
        "facts": len(story.facts),
        "articles": list(story.articles),
        "story": story.to_json(),
    }


def _copy(edge: ChainEdge, story: str) -> Values:
    return {
        "from": edge.from_,
        "to": edge.to,
        "relation": edge.relation,
        "letters": sum(copy.end - copy.start for _, copy in edge.passages),
        "story": story,
        "edge": edge.to_json(),
    }
