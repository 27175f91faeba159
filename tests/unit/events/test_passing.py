"""Tests that an act has to pass before it is reported: who can do it to whom, and what is only a figure of speech."""

from __future__ import annotations

import pytest

from dateline import code_events
from tests.unit.events.dyads import dyads, needs_model

pytestmark = needs_model


@pytest.mark.parametrize(
    ("sentence", "root"),
    [
        ("President Emmanuel Macron waged relentless attacks on the paper's coverage.", "ASSAULT"),
        ("Emmanuel Macron fired at Marine Le Pen and Boris Johnson in the debate.", "ASSAULT"),
        ("Emmanuel Macron went on the offensive on Monday.", "ASSAULT"),
        ("The attacks on any of the Maltese envoys are an attack on all.", "ASSAULT"),
        ("President Emmanuel Macron arrived at the convention on Monday.", "CONSULT"),
        ("She spoke after a meeting of the Labour Party.", "CONSULT"),
        ("The mayor of Riga said that his staff had briefed him.", "CONSULT"),
        ("Leo Brandt said the premier has enough pledged delegates to win.", "AGREE"),
        ("President Ana Ruiz has no illusions about Norway's threat to Malta.", "THREATEN"),
    ],
)
def test_no_such_act_is_told(sentence: str, root: str) -> None:
    assert root not in [event.plover for event in code_events(sentence)]


@pytest.mark.parametrize(
    ("sentence", "root"),
    [
        ("Norwegian soldiers attacked Malta at dawn.", "ASSAULT"),
        ("Norway attacked Malta.", "ASSAULT"),
        ("Masked men attacked a depot near Riga.", "ASSAULT"),
        ("Norway attacked the port on Monday.", "ASSAULT"),
        ("Norway launched an offensive in the south.", "ASSAULT"),
        ("Emmanuel Macron's physical assault on a reporter drew protests.", "ASSAULT"),
        ("President Emmanuel Macron arrived in Malta on Monday.", "CONSULT"),
        ("The mayor of Riga said that the Maltese minister's staff had briefed him.", "CONSULT"),
        ("Maltese ministers visited the pens near the river in Belize on Monday.", "CONSULT"),
        ("Foreign ministers left a meeting of the African Union.", "CONSULT"),
        ("Norway's threat to sink Maltese ships drew protests.", "THREATEN"),
    ],
)
def test_such_an_act_is_told(sentence: str, root: str) -> None:
    assert root in [event.plover for event in code_events(sentence)]


@pytest.mark.parametrize(
    ("sentence", "root", "source", "target"),
    [
        (
            "The truce was extended for Norway and Malta, which are still in talks with Iceland.",
            "CONSULT",
            ["Norway", "Malta"],
            ["Iceland"],
        ),
        (
            "Norway thanked Ana Ruiz, Leo Brandt and Oru Tavik, all of whom rejected the plan of Iceland.",
            "REJECT",
            ["Ana Ruiz", "Leo Brandt", "Oru Tavik"],
            ["Iceland"],
        ),
        (
            "Norway had to watch as the Maltese premier, Leo Brandt, has thanked Iceland.",
            "SUPPORT",
            ["Leo Brandt"],
            ["Iceland"],
        ),
        ("On Radio Vaal, President Ana Ruiz called on Malta to wait.", "REQUEST", ["Ana Ruiz"], ["Malta"]),
        ("Norway withdrew half its troops in Malta.", "RETREAT", ["Norway"], ["Malta"]),
        (
            "Norway filed a complaint for fraud against Malta, President Ana Ruiz, and the African Union.",
            "ACCUSE",
            ["Norway"],
            ["Malta", "Ana Ruiz", "African Union"],
        ),
        (
            "President Ana Ruiz promised to pull all troops out of Malta by May.",
            "AGREE",
            ["Ana Ruiz"],
            ["Malta"],
        ),
        ("Norway's annexation of the island from Malta came late.", "COERCE", ["Norway"], ["Malta"]),
        ("Norway's threats to sink Maltese ships came late.", "THREATEN", ["Norway"], ["Malta"]),
    ],
)
def test_who_does_it_to_whom(sentence: str, root: str, source: list[str], target: list[str]) -> None:
    assert (source, target) in dyads(sentence, root)


@pytest.mark.parametrize(
    ("sentence", "root", "status"),
    [
        (
            "“It is possible that the ferry won't sail and we won't hold the talks with Malta,” President Ana Ruiz said.",
            "CONSULT",
            "hypothetical",
        ),
        (
            "“We will either eat in the harbour or we won't meet with Malta,” President Ana Ruiz said.",
            "CONSULT",
            "hypothetical",
        ),
        ("It is possible that Malta will meet with Iceland.", "CONSULT", "hypothetical"),
        ("Say Norway asked Iceland to leave.", "REQUEST", "hypothetical"),
        (
            "The letter speaks of her plan to leave and of the Maltese police's investigation of Ana Ruiz.",
            "ACCUSE",
            "happened",
        ),
        ("Her worst worry was not the Maltese interference in the vote.", "COERCE", "happened"),
        ("Reports suggest that President Ana Ruiz will meet the Maltese premier.", "CONSULT", "planned"),
        (
            "President Ana Ruiz gave the impression that Malta endorsed Iceland.",
            "SUPPORT",
            "hypothetical",
        ),
        ("President Ana Ruiz argued for the assassination of Maltese soldiers.", "ASSAULT", "hypothetical"),
    ],
)
def test_status_of_what_stands_under_other_words(sentence: str, root: str, status: str) -> None:
    assert status in [event.status.value for event in code_events(sentence) if event.plover == root]
