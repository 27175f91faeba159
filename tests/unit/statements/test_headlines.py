"""Headlines that name a speaker by a colon or dash."""

from __future__ import annotations

from collections.abc import Callable

import pytest

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
