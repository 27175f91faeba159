"""Different answers of two pages to one question, found by what stands around them."""

from __future__ import annotations

from pathlib import Path

import pytest
from invented_pages import reading

from dateline.model import Fact, FactKind, ModelError, Reading, Support
from dateline.stories.facts import question_trees
from dateline.stories.facts.aboutness import Aboutness
from dateline.stories.facts.answers import Question, find_answers
from dateline.stories.facts.asked_pairs import asked_pairs
from dateline.stories.facts.asked_values import AskedValue, asked_values
from dateline.stories.facts.excluding import exclude
from dateline.stories.facts.question_trees import packaged_trees
from dateline.stories.facts.tellings import clauses_of
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


def test_the_words_of_a_sentence_answer_how_many_how_much_and_when() -> None:
    found = answers("The coastguard took 40 sailors to a school in Tarvo at noon on Tuesday, 12 miles away.")
    assert found[Question.HOW_MANY] == ["40"]
    assert found[Question.HOW_MUCH] == ["12 miles"]
    assert found[Question.WHEN] == ["noon", "on Tuesday"]


@pytest.mark.parametrize("text", ["Flight 26 was late.", "Marta Oll, 41, was there.", "A 19-year-old sang."])
def test_a_number_in_a_name_and_an_age_count_nothing(text: str) -> None:
    assert Question.HOW_MANY not in answers(text)


NUMBERS = [
    ("Some 150 prisoners will go home.", "About 400 prisoners will go home.", True),
    ("Some 150 prisoners will go home.", "Dozens of prisoners will go home.", False),
    ("They found 58 grenades.", "They found sixty grenades.", False),
    ("They found 58 grenades.", "They found at least fifty grenades.", False),
    ("They found 58 grenades.", "They found another 12 grenades.", False),
    ("They found 58 grenades.", "They found 12 of the grenades.", False),
    ("They found 58 grenades.", "They found 12 witnesses.", False),
    ("They found 58 grenades.", "They found 12 grenades. All 58 grenades are safe.", False),
    ("Eleven people were killed.", "Twenty people were injured.", False),
    ("They found 58 grenades.", "They found three grenades.", False),
    ("They found 58 grenades.", "They found 600 grenades.", False),
]


@pytest.mark.parametrize(("first", "second", "expected"), NUMBERS)
def test_numbers_exclude_each_other_unless_both_can_be_true(first: str, second: str, expected: bool) -> None:
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
    ("It opened on Monday.", "It opened on Tuesday. On Monday it was cleaned.", False),
    ("It opened at noon.", "It opened at 7 p.m.", True),
    ("It opened at noon.", "It opened at 12.15 p.m.", False),
    ("It opened on Tuesday morning.", "It opened on Tuesday evening.", True),
]


@pytest.mark.parametrize(("first", "second", "expected"), TIMES)
def test_two_days_or_parts_of_a_day_exclude_each_other(first: str, second: str, expected: bool) -> None:
    a, b = value(first, Question.WHEN), value(second, Question.WHEN, "b")
    assert exclude(a, b) is exclude(b, a) is expected


FIRE = "A fire gutted the cannery at Tarvo on Monday. {} The owner, who was abroad, has promised to rebuild the halls."


def conflicts(first: str, second: str, families: tuple[int, int] = (0, 1), news: str = FIRE) -> list[Fact]:
    pages = [page(name, news.format(words)) for name, words in (("a", first), ("b", second))]
    found = told_facts(pages, dict(zip(("a", "b"), families, strict=True)))
    return [fact for fact in found if fact.support is Support.CONFLICTING]


RIVALS = [
    (
        "Nine trucks burnt out in the yard.",
        "In the yard the flames took fourteen lorries.",
        FactKind.QUANTITY,
    ),
    ("The brigade was called at 3 a.m.", "The brigade was called at 7 p.m.", FactKind.DATE),
]


@pytest.mark.parametrize(("first", "second", "kind"), RIVALS)
def test_rival_answers_are_one_fact_whatever_the_order_of_the_pages(
    first: str, second: str, kind: FactKind
) -> None:
    for a, b in ((first, second), (second, first)):
        (fact,) = conflicts(a, b)
        assert fact.kind is kind
        assert [position.article for position in fact.positions] == ["a", "b"]
        for position, words in zip(fact.positions, (a, b), strict=True):
            text = page("any", FIRE.format(words)).article.text
            assert position.value == position.spans[0].of(text)
            assert position.value in words


@pytest.mark.parametrize(("first", "second", "kind"), RIVALS)
def test_nothing_is_asked_within_one_family(first: str, second: str, kind: FactKind) -> None:
    assert not conflicts(first, second, families=(0, 0))


def test_a_third_page_joins_the_fact_of_the_first_two() -> None:
    words = "Nine trucks were in the yard.", "In the yard were nine trucks.", RIVALS[0][1]
    pages = [page(name, FIRE.format(w)) for name, w in zip("abc", words, strict=True)]
    found = told_facts(pages, {"a": 0, "b": 1, "c": 2})
    (fact,) = [fact for fact in found if fact.support is Support.CONFLICTING]
    values = {position.article: position.value for position in fact.positions}
    assert values == {"a": "Nine", "b": "nine", "c": "fourteen"}


def test_signs_do_not_tell_what_the_values_are() -> None:
    a = page("a", FIRE.format("It destroyed 40 sewing machines."))
    same = page("b", FIRE.format("Some 41 sewing machines were lost."))
    other = page("b", FIRE.format("Some 67 sewing machines were lost."))
    assert _signs(a, same) == _signs(a, other)


def _signs(a: Reading, b: Reading) -> list[list[list[float]]]:
    pages = [clauses_of(a), clauses_of(b)]
    values = [list(asked_values(list({clause.told: None for clause in one}))) for one in pages]
    found = asked_pairs(values[0], values[1], Aboutness(pages))
    return [one.signs.of(one.pairs) for one in found if one.first[0].question is Question.HOW_MANY]


def test_the_order_of_the_pages_does_not_matter_to_the_trees() -> None:
    pages = (
        page("a", FIRE.format("It burnt 40 boats.")),
        page("b", FIRE.format("The owner lost 9 boats to it.")),
    )
    shares = [
        sorted(float(share) for rows in _signs(*both) for share in packaged_trees().both(rows))
        for both in (pages, pages[::-1])
    ]
    assert shares[0] == shares[1] and shares[0]


def test_trees_say_the_same_of_a_pair_whatever_is_asked_beside_it() -> None:
    rows = [
        row
        for one in _signs(
            page("a", FIRE.format("It burnt 40 boats.")), page("b", FIRE.format("It burnt 9 boats."))
        )
        for row in one
    ]
    many = packaged_trees().shares(rows * 3)
    assert list(many[: len(rows)]) == list(packaged_trees().shares(rows))
    assert all(0 < share < 1 for share in many)


def test_trees_that_were_not_recorded_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(question_trees, "RECORDED", "0" * 64)
    packaged_trees.cache_clear()
    with pytest.raises(ModelError, match="install Dateline again"):
        packaged_trees()
    packaged_trees.cache_clear()


def test_the_model_card_says_which_trees_are_packaged() -> None:
    card = (Path(__file__).parents[3] / "training" / "README.md").read_text(encoding="utf-8")
    assert question_trees.RECORDED in card
