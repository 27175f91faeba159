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
        ("Malta agreed to negotiate on abandoning its nuclear weapons.", "AGREE", "happened"),
        ("President Ana Ruiz looks forward to her visit to Malta.", "CONSULT", "planned"),
        ("Malta said that it would leave the pact.", "SANCTION", "planned"),
    ],
)
def test_status(sentence: str, root: str, status: str) -> None:
    assert status in [event.status.value for event in code_events(sentence) if event.plover == root]
