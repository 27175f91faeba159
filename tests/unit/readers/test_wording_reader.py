"""The reader of wordings: an utterance in other words before a look-alike, whatever the order of the two and whatever was read before."""

from __future__ import annotations

import pytest

from dateline.readers import packaged_wording_reader
from dateline.readers.pair_signs import OTHER_NUMBER, PLAIN, SAME_NUMBER, SHARED, signs
from dateline.readers.word_rows import word_rows

SAID = "We shall not open the border before the last hostage is home"
RENDERED = "the crossing would stay shut until every captive had come back"
LOOKS_ALIKE = "We shall open the border for the families of the hostages"


def test_an_utterance_in_other_words_comes_before_a_look_alike() -> None:
    reader = packaged_wording_reader()
    assert reader.share(SAID, RENDERED) > reader.share(SAID, LOOKS_ALIKE)


@pytest.mark.parametrize(("a", "b"), [(SAID, RENDERED), (SAID, ""), ("word " * 900, SAID), ("", "")])
def test_the_order_of_two_wordings_does_not_matter(a: str, b: str) -> None:
    share = packaged_wording_reader().share(a, b)
    assert 0 <= share <= 1
    assert share == packaged_wording_reader().share(b, a)


def test_what_was_read_before_changes_nothing() -> None:
    alone = packaged_wording_reader().share(SAID, RENDERED)
    packaged_wording_reader().share("word " * 200, LOOKS_ALIKE)
    assert packaged_wording_reader().share(SAID, RENDERED) == alone


def test_each_piece_has_its_own_row() -> None:
    rows = word_rows([101, 102, 101])
    assert rows.shape == (3, 384)
    assert (rows[0] == rows[2]).all() and not (rows[0] == rows[1]).all()


SIGNS = [
    ("seventeen", "17 people", SAME_NUMBER),
    ("twenty-three thousand", "23,000 people", SAME_NUMBER),
    ("a dozen", "12 people", SAME_NUMBER),
    ("seventeen", "18 people", OTHER_NUMBER),
    ("2.4", "2.5 million", OTHER_NUMBER),
    ("killed", "the killing", PLAIN),
    ("bridges", "the bridge", SHARED),
    ("bridges", "the road", PLAIN),
]


@pytest.mark.parametrize(("word", "other", "expected"), SIGNS)
def test_words_and_numbers_are_found_again_in_the_other_wording(word: str, other: str, expected: int) -> None:
    assert signs(word, [(len(word) - 3, len(word))], other) == [expected]
