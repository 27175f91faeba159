"""Different answers of two pages to one question, found by what stands around them."""

from __future__ import annotations

import pytest
from invented_pages import reading

from dateline.model import Fact, FactKind, Reading, Span, Support
from dateline.readers import Question
from dateline.stories import compare
from dateline.stories.facts.answers import find_answers
from dateline.stories.facts.asked_values import AskedValue, asked_values
from dateline.stories.facts.excluding import exclude
from dateline.stories.facts.told_facts import told_facts
from dateline.stories.facts.told_sentences import told_sentences

DAY = "2025-03-12"
"""A Wednesday."""


def page(name: str, body: str, published: str = DAY) -> Reading:
    return reading(name, "News", body, published=published)


def answers(text: str) -> dict[Question, list[str]]:
    found: dict[Question, list[str]] = {}
    for answer in find_answers(text, 0, len(text)):
        found.setdefault(answer.question, []).append(answer.span.of(text))
    return found


def value(text: str, question: Question, name: str = "a", published: str = DAY) -> AskedValue:
    """The first value of a kind on a page."""
    values = asked_values(list(told_sentences(page(name, text, published))))
    return next(found for found in values if found.question is question)


def test_the_words_of_a_sentence_answer_how_many_how_much_when_where_and_who() -> None:
    found = answers("The coastguard took 40 sailors to a school in Tarvo at noon on Tuesday, 12 miles away.")
    assert found[Question.HOW_MANY] == ["40"]
    assert found[Question.HOW_MUCH] == ["12 miles"]
    assert found[Question.WHEN] == ["noon", "on Tuesday"]
    assert {"a school", "Tarvo"} <= set(found[Question.WHERE])
    assert "The coastguard" in found[Question.WHO]


@pytest.mark.parametrize("text", ["Flight 26 was late.", "Marta Oll, 41, was there.", "A 19-year-old sang."])
def test_a_number_in_a_name_and_an_age_count_nothing(text: str) -> None:
    assert Question.HOW_MANY not in answers(text)


NUMBERS = [
    ("Some 150 prisoners will go home.", "About 400 prisoners will go home.", True),
    ("Some 150 prisoners will go home.", "Dozens of prisoners will go home.", True),
    ("They found 58 grenades.", "They found sixty grenades.", False),
    ("They found 58 grenades.", "They found at least fifty grenades.", False),
    ("They found 58 grenades.", "They found another 12 grenades.", False),
    ("They found 58 grenades.", "They found 12 of the grenades.", False),
    ("They found 58 grenades.", "They found 12 witnesses.", False),
    ("They found 58 grenades.", "They found 12 grenades. All 58 grenades are safe.", False),
    ("Eleven people were killed.", "Twenty people were injured.", False),
]


@pytest.mark.parametrize(("first", "second", "expected"), NUMBERS)
def test_numbers_exclude_each_other_unless_both_can_be_true(
    first: str, second: str, expected: bool
) -> None:
    a, b = value(first, Question.HOW_MANY), value(second, Question.HOW_MANY, "b")
    assert exclude(a, b) is exclude(b, a) is expected


def test_a_later_and_higher_number_of_what_grows_excludes_nothing() -> None:
    early = value("Nine people were killed.", Question.HOW_MANY, "a", "2025-03-12T08:00:00Z")
    late = value("Fourteen people were killed.", Question.HOW_MANY, "b", "2025-03-12T19:00:00Z")
    assert not exclude(early, late)
    fewer = value("Six people were killed.", Question.HOW_MANY, "b", "2025-03-12T19:00:00Z")
    assert exclude(early, fewer)


TIMES = [
    ("It opened on Monday.", "It opened on Tuesday.", True),
    ("It opened on Monday.", "It will open on Monday.", False),
    ("It opened late on Monday.", "It opened early on Tuesday.", False),
    ("It opened on Monday.", "It opened by Tuesday.", False),
    ("It opened on Tuesday.", "It opened yesterday.", False),
    ("It opened at noon.", "It opened at 7 p.m.", True),
    ("It opened at noon.", "It opened at 12.15 p.m.", False),
    ("It opened on Tuesday morning.", "It opened on Tuesday evening.", True),
]


@pytest.mark.parametrize(("first", "second", "expected"), TIMES)
def test_two_days_or_parts_of_a_day_exclude_each_other(first: str, second: str, expected: bool) -> None:
    a, b = value(first, Question.WHEN), value(second, Question.WHEN, "b")
    assert exclude(a, b) is exclude(b, a) is expected


PLACES = [
    ("They met in Tarvo.", "They met in Luhal.", True),
    ("They met in a school.", "They met in a bakery.", True),
    ("They met in Tarvo.", "They met in a school.", False),
    ("They met in Tarvo.", "They met in Tarvo Castle.", False),
    ("They met in Tarvo.", "They went to Luhal.", False),
    ("They met in Tarvo.", "They met in Luhal Province.", False),
]


@pytest.mark.parametrize(("first", "second", "expected"), PLACES)
def test_two_names_or_two_kinds_of_place_exclude_each_other(
    first: str, second: str, expected: bool
) -> None:
    a, b = value(first, Question.WHERE), value(second, Question.WHERE, "b")
    assert exclude(a, b) is exclude(b, a) is expected
