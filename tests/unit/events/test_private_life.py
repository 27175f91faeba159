"""What private people promise or thank counts only on pages that are about public life."""

from __future__ import annotations

import pytest

from dateline import code_events
from tests.unit.events.dyads import needs_model

pytestmark = needs_model

BOXERS = (
    "Oru Tavik and Leo Brandt have agreed to fight in June. The hall was full. Fans queued in the rain. "
    "Tavik thanked his trainer. Brandt promised to win. Tickets went quickly. The bell rang at nine."
)
POLITICS = (
    "Iceland accused Malta of lying. Malta condemned Iceland. President Ana Ruiz met the Maltese premier on Friday. "
    "The Maltese premier urged Iceland to wait. Norway thanked Malta for its patience."
)
BRANDT = " Leo Brandt apologised to Oru Tavik."


def roots(text: str) -> list[str]:
    return [event.plover for event in code_events(text)]


def test_a_page_of_sport_has_no_agreement_and_no_thanks() -> None:
    assert roots(BOXERS) == []


def test_what_private_people_do_counts_among_acts_of_states() -> None:
    assert "CONCEDE" in roots(POLITICS + BRANDT)


def test_the_police_act_among_private_people_on_any_page() -> None:
    assert "COERCE" in roots(BOXERS + " Oru Tavik was arrested on Sunday.")


@pytest.mark.parametrize(
    "sentence",
    [
        "The harbour council agreed to move the ferry.",
        "Commissioner Oru Tavik urged residents to stay at home.",
    ],
)
def test_a_council_or_commissioner_that_no_table_knows_is_public(sentence: str) -> None:
    assert roots(BOXERS + " " + sentence)
