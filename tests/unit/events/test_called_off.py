"""What was called off did not take place: an act of one's own, and one of which nobody says who called it off."""

from __future__ import annotations

import pytest

import dateline
from dateline import code_events
from tests.unit.events.dyads import needs_model

pytestmark = needs_model


@pytest.mark.parametrize(
    ("sentence", "source", "target", "status"),
    [
        ("Malta's president, Ana Ruiz, cancelled her visit to Iceland.", ["Ana Ruiz"], ["Iceland"], "denied"),
        ("Merkel calls off Malta visit", ["Angela Merkel"], ["Malta"], "denied"),
        ("Talks between Malta and Iceland were cancelled.", ["Malta", "Iceland"], [], "denied"),
        ("A meeting between Malta and Iceland was called off.", ["Malta", "Iceland"], [], "denied"),
        ("Malta postponed its visit to Iceland.", ["Malta"], ["Iceland"], "planned"),
    ],
)
def test_it_was_not_held(sentence: str, source: list[str], target: list[str], status: str) -> None:
    found = [
        ([p.name for p in e.source], [p.name for p in e.target], e.status)
        for e in code_events(sentence)
        if e.plover == "CONSULT"
    ]
    assert found == [(source, target, status)]


def test_what_others_were_party_to_is_turned_down() -> None:
    (event,) = code_events("Malta called off talks with Iceland.")
    assert (event.plover, event.status) == ("REJECT", "happened")


def test_a_story_says_so_in_the_words_of_the_page() -> None:
    texts = (
        "Merkel calls off a visit to Malta, her office said.",
        "Merkel cancelled her visit to Malta on Friday.",
    )
    pages = [dateline.read(text, published="2024-03-08", outlet=str(i)) for i, text in enumerate(texts)]
    (story,) = dateline.group(pages)
    assert [fact.text for fact in story.facts] == ["Merkel cancels her visit to Malta"]
