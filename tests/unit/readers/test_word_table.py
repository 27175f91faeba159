"""The table of word vectors: words that are alike, whatever else is asked for."""

from __future__ import annotations

import numpy as np
import pytest

from dateline.readers import likeness
from dateline.stories.stems import stem


def alike(a: str, b: str) -> float:
    return float(likeness([stem(a)], [stem(b)])[0, 0])


@pytest.mark.parametrize(
    ("word", "like", "unlike"),
    [("wagon", "vehicle", "verdict"), ("inmate", "convict", "harvest"), ("competitor", "rival", "orchard")],
)
def test_a_word_is_like_its_kin_and_not_like_others(word: str, like: str, unlike: str) -> None:
    assert alike(word, like) > 0.45 > 0.3 > alike(word, unlike)


def test_equal_words_are_wholly_alike_and_unknown_ones_like_nothing_else() -> None:
    assert alike("rival", "rival") == alike("zzqx", "zzqx") == 1.0
    assert alike("zzqx", "rival") == 0.0
    assert likeness([], ["rival"]).shape == (0, 1)
    assert likeness(["rival"], []).shape == (1, 0)


def test_what_two_words_are_does_not_hang_on_the_words_beside_them() -> None:
    words = [stem(word) for word in ("wagon", "vehicle", "inmate", "convict", "rival")] * 80
    many = likeness(words, words)
    assert np.array_equal(many, many.T)
    assert many[0, 1] == likeness(words[:1], words[1:2])[0, 0]
