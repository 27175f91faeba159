"""Headlines that name a speaker by a colon or dash."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import dateline
from dateline.model import BlockKind, Statement

Find = Callable[..., list[Statement]]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Reports: envoys to meet in Belize", "Reports"),
        ("Talks on gas transit have failed – minister", "minister"),
        ("Envoys delay the talks until June: report", "report"),
    ],
)
def test_a_headline_may_name_its_speaker_at_either_end(text: str, speaker: str, find: Find) -> None:
    found = [s for s in find(text, BlockKind.HEADLINE) if s.cue is None]
    assert [s.speaker.name for s in found if s.speaker] == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "The latest: the envoy meets the queen",
        "Harbour Mayor Attacks Student: Congressman Gets Rough With Guest At Fair",
        "Watch: the dam opens after the flood",
    ],
)
def test_a_colon_alone_makes_no_speaker(text: str, find: Find) -> None:
    assert [s for s in find(text, BlockKind.HEADLINE) if s.cue is None] == []


TEXT = "The line was closed for a week. Passengers waited in the snow."


@pytest.mark.parametrize(
    ("headline", "said"),
    [
        (
            "Harlan: Ferry Owners ‘Waving The White Flag’ To The Guild",
            [("Harlan", "Ferry Owners ‘Waving The White Flag’ To The Guild")],
        ),
        ("Column: Ferry Owners ‘Waving The White Flag’ To The Guild", []),
        ("Snow: Ferry Owners ‘Waving The White Flag’ To The Guild", []),
        ("Harlan: Ferry Owners Give In To The Guild", []),
    ],
)
def test_a_running_text_may_have_a_headline_by_somebody_whom_nothing_else_tells(headline, said):
    text = f"{headline}.\n\n{TEXT}"
    found = dateline.find_statements(text)
    assert [(s.speaker.name, s.content[0].of(text)) for s in found if s.speaker] == said


def test_a_first_sentence_is_no_headline():
    text = f"The guild said the ferries would sail.\n\n{TEXT}"
    (said,) = dateline.find_statements(text)
    assert said.speaker.name == "The guild"
