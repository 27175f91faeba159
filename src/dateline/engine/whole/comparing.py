"""Candidates compared, some pages at a time, so that each page is made ready once for all that it is compared with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

import msgspec
import numpy as np
import pyarrow as pa

from dateline.engine.whole.candidates import CANDIDATES, candidates_of
from dateline.engine.whole.exchange import Exchange, column, where
from dateline.engine.whole.setting import Portion, Setting
from dateline.engine.whole.tied import Ties
from dateline.model import Article, ChainEdge, Reading, Span
from dateline.syndication.comparison import Side, compared, side_of
from dateline.syndication.edges import Link, link_of
from dateline.syndication.fingerprints import fingerprint
from dateline.syndication.passages import Shingles

_PAGES_IN_BLOCK = 1_000
_READY = 500
_ARTICLES = pa.schema([("number", pa.int32()), ("reading", pa.string())])
LINKS = pa.schema(
    [
        ("to", pa.int32()),
        ("from", pa.int32()),
        ("from_outlet", pa.string()),
        ("later", pa.int32()),
        ("earlier", pa.int32()),
        ("edge", pa.string()),
        ("shared", pa.string()),
    ]
)
"""The link between two pages, by number: copy, original and its outlet; the places of both in the order of the search; the edge, and all
that they share, as JSON."""


def candidates_by_block(setting: Setting) -> Exchange:
    """The pairs to compare, by blocks of pages that are compared with each other."""
    return Exchange(setting.files, setting.folder("candidates-by-block"), CANDIDATES)


def block_candidates(setting: Setting, shards: int) -> list[int]:
    """Puts the pairs to compare into blocks, and keeps the pages that each block needs (`wanted_page wanted_block`); the blocks."""
    tables = [setting.files.read_table(candidates_of(setting, shard)) for shard in range(shards)]
    table = pa.concat_tables([CANDIDATES.empty_table(), *tables])
    ties = Ties(setting.pages)
    ties.tie(zip(column(table, "later").tolist(), column(table, "earlier").tolist(), strict=True))
    table = table.take(pa.array(np.lexsort((column(table, "later"), ties.roots()[column(table, "later")]))))
    blocks, wanted = _blocks(column(table, "later").tolist(), column(table, "earlier").tolist())
    candidates_by_block(setting).scatter("all", [(table, blocks)])
    pages = np.array(
        sorted((page, block) for block, held in enumerate(wanted) for page in held), np.int32
    ).reshape(-1, 2)
    setting.save("wanted_page", pages[:, 0])
    setting.save("wanted_block", pages[:, 1])
    return list(range(len(wanted)))


def _blocks(later: Sequence[int], earlier: Sequence[int]) -> tuple[list[int], list[set[int]]]:
    """The block of each pair, and the pages of each block: about as many, however large a tangle of copies is."""
    blocks: list[int] = []
    wanted: list[set[int]] = []
    for pair in zip(later, earlier, strict=True):
        if not wanted or len(wanted[-1]) >= _PAGES_IN_BLOCK:
            wanted.append(set())
        wanted[-1].update(pair)
        blocks.append(len(wanted) - 1)
    return blocks, wanted


def articles_by_block(setting: Setting) -> Exchange:
    """The pages to compare on their way to their blocks."""
    return Exchange(setting.files, setting.folder("articles-by-block"), _ARTICLES)


def hand_over_articles(setting: Setting, portion: Portion) -> None:
    """The readings of a portion's pages that are compared with others, each to all blocks that need it."""
    pages, blocks = setting.load("wanted_page"), setting.load("wanted_block")

    def rows() -> Iterator[tuple[Any, Any]]:
        for table, numbers in portion.tables(setting, "readings", ("reading",)):
            if not len(numbers):
                continue
            wanted = slice(*np.searchsorted(pages, [numbers[0], numbers[-1] + 1]))
            chosen = table.take(pa.array(pages[wanted] - numbers[0]))
            yield pa.table([pa.array(pages[wanted]), chosen["reading"]], schema=_ARTICLES), blocks[wanted]

    articles_by_block(setting).scatter(f"{portion.number:05}", rows())


def links_of(setting: Setting, block: int) -> str:
    """The file with the links of a block."""
    return f"{setting.folder('links')}/{block:06}.parquet"


def compare_block(setting: Setting, block: int) -> None:
    """The links between the pages of a block."""
    name = links_of(setting, block)
    if setting.files.exists(name):
        return
    table = articles_by_block(setting).gather([block])
    readings = dict(zip(column(table, "number").tolist(), table["reading"].to_pylist(), strict=True))
    pairs = candidates_by_block(setting).gather([block])
    both = zip(column(pairs, "later").tolist(), column(pairs, "earlier").tolist(), strict=True)
    rows = list(_rows(setting, readings, sorted(both)))
    setting.files.write_tables(name, LINKS, [pa.Table.from_pylist(rows, schema=LINKS)])


def _rows(
    setting: Setting, readings: dict[int, str], pairs: list[tuple[int, int]]
) -> Iterator[dict[str, Any]]:
    standing, by_time = setting.load("standing"), setting.load("by_time")

    @lru_cache(maxsize=_READY)
    def side(number: int) -> Side:
        page = fingerprint(Reading.from_json(readings[number]).article)
        return side_of(page, Shingles(page), standing)

    for later, earlier in pairs:
        link = link_of(compared(side(earlier), side(later)))
        if link is not None:
            is_forward = link.edge.to == side(later).article.id
            to, from_ = (later, earlier) if is_forward else (earlier, later)
            yield {
                "to": to,
                "from": from_,
                "from_outlet": _outlet(side(from_).article),
                "later": int(by_time[later]),
                "earlier": int(by_time[earlier]),
                "edge": link.edge.to_json(),
                "shared": msgspec.json.encode(link.shared).decode(),
            }


def _outlet(article: Article) -> str | None:
    return article.outlet.name if article.outlet else None


def link_from(row: dict[str, Any]) -> Link:
    """The link of a row."""
    pairs = msgspec.json.decode(row["shared"])
    shared = tuple((Span(*original), Span(*copy)) for original, copy in pairs)
    return Link(ChainEdge.from_json(row["edge"]), shared)


def links_to(setting: Setting, block: int, shard_of: Any) -> Iterator[tuple[Any, Any]]:
    """The links of a block, each with the shard of its copy."""
    table = setting.files.read_table(links_of(setting, block))
    shards = shard_of[column(table, "to")]
    yield where(table, shards >= 0), shards[shards >= 0]
