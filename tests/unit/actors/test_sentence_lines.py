"""Words are looked for once a page, and found where they stand whole."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from dateline.actors.found_name import FoundName
from dateline.actors.sentence_lines import SentenceLines, Taken, leftmost
from dateline.model import ActorKind, BlockKind, Sentence

WORDS = st.lists(
    st.sampled_from(["An", "Ana", "Ana Ruiz", "Ruiz", "O’Ana", "Fo-An", "Ó"]), min_size=1, unique=True
)
LINES = st.lists(st.text(alphabet="AnRuizO’'- Fo_1.Ó", min_size=1, max_size=40), max_size=5)


def page(lines: list[str]) -> tuple[str, list[Sentence]]:
    text, sentences = "", []
    for number, line in enumerate(lines):
        start = len(text)
        text += line + " \n\n"
        sentences.append(Sentence(number, start, start + len(line), number, BlockKind.BODY))
    return text, sentences


@given(LINES, WORDS)
def test_the_places_are_those_that_a_pattern_of_whole_words_finds(lines: list[str], words: list[str]) -> None:
    text, sentences = page(lines)
    either = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    pattern = re.compile(rf"(?<![\w’'-])(?:{either})(?![\w-])")
    expected = [m.span() for s in sentences for m in pattern.finditer(text, s.start, s.end)]
    made = SentenceLines(text, sentences)
    found = leftmost(filter(made.ends_word, made.places(words, "’'-")))
    assert [(place.start, place.end) for place in found] == expected


def test_an_offset_of_the_lines_is_told_as_one_of_the_page() -> None:
    text, sentences = page(["Ana Ruiz", "spoke to Ana"])
    lines = SentenceLines(text, sentences)
    at = lines.text.rfind("Ana")
    assert lines.number(at) == 1 and text[lines.on_page(at) :].startswith("Ana")


@given(
    st.lists(st.tuples(st.integers(0, 30), st.integers(1, 9)), max_size=6),
    st.integers(0, 40),
    st.integers(1, 5),
)
def test_a_stretch_is_taken_where_a_name_has_one_of_its_characters(
    spans: list[tuple[int, int]], start: int, length: int
) -> None:
    names = [FoundName(a, a + n, ActorKind.PERSON, "x", a, None, None, None) for a, n in spans]
    covered = {i for name in names for i in range(name.start, name.end)}
    expected = not covered.isdisjoint(range(start, start + length))
    assert Taken(names).touches(start, start + length) is expected
