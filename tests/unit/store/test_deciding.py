"""What a person decides about stories holds, at once and for pages that come later."""

from __future__ import annotations

import pytest

from dateline.model import CollectionError
from dateline.stories import Decision, DecisionKind
from tests.unit.store.sample_pages import PAGES, page

FERRY = "The ferry Sirje ran aground off Saaremaa. Divers from Kuressaare freed the ferry before dusk."
BRIDGE = "Windhoek closed the Olof bridge. Engineers from Walvis Bay found a crack in its northern pier."


def homes(collection):
    return {article.outlet: article.story for article in collection.articles()}


@pytest.fixture
def three(collection):
    """A collection of two reports of one occurrence and one of another."""
    collection.add([page("Ferry aground", FERRY, outlet="A")])
    collection.add([page("Ferry freed off Saaremaa", FERRY + " Nobody was hurt.", outlet="B")])
    collection.add([page("Bridge closed", BRIDGE, outlet="C")])
    return collection


def ids(collection):
    return {article.outlet: article.id for article in collection.articles()}


def test_stories_are_joined_and_stay_so(three):
    before = homes(three)
    assert before["A"] == before["B"] != before["C"]
    known = ids(three)
    three.decide(Decision(DecisionKind.MERGE, (known["C"],), (known["A"],)))
    assert len(set(homes(three).values())) == 1
    three.add([page("Olof bridge still closed", BRIDGE + " It stays closed.", outlet="D")])
    assert len(set(homes(three).values())) == 1
    assert three.verify().findings == ()


def test_a_story_is_parted_and_both_parts_are_stories(three):
    known = ids(three)
    three.decide(Decision(DecisionKind.SPLIT, (known["B"],), (known["A"],)))
    found = homes(three)
    assert len(set(found.values())) == 3
    assert three.story(found["A"]).reports == 1
    assert three.verify().findings == ()


def test_the_id_of_a_story_that_was_joined_leads_to_the_other(three):
    known, before = ids(three), homes(three)
    three.decide(Decision(DecisionKind.MERGE, (known["C"],), (known["A"],)))
    assert three.story(before["C"]).reports == 3


def test_a_decision_about_an_article_that_is_not_there_is_refused(collection):
    collection.add(PAGES[:1])
    (article,) = collection.articles()
    with pytest.raises(CollectionError) as unknown:
        collection.decide(Decision(DecisionKind.MERGE, (article.id,), ("sha256:none",)))
    assert unknown.value.code == "unknown"


def test_a_decision_holds_for_a_new_version_of_its_page(three):
    three.add([page("Olof bridge shut", BRIDGE, outlet="C2", url="https://c.example/bridge")])
    known, before = ids(three), homes(three)
    three.decide(Decision(DecisionKind.SPLIT, (known["C2"],), (known["C"],)))
    assert homes(three)["C2"] != before["C"]
    three.add([page("Olof bridge shut", BRIDGE + " Still.", outlet="C2", url="https://c.example/bridge")])
    assert ids(three)["C2"] != known["C2"]
    assert homes(three)["C2"] != homes(three)["C"]
    assert next(iter(three.corrections())).article == ids(three)["C2"]
    three.undo(1, why="one crack", by="Ana")
    assert homes(three)["C2"] == homes(three)["C"] == before["C"]
    assert three.verify().findings == ()


@pytest.mark.parametrize("kind", [DecisionKind.MERGE, DecisionKind.SPLIT])
def test_a_decision_is_undone_and_stories_are_as_before(three, kind):
    known, before = ids(three), homes(three)
    other = "A" if kind is DecisionKind.MERGE else "B"
    decision = Decision(
        kind, (known["C" if kind is DecisionKind.MERGE else "A"],), (known[other],), why="one fleet"
    )
    number = three.decide(decision)
    assert homes(three) != before
    (told,) = three.corrections()
    assert (told.number, told.subject, told.act, told.why) == (number, "story", kind.value, "one fleet")
    assert three.undo(number, why="two after all", by="Ana").standing == "undone"
    assert homes(three) == before
    three.add([page("Olof bridge still closed", BRIDGE + " It stays closed.", outlet="D")])
    assert homes(three)["A"] == before["A"] and homes(three)["D"] == before["C"]
    assert three.verify().findings == ()
