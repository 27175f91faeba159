"""Acts that are wished, aimed at, supposed or shared with a verb before."""

from __future__ import annotations

import pytest

from dateline import code_events
from tests.unit.events.dyads import needs_model

pytestmark = needs_model


@pytest.mark.parametrize(
    ("sentence", "root", "status"),
    [
        ("The envoy left early so that he could meet with the Maltese premier.", "CONSULT", "planned"),
        ("The envoys were told that they would be meeting with the Maltese premier.", "CONSULT", "planned"),
        ("President Ana Ruiz warned that sanctions on Malta would cost votes.", "SANCTION", "hypothetical"),
        (
            "Pressure grew all year for President Ana Ruiz to step down.",
            "RETREAT",
            "hypothetical",
        ),
        (
            "President Ana Ruiz is expected to open the dam and to meet the Maltese premier.",
            "CONSULT",
            "planned",
        ),
        ("President Ana Ruiz saw no attempt by Iceland to invade Malta.", "ASSAULT", "denied"),
        ("Iceland made no attempt to invade Malta.", "ASSAULT", "denied"),
        (
            "President Ana Ruiz heard Brandt demand, by video, that Malta withdraw its troops.",
            "RETREAT",
            "hypothetical",
        ),
        ("Officials say that Malta and Iceland meet on Monday.", "CONSULT", "happened"),
        ("Malta agreed to negotiate on abandoning its nuclear weapons.", "AGREE", "happened"),
        ("President Ana Ruiz looks forward to her visit to Malta.", "CONSULT", "planned"),
        ("Malta said that it would leave the pact.", "SANCTION", "planned"),
        (
            "Oru Tavik spoke. President Ana Ruiz repeated her insistence that he meet with Malta.",
            "CONSULT",
            "hypothetical",
        ),
        ("Malta said it was glad Ana Ruiz would hold talks with its premier.", "CONSULT", "planned"),
        ("Ministers are trying to blame Malta for the leak.", "ACCUSE", "happened"),
        ("Iceland decided against accusing Malta of fraud.", "ACCUSE", "denied"),
        ("President Ana Ruiz is open to negotiating with Malta.", "CONSULT", "hypothetical"),
        ("Rather than wait, Malta welcomed Iceland's help.", "SUPPORT", "happened"),
        ("Raids on Malta could have cost votes.", "ASSAULT", "hypothetical"),
        ("Ana Ruiz weighed in to defend Malta on Monday.", "SUPPORT", "happened"),
        ("Malta could not hold a meeting without asking Iceland to come.", "REQUEST", "happened"),
        ("Malta left the talks without meeting Iceland.", "CONSULT", "denied"),
    ],
)
def test_status(sentence: str, root: str, status: str) -> None:
    assert status in [event.status.value for event in code_events(sentence) if event.plover == root]
