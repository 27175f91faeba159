"""Bare numbers that stand for people."""

from __future__ import annotations

import pytest

import dateline
from dateline.language import installed_model

pytestmark = pytest.mark.skipif(installed_model() is None, reason="no English language model is installed")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("An Israeli airstrike killed 12 in Gaza.", "12"),
        ("At least 20 were killed in a suicide bombing in Kabul.", "At least 20"),
        ("Police arrested more than 1,200 after the protest.", "more than 1,200"),
    ],
)
def test_people_by_their_number(text: str, words: str) -> None:
    (event,) = dateline.read(text).events
    assert [text[s.start : s.end] for p in event.target for s in p.spans] == [words]


@pytest.mark.parametrize(
    "text", ["The army killed 3 of the dogs.", "The tax killed 12% of all sales.", "Malta arrested one."]
)
def test_other_numbers(text: str) -> None:
    assert not [p for event in dateline.read(text).events for p in event.target]
