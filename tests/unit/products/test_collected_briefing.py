"""A briefing of a collection tells the stories that were asked for, and how many others there are."""

from __future__ import annotations

import pytest

from dateline.model import CollectionError
from dateline.products.collected_briefing import Wanted, collected_briefing
from dateline.store import Collection


def _headlines(collection: Collection, wanted: Wanted, most: int = 20) -> list[str]:
    return [story.headline for story in collected_briefing(collection, wanted, most=most).stories]


@pytest.mark.parametrize("about", ["FJI", "Fiji", "Q712"])
def test_an_actor_is_known_by_code_name_or_id(newsroom_collection: Collection, about: str):
    assert "Fiji ships water to dry Tuvalu atoll" in _headlines(newsroom_collection, Wanted((about,)))


def test_words_that_name_nobody_are_looked_for_in_headlines_and_pages(newsroom_collection: Collection):
    assert _headlines(newsroom_collection, Wanted(("rockets",))) == ["Rockets hit Anser Bay fish market"]
    found = _headlines(newsroom_collection, Wanted(("desalination",)))
    assert found == ["Fiji ships water to dry Tuvalu atoll"], (
        "the word stands in the pages and not in the headline"
    )


def test_stories_of_several_come_once_and_the_latest_first(newsroom_collection: Collection):
    briefing = collected_briefing(newsroom_collection, Wanted(("Namibia", "Botswana", "Fiji")))
    ids = [story.id for story in briefing.stories]
    assert len(ids) == len(set(ids)) == 3
    days = {row.id: row.last_day or "" for row in newsroom_collection.stories()}
    assert [days[id_] for id_ in ids] == sorted((days[id_] for id_ in ids), reverse=True)


def test_days_bound_the_stories(newsroom_collection: Collection):
    since = _headlines(newsroom_collection, Wanted(since="2024-06-19"))
    before = _headlines(newsroom_collection, Wanted(before="2024-06-19"))
    assert since and before and not set(since) & set(before)


def test_what_is_left_out_is_counted_and_said(newsroom_collection: Collection):
    briefing = collected_briefing(newsroom_collection, Wanted(), most=2)
    assert len(briefing.stories) == 2
    assert briefing.left_out == newsroom_collection.stories().count() - 2
    said = f"{briefing.left_out} other stories with fewer independent reports not told here."
    assert said in briefing.to_markdown() and said in briefing.to_html()
    most = max(row.independent for row in newsroom_collection.stories())
    assert max(story.independent for story in briefing.stories) == most


def test_a_story_is_told_by_its_id(newsroom_collection: Collection):
    (row, *_) = newsroom_collection.stories()
    assert _headlines(newsroom_collection, Wanted(stories=(row.id, row.id))) == [row.headline]
    with pytest.raises(CollectionError, match="story:nothing"):
        collected_briefing(newsroom_collection, Wanted(stories=("story:nothing",)))


def test_the_title_says_what_was_asked(newsroom_collection: Collection):
    wanted = Wanted(("Namibia", "Fiji"), since="2024-01-01")
    assert collected_briefing(newsroom_collection, wanted).title == "Namibia, Fiji, since 2024-01-01"


def test_nothing_found_is_an_empty_briefing(newsroom_collection: Collection):
    assert collected_briefing(newsroom_collection, Wanted(since="2030-01-01")).stories == ()
