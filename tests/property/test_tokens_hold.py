"""What must hold for the tokens of any text."""

from __future__ import annotations

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.store.search.tokens import token_string, tokens

WORDS = st.sampled_from(
    "U.S. US us l’Élysée O'Brien 1,000.5 3½ ｶﾞ ﾞ 习近平 中 대통령 ᄒ ᅡ ᆫ ที่ กำ հայ İ ß ŉ ﷺ ㊀ é e\u0301 й Ⅳ أحمد हिन्दी \u0301 _ .".split(
        " "
    )
)
TEXTS = st.one_of(
    st.text(max_size=60),
    st.text(st.characters(categories=["L", "M", "N"]), max_size=60),
    st.lists(WORDS, max_size=8).map(" ".join),
    st.lists(WORDS, max_size=8).map("".join),
)


@settings(deadline=None, max_examples=400)
@given(TEXTS)
def test_places_lie_in_the_text_in_order_and_hold_something(text: str) -> None:
    before = 0
    for token in tokens(text):
        assert before <= token.start < token.end <= len(text)
        assert token.text and not any(letter.isspace() for letter in token.text)
        before = token.start


@settings(deadline=None, max_examples=400)
@given(TEXTS)
def test_composed_and_decomposed_spellings_have_the_same_tokens(text: str) -> None:
    composed, apart = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    assert token_string(text) == token_string(composed) == token_string(apart)
    assert [t.text for t in tokens(text)] == [t.text for t in tokens(apart)] == token_string(text).split()


@settings(deadline=None, max_examples=400)
@given(TEXTS)
def test_tokens_of_tokens_are_the_same_tokens(text: str) -> None:
    once = token_string(text)
    assert token_string(once) == once
