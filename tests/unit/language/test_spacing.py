"""Tokenised text is parsed as print."""

from __future__ import annotations

from dateline.language.spacing import is_tokenised, printed_spaces

_TOKENISED = "Mr. Ruiz 's envoy , who left , said that it was n't over . The crew , he said , stayed ."


def test_tokenised_text_is_told_from_print() -> None:
    assert is_tokenised(_TOKENISED)
    assert not is_tokenised(
        "Mr. Ruiz's envoy, who left, said that it wasn't over. The crew, he said, stayed."
    )
    assert not is_tokenised("One mark , apart.")


def test_marks_and_endings_stand_at_their_words() -> None:
    words = ["Ruiz", "'s", "multi", "-", "year", "deal", ",", "he", "said", "(", "again", ")", "."]
    spaces = printed_spaces(words, [True] * len(words))
    printed = "".join(word + " " * space for word, space in zip(words, spaces, strict=True))
    assert printed.strip() == "Ruiz's multi-year deal, he said (again)."
