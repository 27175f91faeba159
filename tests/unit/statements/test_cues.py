"""Every cue of the table does what its own example shows."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from dateline.model import DataError, Statement
from dateline.statements import cue_words
from dateline.statements.cues import Cue, cue_table, inflections, read_cue

Find = Callable[..., list[Statement]]
ROWS = cue_table().rows


def marked(example: str) -> tuple[str, str]:
    """The sentence, and its content without punctuation."""
    content = re.search(r"\[(.*)\]", example)
    assert content, example
    return example.replace("[", "").replace("]", ""), letters(content[1])


def letters(words: str) -> str:
    return "".join(c for c in words if c.isalnum())


@pytest.mark.parametrize("cue", ROWS, ids=lambda cue: f"{cue.words}-{cue.pos}")
def test_the_example_of_a_cue_yields_its_content(cue: Cue, find: Find) -> None:
    text, expected = marked(cue.example)
    found = [letters("".join(span.of(text) for span in s.content)) for s in find(text)]
    assert any(expected == content or letters("that") + expected == content for content in found), found


def test_no_cue_stands_twice() -> None:
    keys = [(cue.words, cue.pos) for cue in ROWS]
    assert len(keys) == len(set(keys))


def test_surface_forms_cover_the_inflections() -> None:
    assert {"said", "says", "thought", "warned", "warning", "denies", "urging", "according"} <= cue_words()


def test_regular_verbs_inflect() -> None:
    assert inflections("urge", {}) == {"urge", "urges", "urged", "urging"}
    assert inflections("deny", {}) == {"deny", "denies", "denied", "denying"}
    assert inflections("stress", {}) == {"stress", "stresses", "stressed", "stressing"}


def test_a_wrong_row_is_refused_with_its_place() -> None:
    row = {"cue": "hum", "pos": "v", "class": "music", "act": "hum", "pattern": "quote", "example": "x"}
    with pytest.raises(DataError, match="row 7"):
        read_cue(row, 7)
