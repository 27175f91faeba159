"""Where reported words end, and what is none of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.model import Statement, StatementType

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
        (
            "The ministry announced that it was closing two ports, part of a wave of cuts before the vote.",
            ["that it was closing two ports"],
        ),
        ("Ruiz said the levy would rise, an indication that the talks had failed.", ["the levy would rise"]),
        (
            "Farmers rejected the levy, an indication of the trouble that lies ahead for the premier.",
            ["the levy"],
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
        "Soldiers remain there in a training and advising role.",
        "While the farmers did not get everything they asked for, they went home.",
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The mayor said in an interview with “Harbour Talk” taped on Monday that she would sell the mill.",
            "that she would sell the mill",
        ),
        (
            "The mayor said in a letter to the owners of the mill on Friday that the crane was unsafe.",
            "that the crane was unsafe",
        ),
    ],
)
def test_the_occasion_before_that_is_no_content(text: str, expected: str, find: Find) -> None:
    assert contents(text, find(text)) == [expected]


def test_one_clause_of_which_parts_are_quoted_is_one_content(find: Find) -> None:
    text = "The mayor said “the stakes” for the town “could not be higher.”"
    (statement,) = find(text)
    assert statement.type == "mixed"
    assert contents(text, [statement]) == ["“the stakes” for the town “could not be higher.”"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The owners insisted that the quay must be re-built.", "that the quay must be re-built"),
        (
            "The bishop demanded that the owners re-open the mill before re-hiring anybody.",
            "that the owners re-open the mill before re-hiring anybody",
        ),
    ],
)
def test_words_with_hyphens_stay_whole(text: str, expected: str, find: Find) -> None:
    assert contents(text, find(text)) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Voters in the valley, where, according to the registry, half of the houses are empty, stayed at home.",
            "half of the houses are empty",
        ),
        (
            "The mill, which, according to the registry, lost half of its crew, was sold on Monday.",
            "lost half of its crew",
        ),
    ],
)
def test_according_to_inside_a_relative_clause_has_only_that_clause(
    text: str, expected: str, find: Find
) -> None:
    (statement,) = find(text)
    assert contents(text, [statement]) == [expected]
    assert statement.speaker is not None and statement.speaker.name == "the registry"


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Marsh blamed the rain for the losses Saturday in a speech that closed the harbour congress.",
            "the rain for the losses",
        ),
        (
            "Odell praised the crews of the ferries during her address to the council.",
            "the crews of the ferries",
        ),
        (
            "Odell criticized the mayor for closing the mill in an interview.",
            "the mayor for closing the mill",
        ),
        (
            "Odell said the mill was closed in a speech by the mayor.",
            "the mill was closed in a speech by the mayor",
        ),
    ],
)
def test_the_occasion_is_no_part_of_what_was_said(find: Find, text: str, content: str) -> None:
    assert contents(text, find(text)) == [content]


def test_a_name_in_quotation_marks_that_is_all_of_what_was_shouted_is_direct(find: Find) -> None:
    (statement,) = find('Someone shouted "Mayor Odell."')
    assert statement.type is StatementType.DIRECT
