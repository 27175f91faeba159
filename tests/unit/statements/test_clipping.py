"""Where reported words end, and what is none of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.model import Statement

Find = Callable[..., list[Statement]]


def contents(text: str, found: list[Statement]) -> list[str]:
    return [" ... ".join(span.of(text) for span in s.content) for s in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Mara Ruiz said she had not seen the map and described it as a fraud.",
            ["she had not seen the map", "it as a fraud"],
        ),
        (
            "The well was dry, an official of Belize said, adding that the pump was broken.",
            ["The well was dry", "that the pump was broken"],
        ),
        (
            "Ruiz said officials are reviewing five places for the well, but she did not name them.",
            ["officials are reviewing five places for the well"],
        ),
        (
            "The envoy explained that the well was dry - but she also insisted that the river was full.",
            ["that the well was dry", "that the river was full"],
        ),
        (
            "Ruiz accused the mayor of being a thief — a charge that he has denied.",
            ["the mayor of being a thief"],
        ),
        (
            "Ruiz said the wells may fail, a rare admission from the mayor.",
            ["the wells may fail"],
        ),
        (
            "The farmers want to widen the canal, while the abbots want to close it.",
            ["to widen the canal", "to close it"],
        ),
        ("And yet, the widow's lawyers say, the house remains hers.", ["the house remains hers"]),
        (
            "Ruiz said that “the well” is a danger to the whole valley, including its farms.",
            ["that “the well” is a danger to the whole valley, including its farms"],
        ),
    ],
)
def test_content_ends_where_someone_else_goes_on(text: str, expected: list[str], find: Find) -> None:
    assert contents(text, find(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Ruiz announced her resignation.",
        "The envoy requested the meeting.",
        "The farmers back Ruiz.",
        "He brushed off what he said was dandruff.",
        "In welcoming the abbot to Belize, Ruiz wore a hat.",
        "The comments signal that Ruiz is prepared to dig.",
        "The council expressed no fears.",
    ],
)
def test_acts_without_words_are_no_statements(text: str, find: Find) -> None:
    assert find(text) == []


def test_an_apology_is_an_utterance(find: Find) -> None:
    (statement,) = find("The airline apologised for the delay.")
    assert statement.type == "indirect"


def test_a_statement_by_a_ministry_is_said_by_the_ministry(find: Find) -> None:
    (statement,) = find("A statement by the ministry said the road was open.")
    assert statement.speaker is not None and statement.speaker.name == "the ministry"


def test_marks_with_blanks_on_both_sides_make_a_direct_quotation(find: Find) -> None:
    text = '" Unlike past abbots , I will leave the table , " he said .'
    (statement,) = find(text)
    assert statement.type == "direct"
    assert contents(text, [statement]) == ['" Unlike past abbots , I will leave the table , "']


def test_words_before_the_first_comma_belong_to_a_fronted_quotation(find: Find) -> None:
    text = "“And if I did” take the boat, he said, “it was late and I brought it back.”"
    (statement,) = find(text)
    assert contents(text, [statement]) == [
        "“And if I did” take the boat ... “it was late and I brought it back.”"
    ]
