"""Who does an act to whom where the grammar says it in a roundabout way."""

from __future__ import annotations

import pytest

from tests.unit.events.dyads import dyads, needs_model

pytestmark = needs_model


@pytest.mark.parametrize(
    ("sentence", "root", "source", "target"),
    [
        ("Malta agreed to send its ships to Iceland.", "AGREE", ["Malta"], ["Iceland"]),
        ("President Ana Ruiz applauded the decision by Malta.", "SUPPORT", ["Ana Ruiz"], ["Malta"]),
        ("Malta applauded the news that Iceland had left.", "SUPPORT", ["Malta"], ["Iceland"]),
        (
            "President Ana Ruiz was the first leader to call on Malta to withdraw.",
            "REQUEST",
            ["Ana Ruiz"],
            ["Malta"],
        ),
        (
            "Two sailors were shot and wounded by Maltese police.",
            "ASSAULT",
            ["Malta"],
            ["Two sailors"],
        ),
        (
            "Norway hacked the Maltese government, the Red Cross and the African Union.",
            "COERCE",
            ["Norway"],
            ["Malta", "International Committee of the Red Cross", "African Union"],
        ),
        (
            "Norway sued Malta and Iceland on Friday, charging that they had broken the treaty.",
            "ACCUSE",
            ["Norway"],
            ["Malta", "Iceland"],
        ),
        ("The lawsuit was brought by Norway and accuses Malta of fraud.", "ACCUSE", ["Norway"], ["Malta"]),
        (
            "The envoy described President Ana Ruiz asking Malta to wait.",
            "REQUEST",
            ["Ana Ruiz"],
            ["Malta"],
        ),
    ],
)
def test_dyads(sentence: str, root: str, source: list[str], target: list[str]) -> None:
    assert (source, target) in dyads(sentence, root)


def test_he_who_talks_with_a_person_is_not_that_person() -> None:
    text = "President Leo Brandt told senators of his talks with President Ana Ruiz."
    assert all(source != target for source, target in dyads(text, "CONSULT"))
    assert (["Leo Brandt"], ["Ana Ruiz"]) in dyads(text, "CONSULT")


def test_who_only_suffered_is_not_accused() -> None:
    assert (["Malta"], []) in dyads("Malta complained that its sailors got little.", "ACCUSE")


def test_who_wants_an_inquiry_to_end_does_not_hold_it() -> None:
    assert dyads("President Ana Ruiz wanted to end the Malta inquiry.", "ACCUSE") in ([], [([], ["Malta"])])


def test_a_headline_leaves_out_is() -> None:
    text = "Ana Ruiz Arrested Over Malta Loans\n\nPresident Ana Ruiz spoke about Malta on Friday in Riga.\n"
    assert ["Malta"] not in [target for _, target in dyads(text, "COERCE")]
