"""The tables that the rules of stories read."""

from __future__ import annotations

import csv
from importlib.resources import files

import pytest

from dateline.stories.events.acts import act_groups
from dateline.stories.facts.amounts import find_amounts
from dateline.stories.quotations.wordings import english_states
from dateline.stories.stems import stem
from dateline.stories.terms import usual_frequencies
from dateline.stories.wordlists import word_list

ROOTS = {
    *("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST"),
    *("ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
}


def rows(name: str) -> list[dict[str, str]]:
    return list(
        csv.DictReader(
            files("dateline.stories").joinpath("data", name).read_text(encoding="utf-8").splitlines()
        )
    )


@pytest.mark.parametrize(
    "name",
    [
        *(
            "act_groups.csv",
            "kindred.csv",
            "words.csv",
            "counted.csv",
            "english_states.csv",
            "frequencies.csv",
        ),
        *(
            "ideas.csv",
            "units.csv",
            "currencies.csv",
            "roles.csv",
            "figures.csv",
            "outcomes.csv",
            "opposites.csv",
        ),
    ],
)
def test_no_row_is_given_twice_or_left_empty(name: str) -> None:
    table = [tuple(row.values()) for row in rows(name)]
    assert len(table) == len(set(table))
    assert all(cell.strip() == cell and cell for row in table for cell in row)


def test_ideas_are_acts_or_things_and_never_both() -> None:
    kinds: dict[str, set[str]] = {}
    for row in rows("ideas.csv"):
        kinds.setdefault(row["idea"], set()).add(row["kind"])
    assert all(kind in ({"act"}, {"thing"}) for kind in kinds.values())


def test_figures_are_asked_for_once_a_pattern() -> None:
    for row in rows("figures.csv"):
        assert row["pattern"].count("{N}") == 1
        assert row["scope"] in ("story", "sentence") and row["running"] in ("yes", "no")


def test_roles_name_their_holder_once() -> None:
    for row in rows("roles.csv"):
        assert row["pattern"].count("{NAME}") == 1
        assert row["scope"] in ("story", "sentence")


def test_every_question_has_several_answers_and_one_kind_and_scope() -> None:
    answers: dict[str, set[str]] = {}
    kinds: dict[str, set[tuple[str, ...]]] = {}
    for row in rows("outcomes.csv"):
        answers.setdefault(row["question"], set()).add(row["answer"])
        kinds.setdefault(row["question"], set()).add((row["kind"], row["scope"], row["changes"]))
        assert row["form"] in ("past", "words", "cued")
        assert row["words"] == row["words"].lower() and not row["words"].startswith("*")
    assert all(len(found) > 1 for found in answers.values())
    assert all(len(found) == 1 for found in kinds.values())


def test_units_have_a_size() -> None:
    assert all(float(row["factor"]) > 0 for row in rows("units.csv"))


def test_every_root_has_a_phrase() -> None:
    assert {row["root"] for row in rows("act_phrases.csv") if not row["group"]} == ROOTS
    groups = {group for named in act_groups().values() for group in named}
    assert {row["group"] for row in rows("act_phrases.csv") if row["group"]} <= groups


def test_shares_of_pages_are_shares() -> None:
    assert all(0 < share <= 1 for share in usual_frequencies().values())


def test_states_are_three_letters() -> None:
    assert all(len(state) == 3 and state.isupper() for state in english_states())


def test_a_list_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError):
        word_list("no such list")


@pytest.mark.parametrize(
    ("words", "same"),
    [(("visited", "visits", "visiting"), True), (("ponies", "pony"), True), (("universe", "visit"), False)],
)
def test_stems(words: tuple[str, ...], same: bool) -> None:
    assert (len({stem(word) for word in words}) == 1) is same


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("twenty-one goats", "21"),
        ("1,250 goats", "1250"),
        ("3.5 million goats", "3500000"),
        ("a dozen goats", "12"),
        ("dozens of goats", "24-99"),
        ("at least 70 goats", "70"),
    ],
)
def test_numbers_as_written(text: str, normal: str) -> None:
    assert [amount.normal for amount in find_amounts(text, 0, len(text))] == [normal]


@pytest.mark.parametrize(
    "text",
    [
        "in 2024 the goats",
        "at 10:30 the goats",
        "$40 for goats",
        "12% of goats",
        "34-year-old goat",
        "on 11 May the goats",
        "the Sept. 11 goats",
    ],
)
def test_years_times_money_and_shares_are_no_counts(text: str) -> None:
    assert find_amounts(text, 0, len(text)) == []


def test_verbs_have_both_irregular_forms_or_neither_and_regular_ones_carry() -> None:
    for row in rows("verbs.csv"):
        assert bool(row["past"]) == bool(row["participle"])
        assert row["past"] or row["carrier"] == "yes"
        assert row["carrier"] in ("yes", "no")
    assert len({row["base"] for row in rows("verbs.csv")}) == len(rows("verbs.csv"))


def test_no_word_is_its_own_opposite_and_no_pair_stands_twice() -> None:
    pairs = [frozenset(row.values()) for row in rows("opposites.csv")]
    assert all(len(pair) == 2 for pair in pairs)
    assert len(pairs) == len(set(pairs))


def test_groups_that_are_opposites_are_groups_of_words() -> None:
    ideas = {"=" + row["idea"] for row in rows("ideas.csv")}
    named = {word for row in rows("opposites.csv") for word in row.values() if word.startswith("=")}
    assert named <= ideas
