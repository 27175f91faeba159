"""Since when reports disagree on a fact is kept while their story grows, is told anew, merged and read again."""

from __future__ import annotations

from dateline.store.clock import now
from dateline.store.queries.story_lists import StoryFilters, listed
from dateline.store.queries.story_rail import clashes, conflict_times, conflicts_of
from dateline.store.tables import FACTS
from tests.unit.store.sample_pages import page

FIRST = page(
    "Ferry sinks off Osthaven",
    "A ferry sank off Osthaven on Monday. Twelve people were killed when the ferry sank, the coast guard said. "
    "The ferry sank in heavy rain.",
)
SECOND = page(
    "Ferry sinks off Osthaven, many dead",
    "A ferry sank off Osthaven on Monday. Nineteen people were killed when the ferry sank, the harbour master said. "
    "Rescuers searched for survivors.",
    outlet="Brask Courier",
)
THIRD = page(
    "Ferry disaster off Osthaven",
    "A ferry sank off Osthaven on Monday. Twelve people were killed when the ferry sank, relatives said.",
    outlet="Millrace Review",
)
EARLY, LATE = "2024-03-13T08:00:00Z", "2024-03-14T09:30:00Z"


def since(collection):
    (story,) = {row.story for row in collection.articles()}
    return conflicts_of(collection.holdings.database, story)


def begun(collection, instant):
    """As if what is in conflict had been so since an instant."""
    with collection.holdings.database.writing() as connection:
        noted = FACTS.update().where(FACTS.c.conflict_since.is_not(None))
        connection.execute(noted.values(conflict_since=instant))


def test_a_conflict_has_the_time_at_which_it_was_first_seen(collection):
    collection.add([FIRST], workers=0)
    assert since(collection) == {}
    before = now()
    collection.add([SECOND], workers=0)
    found = since(collection)
    assert found and all(before <= instant <= now() for instant in found.values())
    (story,) = collection.stories()
    facts = {fact.id: fact.support.value for fact in collection.story(story.id).facts}
    assert {facts[id] for id in found} == {"conflicting"}
    assert collection.verify().findings == ()


def test_it_stays_while_the_story_grows_and_is_told_anew(collection):
    collection.add([FIRST, SECOND], workers=0)
    begun(collection, EARLY)
    collection.add([THIRD], workers=0)
    assert EARLY in since(collection).values()
    said = next(iter(collection.statements()))
    collection.correct(f"{said.article}#{said.id}", nothing=True, why="a test", by="Ana")
    assert EARLY in since(collection).values()
    collection.undo(1, why="a test", by="Ana")
    assert EARLY in since(collection).values()
    assert collection.verify().findings == ()


def test_lists_tell_what_is_new_since_a_day(collection):
    collection.add([FIRST, SECOND], workers=0)
    begun(collection, EARLY)
    database = collection.holdings.database
    (story,) = collection.stories()
    for asked, found in (("2024-03-13", [story.id]), (EARLY, [story.id]), (LATE, [])):
        assert [row.id for row in listed(database, StoryFilters(conflict_since=asked), most=5)] == found
    assert conflict_times(database, [story.id]) == {story.id: EARLY}
    assert [clash.since for clash in clashes(database, [story.id], 3)] == [EARLY]


def test_what_was_in_conflict_before_anybody_noted_it_is_never_new(collection):
    """As an upgrade of an older collection leaves it."""
    collection.add([FIRST, SECOND], workers=0)
    begun(collection, None)
    collection.add([THIRD], workers=0)
    (story,) = collection.stories()
    assert any(fact.support.value == "conflicting" for fact in collection.story(story.id).facts)
    assert since(collection) == {}
