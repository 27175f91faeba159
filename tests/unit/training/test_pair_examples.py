"""The examples for the reader of pairs: every line can be learnt from, and what is marked in a pair lies in it."""

from __future__ import annotations

import random

import pytest

from training.pair_lines import fault_of, lines, paragraphs
from training.pair_rows import CONFLICT, Row, like_sentences, moved, rows, rows_beside, words_of_number

VALUE = {"kind": "number", "a": "Seven", "b": "seven", "other": ["nine"], "softer": []}
LINE = {
    "a": "Seven died.",
    "b": "The fire cost seven lives.",
    "values": [VALUE],
    "status": [],
    "near": ["It rained."],
}


@pytest.fixture(scope="module")
def made() -> list[Row]:
    random.seed(1)
    found = list(lines())[::4]
    return list(rows(found, like_sentences(found)))


def test_every_line_is_sound() -> None:
    assert len(list(lines())) > 800


@pytest.mark.parametrize(
    "fault",
    [
        {"b": "The fire cost seven, seven lives."},
        {"values": [VALUE | {"kind": "colour"}]},
        {"values": [VALUE | {"other": ["seven"]}]},
        {"values": []},
        {"near": []},
    ],
)
def test_a_line_that_teaches_nothing_or_the_wrong_thing_is_refused(fault: dict[str, object]) -> None:
    assert fault_of(LINE) is None
    assert fault_of(LINE | fault)


def test_what_differs_is_marked_on_both_sides_of_a_contradiction_and_nowhere_else(made: list[Row]) -> None:
    for row in made:
        for side in (row.a, row.b):
            assert all(0 <= start < end <= len(side.text) for start, end, _ in side.values)
        marked = {kind for *_, kind in row.a.values}, {kind for *_, kind in row.b.values}
        assert marked[0] == marked[1] == (row.kinds if row.is_marked else frozenset())
        assert bool(row.kinds) == (row.relation == CONFLICT)


def test_a_line_of_other_days_and_numbers_stays_sound() -> None:
    random.seed(2)
    for line in lines():
        other = moved(line)
        assert all(other.a.count(value.a) == 1 and other.b.count(value.b) == 1 for value in other.values)
        assert all(value.b not in value.other for value in other.values)


def test_sentences_of_one_paragraph_are_of_different_matters() -> None:
    random.seed(3)
    found = list(rows_beside(paragraphs(), 20))
    assert len(found) == 20
    assert all(row.a.text != row.b.text and row.relation != CONFLICT for row in found)


@pytest.mark.parametrize(("number", "words"), [(7, "seven"), (40, "forty"), (99, "ninety-nine")])
def test_numbers_are_written_in_words(number: int, words: str) -> None:
    assert words_of_number(number) == words
