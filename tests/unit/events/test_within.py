"""Sides that stand inside the words of an act's object, behind a description, or where the act befalls the subject."""

from __future__ import annotations

import pytest

from dateline import code_events
from tests.unit.events.dyads import dyads, needs_model

pytestmark = needs_model


@pytest.mark.parametrize(
    ("sentence", "root", "source", "target"),
    [
        ("President Ana Ruiz praised her warm ties with Malta.", "SUPPORT", ["Ana Ruiz"], ["Malta"]),
        ("Iceland pushed back on Maltese government objections.", "REJECT", ["Iceland"], ["Malta"]),
        (
            "Iceland's criticism of a clause in Malta's policy was sharp.",
            "ACCUSE",
            ["Iceland"],
            ["Malta"],
        ),
        (
            "President Ana Ruiz should cancel the Malta summit.",
            "REJECT",
            ["Ana Ruiz"],
            ["Malta"],
        ),
        (
            "Iceland opened an investigation into various aspects of Malta's port.",
            "ACCUSE",
            ["Iceland"],
            ["Malta"],
        ),
    ],
)
def test_whose_the_thing_is_has_it_praised_or_turned_down(
    sentence: str, root: str, source: list[str], target: list[str]
) -> None:
    assert (source, target) in dyads(sentence, root)


@pytest.mark.parametrize(
    ("sentence", "root"),
    [
        ("President Ana Ruiz condemned the worst storm in Maltese history.", "ACCUSE"),
        ("President Ana Ruiz opposed civil unions.", "REJECT"),
    ],
)
def test_who_only_lends_a_thing_its_name_is_no_target(sentence: str, root: str) -> None:
    assert all(not target for _, target in dyads(sentence, root))


def test_names_right_behind_a_description_are_who_is_meant() -> None:
    text = "Two senators Ana Ruiz and Leo Brandt criticized Malta."
    assert dyads(text, "ACCUSE") == [(["Ana Ruiz", "Leo Brandt"], ["Malta"])]


def test_a_state_behind_a_person_is_one_more_in_the_list() -> None:
    text = "Iceland thanked President Ana Ruiz, the Maltese army and Belize."
    assert any({"Ana Ruiz", "Malta", "Belize"} <= set(target) for _, target in dyads(text, "SUPPORT"))


def test_one_of_a_party_is_not_the_party() -> None:
    text = "On Friday the third-ranking Republican in the Senate praised Iceland."
    assert dyads(text, "SUPPORT") == [(["the Republican"], ["Iceland"])]


@pytest.mark.parametrize(
    ("sentence", "target"),
    [
        ("President Ana Ruiz was under investigation by the Maltese parliament.", ["Ana Ruiz"]),
        ("President Ana Ruiz has become the subject of an investigation.", ["Ana Ruiz"]),
        ("President Ana Ruiz is not the target of the investigation.", []),
    ],
)
def test_who_is_under_investigation_is_its_target(sentence: str, target: list[str]) -> None:
    assert all(found == target for _, found in dyads(sentence, "ACCUSE"))
    assert not target or dyads(sentence, "ACCUSE")


def test_its_is_the_body_named_last_before() -> None:
    text = "The row in Malta came out in papers made public by the FBI about its inquiry into Iceland."
    assert dyads(text, "ACCUSE") == [(["Federal Bureau of Investigation"], ["Iceland"])]


def test_who_is_met_on_a_visit_is_its_host() -> None:
    text = "President Leo Brandt will hold talks with President Ana Ruiz during his visit."
    assert [t for s, t in dyads(text, "CONSULT") if s == ["Leo Brandt"]] == [["Ana Ruiz"], ["Ana Ruiz"]]


def test_who_celebrates_a_move_does_not_make_it() -> None:
    text = "Malta celebrated the move to expel the Belizean envoy."
    assert all("Malta" not in source for source, _ in dyads(text, "SANCTION"))


def test_who_puts_off_an_imposition_is_the_one_who_imposes() -> None:
    text = "Norway has postponed the imposition of tariffs on Malta."
    assert (["Norway"], ["Malta"]) in dyads(text, "SANCTION")


def test_who_is_to_act_is_asked() -> None:
    text = "Norway's demand that Malta withdraw its ships was read out."
    assert (["Norway"], ["Malta"]) in dyads(text, "REQUEST")


def test_a_visit_that_was_made_does_not_lie_ahead_with_another() -> None:
    text = "President Ana Ruiz of Iceland will visit Malta in May. President Ana Ruiz made a first visit to Malta."
    told = [e.status.value for e in code_events(text) if e.trigger.lemma == "visit"]
    assert told == ["planned", "happened"]
