"""A story is told with corrected reports as with others."""

from __future__ import annotations

import pytest

from dateline.products.collected_briefing import Wanted, collected_briefing
from tests.unit.store.correcting.visits import DAY, OTHER, VISIT, reference
from tests.unit.store.sample_pages import page

WHY = {"why": "the embassy says so", "by": "Ana"}
ADDRESSES = ("https://post.example/one", "https://post.example/two")


@pytest.mark.parametrize("change", [{"place": "Quetta"}, {"date": "2024-04-28"}])
def test_a_value_that_no_page_says_rests_on_the_words_of_the_event(folder_collection, change):
    titles = ("Foreign minister visits Tonga", "Norwegian minister in Tonga")
    outlets = ("Orlo Post", "Brask Courier")
    pages = [
        page(title, text, day=DAY, outlet=outlet, url=url)
        for title, text, outlet, url in zip(titles, (VISIT, OTHER), outlets, ADDRESSES, strict=True)
    ]
    folder_collection.add(pages, workers=0)
    for url in ADDRESSES:
        folder_collection.correct(reference(folder_collection, "met", url), **change, **WHY)
    briefing = collected_briefing(folder_collection, Wanted(), most=5)
    assert briefing.stories
    (row,) = folder_collection.stories()
    told = folder_collection.story(row.id)
    assert all(p.spans for fact in told.facts for p in fact.positions if p.stance != "omits")
