"""Sentences: where they end, and where an abbreviation only looks like an end."""

import time

import pytest

from dateline.language import split_sentences
from dateline.model import Block, BlockKind


def split(text: str) -> list[str]:
    blocks = [Block(BlockKind.BODY, 0, len(text))]
    return [text[s.start : s.end] for s in split_sentences(text, blocks)]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The ferry left at noon. It came back at six.", 2),
        ("Mr. Tesk met Dr. Orlo. They talked.", 2),
        ("The U.S. Treasury blocked the sale.", 1),
        ("He flew to the U.S. The talks failed.", 2),
        ("It cost $3.5 million. Nobody paid.", 2),
        ("“We met. We talked,” he said.", 2),
        ("Was it true? “No!” she said.", 2),
        ("J. R. Orlo of St. Ana signed it on Sept. 14 in Tallinn.", 1),
        ("“The dam holds.” The mayor left.", 2),
    ],
)
def test_boundaries(text: str, count: int) -> None:
    assert len(split(text)) == count


def test_sentences_are_the_words_of_the_text_and_lines_are_paragraphs() -> None:
    text = "One line\u00a0here. Another.\n\n  A second paragraph.\n"
    sentences = split_sentences(text, [Block(BlockKind.BODY, 0, len(text))])
    assert [text[s.start : s.end] for s in sentences] == [
        "One line\u00a0here.",
        "Another.",
        "A second paragraph.",
    ]
    assert [s.paragraph for s in sentences] == [0, 0, 1]
    assert [s.index for s in sentences] == [0, 1, 2]


def test_only_the_given_blocks_are_split() -> None:
    text = "Menu. Home.\nThe body is here."
    sentences = split_sentences(text, [Block(BlockKind.BODY, 12, len(text))])
    assert [text[s.start : s.end] for s in sentences] == ["The body is here."]


def test_a_dateline_is_no_part_of_the_first_sentence() -> None:
    text = "PORT ANA, Belize (MW) — The mayor left on Monday."
    assert split(text) == ["PORT ANA, Belize (MW) —", "The mayor left on Monday."]
    assert split("The mayor — a former pilot — left.") == ["The mayor — a former pilot — left."]


def test_an_escaped_line_break_ends_a_line() -> None:
    assert split("Talks open \\n The minister left at noon .") == [
        "Talks open",
        "The minister left at noon .",
    ]


def test_what_has_no_end_is_divided_at_pauses() -> None:
    text = "salt and rope and tar, " * 200
    sentences = split_sentences(text, [Block(BlockKind.BODY, 0, len(text))])
    assert all(s.end - s.start <= 1000 for s in sentences)
    assert "".join(text[s.start : s.end] for s in sentences).replace(" ", "") == text.replace(" ", "")
    assert all(text[s.start : s.end].endswith(",") for s in sentences)


@pytest.mark.parametrize("unit", ["Mr. ", ".", "。", ". ", "U.S. ", '." ', "... ", "a. B ", " "])
def test_time_grows_with_the_text_and_not_with_its_square(unit: str) -> None:
    def seconds(size: int) -> float:
        text = "Open." + unit * (size // len(unit)) + ","
        began = time.process_time()
        split_sentences(text, [Block(BlockKind.BODY, 0, len(text))])
        return time.process_time() - began

    assert seconds(200_000) < 8  # the square of it took minutes
