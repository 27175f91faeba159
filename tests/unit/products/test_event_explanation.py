"""Why an event is what it is."""

from __future__ import annotations

import pytest

import dateline
from dateline.api import resources
from dateline.language import installed_model
from dateline.products.event_explanation import EventExplanation, explain_events

pytestmark = pytest.mark.skipif(installed_model() is None, reason="no English language model is installed")

TEXT = """Harbour dispute

Norway has not expelled the Tongan diplomats over the harbour, officials said on Tuesday. Norway's foreign minister will meet the king
of Tonga in Oslo.
"""


@pytest.fixture(scope="module")
def explained() -> dict[str, EventExplanation]:
    reading = dateline.read(TEXT, published="2024-03-08")
    explained = explain_events(reading, resources().parser, resources().ontology)
    return {each.event.trigger.lemma: each for each in explained}


def test_the_frame_is_told_with_its_example(explained: dict[str, EventExplanation]) -> None:
    assert explained["expel"].frame.startswith("expel (v)")
    assert "*expelled*" in explained["expel"].frame


def test_each_participant_has_its_way_through_the_parse(explained: dict[str, EventExplanation]) -> None:
    expelled = explained["expel"]
    assert expelled.source == ("Norway, nsubj of expelled",)
    assert any("dobj of expelled" in way for way in expelled.target)


def test_the_words_that_decide_the_status_are_pointed_at(explained: dict[str, EventExplanation]) -> None:
    assert [span.of(TEXT) for span in explained["expel"].status_words] == ["not"]
    assert [span.of(TEXT) for span in explained["meet"].status_words] == ["will"]


def explanation_of(sentence: str) -> tuple[str, list[str]]:
    """What gives the last event its status, and by which words."""
    text = f"Harbour dispute\n\n{sentence}"
    found = list(
        explain_events(dateline.read(text, published="2024-03-08"), resources().parser, resources().ontology)
    )
    return found[-1].status_ground, [span.of(text) for span in found[-1].status_words]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Norway kept the envoys from meeting the king of Tonga.", ["kept", "from"]),
        ("Norway stopped arming the rebels of Tonga.", ["stopped"]),
        ("Without meeting the king of Tonga, the Norwegian envoys left Oslo.", ["Without"]),
        ("Norway will hold talks with Tonga in May.", ["will"]),
        ("Norway was too weak to attack Tonga.", ["too", "to"]),
    ],
)
def test_words_of_every_list_that_decides_are_pointed_at(sentence: str, words: list[str]) -> None:
    assert explanation_of(sentence) == ("words", words)


def test_an_act_that_happened_has_nothing_that_says_otherwise() -> None:
    assert explanation_of("Norway expelled two Tongan diplomats.") == ("nothing", [])


def test_an_act_that_lies_ahead_by_its_date_says_so() -> None:
    ground, words = explanation_of("Norway meets the king of Tonga on 9 May 2024.")
    assert (ground, words) == ("page", [])


def test_the_sentence_is_the_one_of_the_trigger(explained: dict[str, EventExplanation]) -> None:
    for each in explained.values():
        assert each.sentence.start <= each.event.trigger.start < each.sentence.end
