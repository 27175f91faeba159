"""Copies among pages that come one at a time."""

from __future__ import annotations

import random

from copied_pages import OTHER, REPORT, THIRD, page

from dateline.model import Article
from dateline.syndication import CopyIndex, find_copies

PAGES = [
    page("a", REPORT, published="2024-05-02"),
    page("b", REPORT[:3], published="2024-05-03"),
    page("c", [*OTHER, REPORT[1]], title="Vessel recovered"),
    page("d", THIRD, published="2024-05-02", title="Who untied the boat"),
    page("e", [REPORT[0], THIRD[0], REPORT[2], THIRD[1]], published="2024-05-05", title="All we know"),
]


def test_a_stream_gives_the_edges_of_the_whole_in_any_order() -> None:
    expected = find_copies(PAGES)
    for seed in range(6):
        pages = random.Random(seed).sample(PAGES, len(PAGES))
        index = CopyIndex()
        seen = {(edge.from_, edge.to) for article in pages for edge in index.add(article)}
        assert index.edges() == expected
        assert seen == {(edge.from_, edge.to) for edge in expected}


def test_a_page_tells_its_edges_to_and_from_what_was_there_before() -> None:
    index = CopyIndex()
    assert index.add(PAGES[1]) == []
    assert [(edge.from_, edge.to) for edge in index.add(PAGES[0])] == [("a", "b")]


def test_a_page_that_is_held_adds_nothing() -> None:
    index = CopyIndex()
    index.add(PAGES[0])
    assert index.add(PAGES[0]) == []
    assert len(index) == 1 and "a" in index


def test_what_a_page_says_of_an_origin_that_is_not_held_is_told() -> None:
    (edge,) = CopyIndex().add(page("a", REPORT, taken_from="Reef Gazette"))
    assert edge.from_ == "outlet:Reef Gazette"


def test_pages_out_of_reach_are_forgotten() -> None:
    index = CopyIndex(days=3)
    for day in range(1, 29):
        title = f"Report of day {day}"
        index.add(page(f"p{day:02}", [f"{title}: {words}" for words in THIRD], published=f"2024-05-{day:02}"))
    assert len(index) == 4
    assert {edge.from_ for edge in index.edges()} == {"p25", "p26", "p27"}
    assert "p01" not in index


def test_an_undated_page_is_held_like_one_of_the_newest_day() -> None:
    index = CopyIndex(days=3)
    index.add(page("a", REPORT, published="2024-05-02"))
    index.add(page("u", OTHER))
    index.add(page("b", THIRD, published="2024-05-05"))
    assert "u" in index
    index.add(page("c", THIRD, published="2024-05-06"))
    assert "u" not in index and "b" in index


def test_a_late_page_is_compared_with_those_in_its_reach() -> None:
    index = CopyIndex(days=3)
    index.add(page("b", REPORT, published="2024-05-05"))
    index.add(page("c", THIRD, published="2024-05-07"))
    edges = index.add(page("a", REPORT, published="2024-05-03"))
    assert [(edge.from_, edge.to) for edge in edges] == [("a", "b")]


def test_furniture_of_an_outlet_is_known_once_it_stood_on_some_pages() -> None:
    notice = "Write to the editors if you have seen a boat, a buoy or a beacon that is not where the chart says it is."
    bodies = [REPORT[:2], REPORT[2:4], REPORT[4:], OTHER, THIRD]
    pages = [
        page(f"p{n}", [*body, notice], outlet="Reef Gazette", title=f"Report {n}")
        for n, body in enumerate(bodies)
    ]
    index = CopyIndex()
    told = [index.add(article) for article in pages]
    assert told[1] and not told[4]
    assert index.edges() == find_copies(pages) == []


def test_forgotten_pages_leave_nothing_behind() -> None:
    index = CopyIndex(days=1)
    again: list[Article] = [
        page(f"p{day:02}", REPORT, published=f"2024-05-{day:02}", outlet="Reef Gazette")
        for day in (1, 5, 9, 13)
    ]
    assert [index.add(article) for article in again] == [[], [], [], []]
    assert index.edges() == []
