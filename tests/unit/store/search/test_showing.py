"""What a search shows of each page, and how the command line prints it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
from rich.console import Console

from dateline.cli.search_views import hits_table, marked
from dateline.model import Article, Block, BlockKind, Span
from dateline.store import Hits
from dateline.store.search import NEWEST, ShownHit, find, read_query, shown
from tests.unit.store.search.invented import MEETING, PAGES, PRICES, fill

TODAY = date(2022, 10, 3)


def article_of(number: int) -> Article:
    (page,) = [page for page in PAGES if page.number == number]
    text = f"{page.title}\n{page.body}"
    blocks = (Block(BlockKind.BODY, len(page.title) + 1, len(text)),)
    return Article("a", "b", None, None, page.title, (), None, None, None, "en", True, text, blocks, ())


@pytest.fixture
def hits(engine) -> list[ShownHit]:
    fill(engine)
    query = read_query('gas OR "met kassym"', today=TODAY)
    with engine.connect() as connection:
        return shown(connection, find(connection, query), query, article_of)


def test_a_hit_has_what_a_list_shows_with_places_in_the_page(hits):
    by_article = {hit.article: hit for hit in hits}
    meeting, prices = by_article[f"sha256:{MEETING}"], by_article[f"sha256:{PRICES}"]
    assert (prices.day, prices.outlet, prices.title) == ("2022-10-02", "Reuters", "Gas prices rise")
    assert [place.of(prices.title) for place in prices.title_highlights] == ["Gas"]
    text = article_of(MEETING).text
    assert [passage.span.of(text) == passage.text for passage in meeting.passages] == [True, True]
    assert [p.of(text) for passage in meeting.passages for p in passage.highlights] == ["met Kassym", "gas"]


def test_a_hit_is_a_line_of_json(hits):
    record = json.loads(hits[0].to_json())
    assert record["schema"] == "dateline.hit/1"
    assert ShownHit.from_json(hits[0].to_json()) == hits[0]


def test_the_table_shows_day_outlet_title_and_words(hits):
    found = Hits("gas", 2, False, tuple(hits), 1)
    console = Console(width=200, record=True)
    console.print(hits_table(found))
    printed = console.export_text()
    for words in (
        "2022-10-02",
        "Reuters",
        "Gas prices rise",
        "promised gas pipelines",
        "of 2 pages that match",
    ):
        assert words in printed
    console.print(hits_table(replace(found, is_cut=True)))
    assert f"newest {NEWEST:,} pages" in console.export_text()


def test_what_was_found_is_marked_and_stays_on_one_line():
    line = marked("one\ntwo [red]\x1bthree", [Span(4, 7)])
    assert line.plain == "one two [red] three"
    assert [(span.start, span.end) for span in line.spans] == [(4, 7)]
