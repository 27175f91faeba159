"""Conditions of frames that name a class of nouns, an amount of something, or a pronoun for a body."""

from __future__ import annotations

import pytest

from dateline import code_events, code_relation
from dateline.events.conditions import CLASSES
from dateline.events.frames import frames_of
from dateline.events.noun_classes import noun_classes
from tests.unit.events.dyads import needs_model


def test_a_class_of_nouns_is_spelled_out() -> None:
    row = dict.fromkeys(("mode", "cameo", "target", "shape", "example"), "") | {
        "trigger": "give",
        "pos": "v",
        "needs": "dobj=@money|gift",
        "plover": "AID",
        "source": "subj",
    }
    (frame,) = frames_of([row], "own")
    assert frame.needs[0].values == noun_classes()["@money"] | {"gift"}


def test_no_class_of_nouns_is_one_of_actors() -> None:
    assert CLASSES.isdisjoint(noun_classes())


@needs_model
@pytest.mark.parametrize(
    "sentence",
    [
        "Norway delivered a shipment of vaccines to Kenya.",
        "Norway handed over two million dollars worth of equipment to Kenya.",
        "Norway provided 40 million dollars in aid to Kenya.",
    ],
)
def test_what_an_amount_is_of_counts(sentence: str) -> None:
    assert [event.plover for event in code_events(sentence)] == ["AID"]


@needs_model
def test_a_given_participant_is_who_its_head_names() -> None:
    text = "Former officers from the coast guard refused to meet protesters from Norway."
    relation = code_relation(text, "Former officers from the coast guard", "protesters from Norway")
    assert relation is not None and relation.plover == "REJECT"


@needs_model
@pytest.mark.parametrize(
    ("sentence", "root", "target"),
    [
        ("Four Kenyans were granted asylum by Norway.", "AID", "Kenyans"),
        ("Norway returned a sculpture to Kenya.", "RETREAT", "Kenya"),
        ("Norway backed away from its claim to the reef.", "CONCEDE", None),
        ("The journalist Ana Ruiz began a hunger strike.", "PROTEST", None),
        ("Norway ended mediation efforts between Kenya and Malta.", "SANCTION", None),
    ],
)
def test_where_conditions_look(sentence: str, root: str, target: str | None) -> None:
    """What a passive keeps, phrases of the object, ways, those who fast alone, and what stands before a noun that a verb ends."""
    found = code_events(sentence)
    assert [event.plover for event in found] == [root]
    assert target is None or [participant.name for participant in found[0].target] == [target]
