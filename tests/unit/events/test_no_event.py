"""Words of a frame that tell of no act between two."""

from __future__ import annotations

import pytest

from dateline import code_events
from tests.unit.events.dyads import needs_model

pytestmark = needs_model


@pytest.mark.parametrize(
    ("sentence", "root"),
    [
        ("Malta agreed to some extent with what Iceland wrote.", "AGREE"),
        ("The Maltese premier promised that the port would never reopen.", "AGREE"),
        ("Both Malta and Iceland are to blame, she said.", "ACCUSE"),
        ("Malta saw the ban as an attack on Iceland.", "ASSAULT"),
        ("Malta discussed where the dam should stand.", "CONSULT"),
        ("President Ana Ruiz's speech met with silence in Riga.", "CONSULT"),
        ("Malta was met with applause in Riga.", "CONSULT"),
        ("Malta and Iceland agree that a trade war will have its price.", "AGREE"),
        ("“You can't blame Malta for the storm,” President Ana Ruiz told Iceland.", "ACCUSE"),
        (
            "Maltese premier Oru Tavik, recently resigned UN budget chief Leo Brandt and former envoy Ana Ruiz lead the list.",
            "RETREAT",
        ),
        ("President Ana Ruiz has four questions that she wants to ask Malta to learn more.", "REQUEST"),
        ("The tariffs on these countries are high.", "SANCTION"),
        ("Senator Ana Ruiz sponsored two bills seeking protection for growers.", "REQUEST"),
        ("President Ana Ruiz visited the restaurant on Monday.", "CONSULT"),
        ("The grand jury convened in Riga on Monday.", "CONSULT"),
        ("President Ana Ruiz had a skirmish with Leo Brandt at a press conference.", "ASSAULT"),
        ("Lawyers could force the ministers of Malta to hand over papers.", "COERCE"),
    ],
)
def test_no_act_is_told(sentence: str, root: str) -> None:
    assert root not in [event.plover for event in code_events(sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "President Ana Ruiz and the Maltese premier met in Riga.",
        "The leaders discussed the reef in Riga.",
        "President Ana Ruiz met with Maltese lawmakers.",
    ],
)
def test_those_who_are_several_or_have_a_partner_meet(sentence: str) -> None:
    assert "CONSULT" in [event.plover for event in code_events(sentence)]


def test_any_holder_of_an_office_is_not_its_holder() -> None:
    text = "The village longs for a visit by a president of France."
    assert not any(
        p.name == "Emmanuel Macron" for e in code_events(text, published="2019-05-02") for p in e.source
    )
