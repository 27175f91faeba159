"""Words that are alike, and words that are opposites: what two pages say of one matter in words that they do not share."""

from __future__ import annotations

import pytest
from invented_pages import reading

from dateline.model import Fact, FactKind, Reading, Support
from dateline.stories import compare
from dateline.stories.facts.aboutness import Aboutness
from dateline.stories.facts.tellings import Clause, clauses_of

DAY = "2025-03-12"
HOURS = ("2025-03-12T10:00:00Z", "2025-03-12T19:00:00Z")


def page(name: str, body: str, day: str = DAY) -> Reading:
    return reading(name, "News", body, published=day)


def conflicts(first: str, second: str, days: tuple[str, str] = (DAY, DAY)) -> list[Fact]:
    found = compare(page("a", first, days[0]), page("b", second, days[1])).facts
    return [fact for fact in found if fact.support is Support.CONFLICTING]


OPEN = "Skiers died on an open slope above Paro."
OPPOSITES = [
    ("The slope above Paro was closed.", OPEN, 1),
    ("The economy of Paro will grow this year.", "This year, said the bank, the economy will shrink.", 1),
    ("The slope above Paro was closed.", "Traders found the market open.", 0),
    ("The slope above Paro was not closed.", OPEN, 0),
    ("The slope above Paro may be closed.", OPEN, 0),
    ("The slope above Paro was closed. Then that slope was open once more.", OPEN, 0),
    ("Last year the slope above Paro was closed.", OPEN, 0),
]


@pytest.mark.parametrize(("first", "second", "expected"), OPPOSITES)
def test_opposites_of_one_matter_are_a_conflict(first: str, second: str, expected: int) -> None:
    for a, b in ((first, second), (second, first)):
        found = conflicts(a, b)
        assert len(found) == expected
        assert all(fact.kind is FactKind.STATUS for fact in found)


def test_opposites_may_be_a_change_where_hours_lie_between() -> None:
    words = "The slope above Paro was closed.", OPEN
    assert len(conflicts(*words)) == 1
    assert not conflicts(*words, days=HOURS)


CLOSEST = [
    (
        "Some 1,200 hectares of pine forest are gone. The mayor of Paro spoke on television.",
        "Nearly 3,000 hectares of woodland were destroyed. The island lives from tourism.",
        1,
    ),
    (
        "Seventeen wagons of a freight train left the track at Paro. The fire brigade came at once.",
        "Twenty-three cars of a goods train left the track at Paro. Nobody was in the station.",
        1,
    ),
    (
        "Seventeen wagons of a freight train left the track at Paro. The fire brigade came at once.",
        "Twenty-three bakers of Paro went on holiday. Nobody was in the station.",
        0,
    ),
]


@pytest.mark.parametrize(("first", "second", "expected"), CLOSEST)
def test_numbers_of_like_things_are_compared(first: str, second: str, expected: int) -> None:
    for a, b in ((first, second), (second, first)):
        assert len([f for f in conflicts(a, b) if f.kind is FactKind.QUANTITY]) == expected


def test_nobody_ill_is_at_odds_with_patients_in_hospital() -> None:
    told = "Gas escaped at the mill in Paro. Forty people were taken to hospital."
    other = "Gas escaped at the mill in Paro. Nobody has fallen ill."
    assert len(conflicts(told, other)) == 1


def test_closest_sentences_choose_each_other() -> None:
    first = "Raiders freed the inmates of the jail. The bakers of Paro went on strike."
    second = "The bread makers laid down work. Convicts were freed from the prison by raiders."
    a, b = clauses_of(page("a", first)), clauses_of(page("b", second))
    about = Aboutness([a, b])

    def clause(page: tuple[Clause, ...], words: str) -> Clause:
        return next(clause for clause in page if words in clause.text)

    assert about.closeness(clause(a, "inmates"), clause(b, "Convicts")) > 1
    assert about.closeness(clause(a, "inmates"), clause(b, "bread")) == 0
    assert about.closeness(clause(b, "Convicts"), clause(a, "inmates")) > 1
