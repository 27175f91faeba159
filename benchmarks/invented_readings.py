"""Readings and records of invented pages and stories: text, title, outlet and day, so that each can be shown, and nothing that was read in them."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from functools import cache
from typing import Any


def packed_reading(id: str, title: str, body: str, outlet: str, day: str) -> bytes:
    """A reading as a row keeps it."""
    from dateline.model import Article, Block, BlockKind, DatedValue, DatePrecision, Outlet, Reading
    from dateline.store.ingest.article_rows import packed_record

    text = f"{title}\n\n{body}\n"
    at = len(title) + 2
    blocks = (Block(BlockKind.HEADLINE, 0, len(title)), Block(BlockKind.BODY, at, at + len(body)))
    published = DatedValue(day, DatePrecision.DAY, "given", None)
    given: tuple[Any, ...] = (
        id,
        "",
        f"https://invented.example/{id}",
        Outlet(outlet, outlet),
        title,
        (),
        published,
    )
    article = Article(*given, None, None, "en", True, text, blocks, ())
    return packed_record(Reading(article, (), (), (), (), _provenance()).to_json())


@cache
def _provenance() -> Any:
    from dateline.model import LanguageModel, Provenance

    return Provenance("0", "fast", LanguageModel("none", None), "0")


@cache
def packed_sketch_of_none() -> bytes:
    """A sketch without words: its page finds no company."""
    from dateline.store.sketch_rows import packed_sketch
    from dateline.stories import Sketch
    from dateline.stories.grouping.told_dates import ToldTime

    return packed_sketch(Sketch("", None, ToldTime(None, None), {}, frozenset(), (), array("I")))


def packed_story(id: str, headline: str, articles: Sequence[str], independent: int) -> bytes:
    """A story as a row keeps it."""
    from dateline.model import Story
    from dateline.store.ingest.article_rows import packed_record

    counts = (len(articles), len(articles), independent)
    return packed_record(Story(id, headline, tuple(articles), *counts, (), (), (), ()).to_json())
