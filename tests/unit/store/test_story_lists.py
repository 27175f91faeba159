"""Stories as lists show them: filters, counts, the event that leads, what is ahead and where reports disagree."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.model import CollectionError, Status, Support
from dateline.store import open_collection
from dateline.store.grouping.leads import support_of
from dateline.store.queries.brought import brought_by
from dateline.store.queries.story_facets import StoryFacet, story_facets
from dateline.store.queries.story_leads import told_of
from dateline.store.queries.story_lists import StoryFilters, counted_by_day, listed
from dateline.store.queries.story_rail import ahead, clashes
from dateline.stories import Decision, DecisionKind
from tests.unit.store.sample_pages import PAGES, page

EXTRA = [
    page("Talks in Nairobi", "Kenya met Uganda in Nairobi on Tuesday.", url="https://a.example/1"),
    page("A visit", "Kenya will visit Tanzania on 20 March 2024.", url="https://a.example/2"),
    page("A denial", "Malawi did not attack Zambia.", day="2024-03-14", url="https://a.example/3"),
]


@pytest.fixture(scope="module", params=["folder", "postgres"])
def collection(request, read_once, tmp_path_factory):
    """One collection of each kind for all of these tests, each of which leaves it as it was."""
    is_folder = request.param == "folder"
    place = (
        tmp_path_factory.mktemp("lists") / "news"
        if is_folder
        else request.getfixturevalue("server").new_database()
    )
    with open_collection(str(place), read_many=read_once) as opened:
        opened.add([*PAGES[:14], *EXTRA])
        yield opened


@pytest.fixture
def database(collection):
    return collection.holdings.database


def counted(database, asked):
    return sum(counted_by_day(database, asked).values())


def test_each_filter_lets_through_what_it_says(database, collection):
    every = listed(database, StoryFilters(), most=100)
    told = told_of(database, [row.id for row in every])
    assert [row.id for row in every] == [row.id for row in collection.stories()]
    for status in Status:
        found = {row.id for row in listed(database, StoryFilters(status=status.value), most=100)}
        assert found == {row.id for row in every if (lead := told[row.id].lead) and lead.status == status}
    for support in Support:
        found = {row.id for row in listed(database, StoryFilters(support=support.value), most=100)}
        assert found == {row.id for row in every if told[row.id].support is support}
    both = StoryFilters(root="consult", support=[Support.CORROBORATED.value, Support.CONFLICTING.value])
    assert counted(database, both) == len(listed(database, both, most=100))
    assert {row.headline for row in listed(database, StoryFilters(country="KEN"), most=9)} == {
        told[row.id].lead.text for row in every if told[row.id].lead and told[row.id].lead.place == "Nairobi"
    }
    assert all(row.independent >= 3 for row in listed(database, StoryFilters(independent=3), most=100))


def test_the_event_that_leads_is_the_one_that_the_headline_states(database, collection):
    for row in collection.stories():
        events = list(collection.events(story=row.id))
        lead = told_of(database, [row.id])[row.id].lead
        stated = [event for event in events if event.text == row.headline]
        assert lead in (stated or events)
        assert stated or lead.reports == max(event.reports for event in events)


def test_words_are_those_of_the_page(database, collection):
    told = told_of(database, [row.id for row in collection.stories()])
    for one in told.values():
        quoted = one.quoted
        reading = collection.reading(quoted.article)
        stretch = reading.article.text[quoted.start : quoted.end]
        assert " ".join(stretch.split()) == quoted.text
        assert any(event.id == quoted.event for event in reading.events)


def test_counts_of_facets_are_those_of_the_filters(database):
    every = listed(database, StoryFilters(), most=100)
    facets = story_facets(database, every)
    for facet in (
        StoryFacet.STATUS,
        StoryFacet.ROOT,
        StoryFacet.COUNTRY,
        StoryFacet.SUPPORT,
        StoryFacet.OUTLET,
    ):
        for count in facets[facet]:
            assert counted(database, StoryFilters(**{facet.value: count.value})) == count.pages, count
    for count in facets[StoryFacet.INDEPENDENT]:
        assert counted(database, StoryFilters(independent=int(count.value))) == count.pages


def test_days_are_those_of_the_latest_report(database):
    days = counted_by_day(database, StoryFilters())
    assert sum(days.values()) == len(listed(database, StoryFilters(), most=100))
    last = max(day for day in days if day is not None)
    assert counted(database, StoryFilters(after=date.fromordinal(last))) == days[last]


def test_what_is_planned_comes_in_the_order_of_its_days(database):
    found = ahead(database, date(2024, 3, 1).toordinal(), 10)
    assert any("Tanzania" in row.text for row in found)
    assert {row.status for row in found} == {"planned"}
    assert [row.day for row in found] == sorted(row.day for row in found)


def test_a_conflict_is_told_by_its_values(database, collection):
    stories = [row.id for row in listed(database, StoryFilters(support="conflicting"), most=9)]
    for clash in clashes(database, stories, 9):
        fact = next(one for one in collection.story(clash.story).facts if one.id == clash.fact)
        assert fact.support is Support.CONFLICTING and len(clash.sides) > 1


@pytest.mark.parametrize(
    "wrong", [{"status": "maybe"}, {"support": "strong"}, {"country": "Kenya"}, {"after": "x"}]
)
def test_what_is_no_filter_is_refused(database, wrong):
    with pytest.raises(CollectionError, match=r"is no|is the code of no"):
        listed(database, StoryFilters(**wrong), most=1)


def test_a_decision_that_is_taken_back_leaves_stories_as_they_were(database, collection):
    before = {row.id: collection.story(row.id).articles for row in collection.stories()}
    first, second = list(before)[:2]
    merge = Decision(DecisionKind.MERGE, before[first], before[second], by="Ada", why="one visit")
    collection.decide(merge)
    (decided,) = collection.corrections()
    assert (decided.act, decided.by) == ("merge", "Ada") and len(collection.stories()) == len(before) - 1
    collection.undo(decided.number, why="two visits", by="Ada")
    assert {row.id: collection.story(row.id).articles for row in collection.stories()} == before
    with pytest.raises(CollectionError, match="undone already"):
        collection.undo(decided.number, why="two visits", by="Ada")


def test_what_a_run_brought_leads_to_its_stories(database, collection):
    again = collection.add(EXTRA)
    assert again.known == len(EXTRA)
    brought = brought_by(database, again.run, 10)
    assert [one.outcome for one in brought] == ["known"] * 3 and all(one.story for one in brought)


def test_support_is_that_of_the_weakest_point():
    assert support_of({Support.CONFLICTING: 1, Support.CORROBORATED: 9}) is Support.CONFLICTING
    assert support_of({Support.CORROBORATED: 1, Support.SINGLE_SOURCE: 9}) is Support.CORROBORATED
    assert support_of({}) is Support.SINGLE_SOURCE
