"""Words of a parse are found by their places in the text."""

from dataclasses import replace
from itertools import accumulate

from dateline.model import BlockKind, Parse, Sentence, Token

WIDTHS = (1, 3, 2, 5, 1)
BLANKS = (0, 1, 0, 2, 1)


def parse() -> Parse:
    """Five words, some of which touch."""
    ends = accumulate(width + blank for width, blank in zip(WIDTHS, BLANKS, strict=True))
    tokens = tuple(
        Token(i, end - width, end, "x" * width, "x", "NN", "dep", 0)
        for i, (width, end) in enumerate(zip(WIDTHS, ends, strict=True))
    )
    return Parse(Sentence(0, 0, tokens[-1].end, 0, BlockKind.BODY), tokens)


def test_tokens_in_a_stretch_are_those_that_share_a_character_with_it_or_lie_around_it() -> None:
    found, places = parse(), range(-1, parse().sentence.end + 2)
    for start in places:
        for end in places:
            expected = [t for t in found.tokens if t.start < end and t.end > start]
            assert found.tokens_in((start, end)) == expected


def test_the_token_at_an_offset_covers_it() -> None:
    found = parse()
    for offset in range(-1, found.sentence.end + 2):
        expected = next((t for t in found.tokens if t.start <= offset < t.end), None)
        assert found.token_at(offset) == expected


def test_a_word_in_lower_case_follows_its_text() -> None:
    word = Token(0, 0, 5, "Don’t", "don’t", "VB", "ROOT", 0)
    assert word.lower == "don't"
    assert replace(word, text="DO").lower == "do"


def test_what_hangs_on_a_word_comes_in_the_order_of_the_text() -> None:
    found = parse()
    assert found.children(found.tokens[0]) == list(found.tokens[1:])
    assert found.child(found.tokens[0], "nsubj") is None
    assert found.subtree(found.tokens[0]) == list(found.tokens)
