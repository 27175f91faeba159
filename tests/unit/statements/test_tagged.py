"""Statements that only the tagger finds: with a cue, a speaker and the form of the clause; the fast tier goes without."""

from __future__ import annotations

import itertools

import pytest

import dateline
from dateline.language import installed_model
from dateline.model import Statement

pytestmark = pytest.mark.skipif(installed_model() is None, reason="no English language model is installed")


def found(text: str, tier: str = "accurate") -> list[Statement]:
    return dateline.find_statements(text, tier=tier)


def test_a_verb_that_no_table_has_may_be_a_cue() -> None:
    text = "The harbour master groused that the new crane had been put in the wrong place."
    assert not found(text, "fast")
    (statement,) = found(text)
    assert (
        statement.content[0].of(text).removeprefix("that ") == "the new crane had been put in the wrong place"
    )
    assert statement.cue is not None and statement.cue.of(text) == "groused"
    assert statement.speaker is not None and statement.speaker.name == "The harbour master"


@pytest.mark.parametrize(
    "text",
    [
        "Her words looked like a warning to the owners not to sell the boats before spring.",
        "The mayor has not condemned the raid on the harbour in which two boats were lost.",
        "Eleven boats were lost in the storm that hit the coast on Monday night.",
    ],
)
def test_interpretation_negation_and_events_are_no_statements(text: str) -> None:
    assert not found(text)


def test_nothing_is_found_twice() -> None:
    text = "“We shall not sell the reef,” Ana Ruiz said on Monday, adding that the boats would stay."
    spans = sorted(span for statement in found(text) for span in statement.content)
    assert all(before.end <= after.start for before, after in itertools.pairwise(spans))


def test_a_name_before_a_colon_speaks() -> None:
    text = "Marsden: Harbour owners are selling the reef to the highest bidder"
    (statement,) = found(text)
    assert statement.speaker is not None and statement.speaker.name == "Marsden"
    assert statement.content[0].of(text) == "Harbour owners are selling the reef to the highest bidder"
