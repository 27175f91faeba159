"""What is remembered of earlier questions changes no answer."""

from __future__ import annotations

import datetime
from concurrent.futures import ThreadPoolExecutor

import pytest

from dateline.knowledge import Knowledge
from dateline.knowledge.spelling import _STEPS, sound_key

DAYS = ("2009-02-03", "2021-06-15", "2024", None)
ASKED = (
    "China",
    "Washington",
    "Astana",
    "Nur-Sultan",
    "Johnson",
    "Xi Jinping",
    "the Kazakh president",
    "Paris",
    "nobody at all",
    "Kasym-Zhomart Toqaev",
    "CHINA",
    "Kremlin’s",
)


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return Knowledge.load()


def test_a_second_answer_is_the_first_one_whatever_was_asked_between(knowledge: Knowledge) -> None:
    fresh = {(s, at): Knowledge().lookup(s, at=at) for s in ASKED[4:8] for at in DAYS}
    for _ in range(2):
        for at in (*DAYS, *reversed(DAYS)):
            for surface in ASKED:
                expected = fresh.get((surface, at), knowledge.lookup(surface, at=at))
                assert knowledge.lookup(surface, at=at) == expected


def test_a_name_that_is_dated_has_its_own_answer_each_day(knowledge: Knowledge) -> None:
    assert knowledge.lookup("Nur-Sultan", at="2021-06-15")
    assert knowledge.lookup("Nur-Sultan", at="2021-06-15") != knowledge.lookup("Nur-Sultan", at="2009-02-03")
    president = [knowledge.lookup("the Kazakh president", at=day)[0].name for day in ("2010", "2021-06-15")]
    assert president == ["Nursultan Nazarbayev", "Kassym-Jomart Tokayev"]


def test_a_caller_may_change_a_list_that_it_was_given(knowledge: Knowledge) -> None:
    for ask in (
        lambda: knowledge.lookup("Paris", at=None),
        lambda: knowledge.names("Paris"),
        lambda: knowledge.city("Paris"),
        lambda: knowledge.offices_of(knowledge.lookup("Xi Jinping", at=None)[0].actor, None),
    ):
        before = ask()
        ask().clear()
        assert before and ask() == before


def test_a_date_and_its_iso_form_are_one_day(knowledge: Knowledge) -> None:
    day = datetime.date(2021, 6, 15)
    assert knowledge.lookup("Xi Jinping", at=day) == knowledge.lookup("Xi Jinping", at="2021-06-15T08:00:00Z")


def test_threads_get_the_answers_of_one(knowledge: Knowledge) -> None:
    asked = [(surface, at) for at in DAYS for surface in ASKED] * 5
    expected = [knowledge.lookup(surface, at=at) for surface, at in asked]
    cold = Knowledge()
    with ThreadPoolExecutor(max_workers=4) as pool:
        assert list(pool.map(lambda one: cold.lookup(one[0], at=one[1]), asked)) == expected


def test_a_step_of_sounds_is_only_left_out_where_it_would_change_nothing(knowledge: Knowledge) -> None:
    def by_all_steps(word: str) -> str:
        for _, pattern, sound in _STEPS:
            word = pattern.sub(sound, word)
        return word

    words = {w for name in knowledge.registry.names for w in name.lower().split() if w.isascii()}
    assert [w for w in sorted(words) if sound_key(w) != by_all_steps(w)] == []
