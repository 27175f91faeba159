"""One act at one trigger, its participants bound inside the clause."""

from __future__ import annotations

import pytest

from dateline import code_events, code_relation
from dateline.language import installed_model
from dateline.model import Event

pytestmark = pytest.mark.skipif(installed_model() is None, reason="no English language model is installed")


def states(event: Event) -> tuple[list[str | None], list[str | None]]:
    return [p.state for p in event.source], [p.state for p in event.target]


@pytest.mark.parametrize(
    ("sentence", "root", "source", "target"),
    [
        ("Iceland condemned Belize.", "ACCUSE", ["ISL"], ["BLZ"]),
        ("Belize was condemned by Iceland.", "ACCUSE", ["ISL"], ["BLZ"]),
        ("Iceland and Malta condemned Belize.", "ACCUSE", ["ISL", "MLT"], ["BLZ"]),
        ("Iceland, which attacked Belize in May, is an island.", "ASSAULT", ["ISL"], ["BLZ"]),
        ("After attacking Belize, Iceland closed its ports.", "ASSAULT", ["ISL"], ["BLZ"]),
        ("Iceland's invasion of Belize drew protests.", "ASSAULT", ["ISL"], ["BLZ"]),
        ("The Icelandic attack on Belize went on.", "ASSAULT", ["ISL"], ["BLZ"]),
        ("Tallinn expelled two diplomats of Belize.", "SANCTION", ["EST"], ["BLZ"]),
        ("Iceland met Belize on Monday.", "CONSULT", ["ISL"], ["BLZ"]),
        ("Iceland and Belize met on Monday.", "CONSULT", ["ISL", "BLZ"], []),
        ("Iceland will hold talks with Belize.", "CONSULT", ["ISL"], ["BLZ"]),
        ("Iceland condemned and sanctioned Belize.", "ACCUSE", ["ISL"], ["BLZ"]),
        ("Malta wrote to the state that Iceland has accused of theft, Belize.", "ACCUSE", ["ISL"], []),
        ("Norway met the Belizean minister Iceland has accused of theft.", "ACCUSE", ["ISL"], ["BLZ"]),
        ("Norway called on Iceland to apologise to Belize.", "REQUEST", ["NOR"], ["ISL"]),
        ("Norway gave Iceland the authority to arrest Belizean sailors.", "COERCE", ["ISL"], ["BLZ"]),
        ("Iceland's refusal to meet Belize was no surprise.", "REJECT", ["ISL"], ["BLZ"]),
        ("Iceland told Malta that Norway would leave, and condemned Belize.", "ACCUSE", ["ISL"], ["BLZ"]),
        ("Iceland released one of the two Belizean sailors.", "RETREAT", ["ISL"], ["BLZ"]),
        ("The Iceland-led attack on Belize went on.", "ASSAULT", ["ISL"], ["BLZ"]),
        ("Malta told reporters that Iceland had left, and condemned Belize.", "ACCUSE", ["MLT"], ["BLZ"]),
        ("The Belizean army, a foe that Iceland attacked, held on.", "ASSAULT", ["ISL"], ["BLZ"]),
    ],
)
def test_constructions(sentence: str, root: str, source: list[str], target: list[str]) -> None:
    found = [states(event) for event in code_events(sentence) if event.plover == root]
    assert (source, target) in found


@pytest.mark.parametrize(
    ("sentence", "root"),
    [
        ("History demanded that Belize be free.", "REQUEST"),
        ("The answer did not reject Belize's point.", "REJECT"),
        ("I do not blame Belize for that.", "ACCUSE"),
        ("Iceland is in a negotiation with itself.", "CONSULT"),
        ("President Ana Ruiz of Iceland defended her decision.", "SUPPORT"),
        ("The government of Iceland hurried ahead of international summits.", "CONSULT"),
        ("A Belizean donor could shell out a million.", "ASSAULT"),
    ],
)
def test_words_that_only_look_like_an_act(sentence: str, root: str) -> None:
    assert [e.plover for e in code_events(sentence) if e.plover == root] == []


@pytest.mark.parametrize(
    ("sentence", "root"),
    [
        ("Senator Ana Ruiz kept up her attacks on Senator Leo Brandt in a speech.", "ACCUSE"),
        ("Gunmen killed nine people in an attack on Senator Leo Brandt.", "ASSAULT"),
        ("Iceland launched an attack on Belize.", "ASSAULT"),
    ],
)
def test_attacks_in_words_are_told_from_attacks(sentence: str, root: str) -> None:
    assert root in [e.plover for e in code_events(sentence)]


def test_us_in_capitals_is_a_state() -> None:
    (event,) = code_events("“US condemned Belize,” President Ana Ruiz of Iceland said on Monday.")
    assert [p.state for p in event.source] == ["USA"]


def test_empty_beats_wrong() -> None:
    """A passive without an agent has no source, and an act on a thing no target."""
    (event,) = [
        e
        for e in code_events("Iceland's envoy was insulted, and Belize was attacked.")
        if e.plover == "ASSAULT"
    ]
    assert states(event) == ([], ["BLZ"])


@pytest.mark.parametrize(
    "sentence",
    [
        "Norway praised the talks that Iceland held with Belize.",
        "Iceland sent word in a message read out after meeting with Belize.",
    ],
)
def test_who_met_stands_in_another_clause(sentence: str) -> None:
    met = [e for e in code_events(sentence) if e.plover == "CONSULT"]
    assert [states(event) for event in met] == [(["ISL"], ["BLZ"])]


def test_what_is_asked_for_is_no_event_of_its_own() -> None:
    events = code_events("Iceland urged Belize to attack the rebels.")
    assert [e.plover for e in events] == ["REQUEST"]


def test_evidence_holds_the_trigger_and_the_participants() -> None:
    text = "On Monday, after a long debate, Iceland condemned Belize over the dam."
    (event,) = code_events(text, published="2024-03-08")
    assert event.evidence.of(text) == "On Monday, after a long debate, Iceland condemned Belize"[
        text.index("Monday") : event.evidence.end
    ] or event.evidence.of(text).endswith("Iceland condemned Belize")
    assert event.trigger.span.of(text) == "condemned"
    assert event.date is not None
    assert event.date.value == "2024-03-04"


@pytest.mark.parametrize(
    ("speaker", "source"),
    [("President Ana Ruiz of Iceland", "Iceland"), ("Icelandic general Ana Ruiz", "Ana Ruiz")],
)
def test_the_speaker_of_a_quotation_or_his_state_is_who_says_we(speaker: str, source: str) -> None:
    events = [
        e for e in code_events(f"“We will attack Belize,” {speaker} said on Monday.") if e.plover == "ASSAULT"
    ]
    assert [p.name for e in events for p in e.source] == [source]
    assert events[0].statement is not None


def test_weather_and_sport_are_no_events() -> None:
    for sentence in (
        "A storm hit Belize on Monday.",
        "Iceland beat Belize 3-0 on Monday.",
        "Shares in Iceland fell.",
    ):
        assert [e for e in code_events(sentence) if e.source and e.target] == []


def test_a_relation_between_two_given_sides() -> None:
    relation = code_relation("The Orlo Front shelled Sarnia on Monday.", "The Orlo Front", "Sarnia")
    assert relation is not None
    assert (relation.plover, relation.quad, relation.status) == ("ASSAULT", 4, "happened")
    assert code_relation("The Orlo Front is near Sarnia.", "The Orlo Front", "Sarnia") is None
    assert code_relation(" \n", "The Orlo Front", "Sarnia") is None


@pytest.mark.parametrize(
    ("sentence", "root", "status"),
    [
        ("The Orlo Front said on Monday that it will free the Sarnian pilots.", "AGREE", "happened"),
        ("The Orlo Front has freed the Sarnian pilots.", "RETREAT", "happened"),
        ("The Orlo Front has not freed the Sarnian pilots.", "RETREAT", "denied"),
        ("The Orlo Front announced the release of the Sarnian pilots.", "RETREAT", "happened"),
        ("The Orlo Front pardoned the Sarnian pilots.", "CONCEDE", "happened"),
        ("The Orlo Front declared that it would never free the Sarnian pilots.", "RETREAT", "denied"),
    ],
)
def test_giving_way_that_lies_ahead_is_a_promise_between_two_given_sides(
    sentence: str, root: str, status: str
) -> None:
    relation = code_relation(sentence, "The Orlo Front", "the Sarnian pilots")
    assert relation is not None
    assert (relation.plover, relation.status) == (root, status)


def test_a_given_source_is_known_by_its_pronoun() -> None:
    text = "Zarvex said on Monday that it had expelled the Sarnian envoy."
    relation = code_relation(text, "Zarvex", "the Sarnian envoy")
    assert relation is not None
    assert (relation.plover, relation.status) == ("SANCTION", "happened")
