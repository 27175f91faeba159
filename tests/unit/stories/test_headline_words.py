"""What a headline is about, by its words."""

from __future__ import annotations

import pytest

from dateline.stories.headline_words import words_of_headline


@pytest.mark.parametrize(
    ("text", "shared"),
    [
        ("Fiji ships water to the atoll", 4),
        ("Tavita Lopati thanks Fiji", 0),
        ("the sea", 0),
        ("ATOLL short of water", 2),
    ],
)
def test_one_word_in_common_may_be_but_a_name(text: str, shared: int) -> None:
    assert words_of_headline("Fiji ships water to dry Tuvalu atoll", text) == shared
