"""Whom an act is aimed at, and who does it, where another clause or paper tells it."""

from __future__ import annotations

import pytest

from tests.unit.events.dyads import dyads, needs_model

pytestmark = needs_model


@pytest.mark.parametrize(
    ("sentence", "root", "source", "target"),
    [
        ("Malta threatened to leave the pact if Iceland did not pay.", "THREATEN", ["Malta"], ["Iceland"]),
        (
            "Malta has issued two letters to Iceland calling for a new budget.",
            "REQUEST",
            ["Malta"],
            ["Iceland"],
        ),
        ("Malta asked for help in a letter to Iceland.", "REQUEST", ["Malta"], ["Iceland"]),
        ("President Ana Ruiz responded to Malta's criticism.", "ACCUSE", ["Malta"], ["Ana Ruiz"]),
        (
            "Norwegian agents conspired with Malta to hack Iceland.",
            "COERCE",
            ["Norwegian agents", "Malta"],
            ["Iceland"],
        ),
        ("Malta conspired with Norway to hack Iceland.", "COERCE", ["Malta", "Norway"], ["Iceland"]),
        ("Iceland rebuffed overtures to talk from Malta.", "REJECT", ["Iceland"], ["Malta"]),
        ("Malta's demands for cheap fish from Iceland were leaked.", "REQUEST", ["Malta"], ["Iceland"]),
        (
            "President Ana Ruiz met with — and apologized to — Malta's premier.",
            "CONSULT",
            ["Ana Ruiz"],
            ["premier of Malta"],
        ),
        ("Senators are calling for Gov. Ana Ruiz to sign the treaty.", "REQUEST", ["Senators"], ["Ana Ruiz"]),
        ("Ministers lobbed charges that Malta was to blame.", "ACCUSE", ["Ministers"], ["Malta"]),
        (
            "President Ana Ruiz blasted her Republican rival Oru Tavik on Monday.",
            "ACCUSE",
            ["Ana Ruiz"],
            ["Oru Tavik"],
        ),
        (
            "US and Filipino troops launched joint exercises.",
            "COOPERATE",
            ["United States", "Philippines"],
            [],
        ),
        ("Norway charged that Malta's plan would ruin the reef.", "ACCUSE", ["Norway"], ["Malta"]),
        (
            "Ana Ruiz dispatched Leo Brandt to meet the Maltese premier.",
            "CONSULT",
            ["Leo Brandt"],
            ["premier of Malta"],
        ),
        ("Norway decried Malta's calls to ban the union.", "COERCE", ["Malta"], ["the union"]),
        (
            "The Maltese spy agency planted articles accusing Iceland of fraud.",
            "ACCUSE",
            ["Malta"],
            ["Iceland"],
        ),
    ],
)
def test_dyads(sentence: str, root: str, source: list[str], target: list[str]) -> None:
    assert (source, target) in dyads(sentence, root)


@pytest.mark.parametrize(
    ("sentence", "root", "target"),
    [
        ("Leo Brandt denounced Ana Ruiz's dismissal.", "ACCUSE", []),
        ("The Maltese senate opened an investigation into Ana Ruiz's allegations.", "ACCUSE", []),
        ("Malta called for the dismissal of Leo Brandt.", "REQUEST", ["Leo Brandt"]),
        ("Malta denounced the African Union, an alliance that it once praised.", "ACCUSE", ["African Union"]),
        ("Iceland Accused Of Rigging The Catch.", "ACCUSE", ["Iceland"]),
    ],
)
def test_targets(sentence: str, root: str, target: list[str]) -> None:
    assert target in [found for _, found in dyads(sentence, root)]


def test_he_who_is_scolded_is_not_the_one_who_scolds() -> None:
    text = "Ana Ruiz was tired of Leo Brandt. President Oru Tavik criticized his plan for Malta."
    assert (["Oru Tavik"], ["Oru Tavik"]) not in dyads(text, "ACCUSE")


def test_what_lies_in_a_present_clause_does_not_speak() -> None:
    text = "Malta said prices rise when Iceland passes the bill and urged lawmakers to act."
    assert all(source == ["Malta"] for source, _ in dyads(text, "REQUEST"))
    assert dyads(text, "REQUEST")


def test_a_building_is_not_its_owner() -> None:
    assert all(
        "Ana Ruiz" not in source
        for source, _ in dyads("The Ruiz Tower meeting with Malta failed.", "CONSULT")
    )
