"""Happened, planned, denied, hypothetical: the words of the codebook's table."""

from __future__ import annotations

import pytest

from dateline import code_events
from dateline.language import installed_model

pytestmark = pytest.mark.skipif(installed_model() is None, reason="no English language model is installed")


@pytest.mark.parametrize(
    ("sentence", "root", "status"),
    [
        ("Iceland condemned Belize on Monday.", "ACCUSE", "happened"),
        ("Iceland is expelling two diplomats of Belize.", "SANCTION", "happened"),
        ("The president of Namibia will visit Iceland.", "CONSULT", "planned"),
        ("The president of Namibia plans to visit Iceland.", "CONSULT", "planned"),
        ("The president of Namibia is due to visit Iceland in May.", "CONSULT", "planned"),
        ("The president of Namibia may visit Iceland.", "CONSULT", "hypothetical"),
        ("The president of Namibia could visit Iceland.", "CONSULT", "hypothetical"),
        ("The president of Namibia is considering visiting Iceland.", "CONSULT", "hypothetical"),
        ("Iceland has not condemned Belize.", "ACCUSE", "denied"),
        ("Iceland never attacked Belize.", "ASSAULT", "denied"),
        ("Belize will not visit Iceland.", "CONSULT", "denied"),
        ("Iceland denied that it had attacked Belize.", "ASSAULT", "denied"),
        ("Officials said the president of Namibia would visit Iceland.", "CONSULT", "planned"),
        (
            "The issue will come up when the president of Namibia visits Iceland later this week.",
            "CONSULT",
            "planned",
        ),
        ("Iceland no longer needs to condemn Belize.", "ACCUSE", "denied"),
        ("If Iceland attacked Belize, the talks would end.", "ASSAULT", "hypothetical"),
        ("Iceland told Malta that it would leave, and condemned Belize.", "ACCUSE", "happened"),
        ("Iceland was too weak to attack Belize.", "ASSAULT", "denied"),
        ("The pact did not go far enough to condemn Belize.", "ACCUSE", "denied"),
        ("Iceland has a plan to prevent attacks on Belize.", "ASSAULT", "hypothetical"),
        ("Iceland prevented an attack on Belize by the rebels.", "ASSAULT", "denied"),
        ("Malta will meet the rebels once Iceland has condemned Belize.", "ACCUSE", "planned"),
        ("Unless Iceland and Malta meet and condemn Belize, Norway will fail.", "ACCUSE", "hypothetical"),
        ("The mayor of Reykjavik would like to visit Belize.", "CONSULT", "hypothetical"),
        ("“I would urge Belize to leave,” President Ana Ruiz of Iceland said.", "REQUEST", "happened"),
        ("Iceland will table a paper next week asking Belize to leave.", "REQUEST", "planned"),
        ("Iceland may arm the rebels now attacking Belize.", "ASSAULT", "happened"),
        ("President Ana Ruiz will hold talks with Iceland.", "CONSULT", "planned"),
        ("The president of Namibia arrived in Malta ahead of a summit with Iceland.", "CONSULT", "planned"),
    ],
)
def test_status(sentence: str, root: str, status: str) -> None:
    statuses = [event.status for event in code_events(sentence) if event.plover == root]
    assert status in statuses


def test_a_question_asserts_nothing() -> None:
    assert code_events("Did Iceland attack Belize?") == []


def test_a_hedge_between_a_denial_and_an_act_stays_a_hedge() -> None:
    events = code_events("There was no sign that President Ana Ruiz might meet President Leo Brandt.")
    assert "happened" not in {e.status for e in events if e.plover == "CONSULT"}
