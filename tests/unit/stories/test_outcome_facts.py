"""Questions with one answer, hours, and nobody: what two pages answer differently, and what is none."""

from __future__ import annotations

from dataclasses import replace

import pytest
from invented_pages import reading

from dateline.model import ActorKind, Fact, FactKind, Mention, Reading, Support
from dateline.stories import compare

DAY = "2025-03-12"


def conflicts(first: str, second: str, days: tuple[str, str] = (DAY, DAY)) -> list[Fact]:
    found = compare(page("a", first, days[0]), page("b", second, days[1])).facts
    return [fact for fact in found if fact.support is Support.CONFLICTING]


def page(name: str, body: str, day: str = DAY) -> Reading:
    return reading(name, "News", body, published=day)


def with_person(found: Reading, name: str) -> Reading:
    start = found.article.text.index(name)
    end = start + len(name)
    return replace(
        found, mentions=(Mention("m1", start, end, name, ActorKind.PERSON, None, name, None, None),)
    )


OUTCOMES = [
    (
        "The court in Paro acquitted the miller Oru.",
        "The miller Oru was found guilty by the court in Paro.",
        1,
    ),
    ("The council of Paro approved the mill.", "The mill was voted down by the council of Paro.", 1),
    ("Envoys met in the mill at Paro.", "The meeting of the envoys in the mill at Paro was called off.", 1),
    ("The mill at Paro resumed work.", "The mill at Paro was still closed.", 1),
    ("The mill at Paro may resume work.", "The mill at Paro was still closed.", 0),
    ("Oru will stay in the league of Paro.", "Oru promised to pull out of the league of Paro.", 1),
    (
        "A gas leak caused the fire at the mill in Paro.",
        "Arson caused the fire at the mill in Paro.",
        1,
    ),
    (
        "The mill in Paro burned because of faulty wiring.",
        "A short circuit caused the fire at the mill in Paro.",
        0,
    ),
    (
        "A fault caused the fire at the mill in Paro.",
        "A short circuit caused the fire at the mill in Paro.",
        0,
    ),
    (
        "The court in Paro acquitted the miller Oru, who had been convicted.",
        "The miller Oru was found guilty in Paro.",
        0,
    ),
]


@pytest.mark.parametrize(("first", "second", "expected"), OUTCOMES)
def test_two_answers_to_one_question_conflict(first: str, second: str, expected: int) -> None:
    assert len([f for f in conflicts(first, second) if f.kind is FactKind.STATUS]) == expected


def test_what_changes_with_time_is_no_conflict_on_another_day() -> None:
    shut, again = "The mill at Paro was still closed.", "The mill at Paro resumed work."
    assert conflicts(shut, again, ("2025-03-12", "2025-03-14")) == []
    assert conflicts(shut, again, ("2025-03-12T06:00:00Z", "2025-03-12T18:00:00Z")) == []


def test_one_who_came_is_not_the_one_who_stayed_away() -> None:
    came = with_person(page("a", "Ana Oru attended the fair in Paro."), "Ana Oru")
    for name, expected in (("Ana Oru", 1), ("Ilse Brandt", 0)):
        away = with_person(page("b", f"{name} stayed away from the fair in Paro."), name)
        assert len([f for f in compare(came, away).facts if f.support is Support.CONFLICTING]) == expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (
            "No one was hurt when the mill in Paro fell.",
            "Three millers were injured as the mill in Paro fell.",
            1,
        ),
        ("No one was hurt when the mill in Paro fell.", "The mill in Paro fell and nobody was injured.", 0),
        ("Six of the strikers died in Paro.", "In Paro four strikers died.", 1),
    ],
)
def test_nobody_is_nought(first: str, second: str, expected: int) -> None:
    assert len(conflicts(first, second)) == expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("The mill in Paro fell at 4.15 a.m.", "At 6.40 a.m. the mill in Paro fell.", 1),
        ("The mill in Paro fell at 4.15 a.m.", "The mill in Paro fell at about 5 a.m.", 0),
        ("The mill in Paro fell at 4.15 a.m.", "By 7 a.m. the mill in Paro had fallen.", 0),
        ("The mill in Paro fell at midnight.", "The mill in Paro fell at about 11.30 p.m.", 0),
    ],
)
def test_two_hours_for_one_act_conflict(first: str, second: str, expected: int) -> None:
    assert len([f for f in conflicts(first, second) if f.kind is FactKind.DATE]) == expected
