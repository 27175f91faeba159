"""A state or capital before a noun of violence is where it happened, unless the words say that it is whose."""

from __future__ import annotations

import pytest

from dateline import code_events
from tests.unit.events.dyads import needs_model

pytestmark = needs_model


@pytest.mark.parametrize(
    ("sentence", "scene"),
    [
        ("Kabul mosque bombing kills 10.", "Afghanistan"),
        ("Malta bus bomb kills 10.", "Malta"),
        ("Iceland suicide bombing kills 20.", "Iceland"),
        ("Ukraine missile strike kills five.", "Ukraine"),
        ("At least 14 dead in Malta ferry attack.", "Malta"),
        ("Iceland condemned the Kabul hotel attack.", "Afghanistan"),
    ],
)
def test_the_scene_takes_no_part(sentence: str, scene: str) -> None:
    assert scene not in {p.name for e in code_events(sentence) for p in (*e.source, *e.target)}


@pytest.mark.parametrize(
    ("sentence", "doer"),
    [
        ("Belizean airstrike kills 12 in Malta.", "Belize"),
        ("US drone strike kills 12 in Malta.", "United States"),
        ("Russia missile attack on Malta kills seven.", "Russia"),
        ("Belize missile hits Malta.", "Belize"),
        ("A Belize army raid killed five militants.", "Belize"),
    ],
)
def test_whose_force_it_is(sentence: str, doer: str) -> None:
    assert doer in {p.name for e in code_events(sentence) for p in e.source}
