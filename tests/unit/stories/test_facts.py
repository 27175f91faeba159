"""What two pages agree and differ on."""

from __future__ import annotations

import pytest
from invented_pages import BELIZE, ESTONIA, KARIS, MOYO, NAMIBIA, NAURU, RUIZ, event, reading, whole

from dateline.model import Fact, FactKind, Reading, Stance, Status, Story, Support
from dateline.stories import compare, group

MET = "Alar Kuusk met Tendai Moyo"
TALKS = "Tendai Moyo held talks with Alar Kuusk"


def of_kind(story: Story, kind: FactKind) -> list[Fact]:
    return [fact for fact in story.facts if fact.kind is kind]


def meeting(name: str, sentence: str, trigger: str, *, lemma: str | None = None, **slots: object) -> Reading:
    title = f"News of the day {name}"
    text = whole(title, sentence)
    sides = ((KARIS,), (MOYO,)) if trigger == "met" else ((MOYO,), (KARIS,))
    happening = event(text, sentence, trigger, "CONSULT", *sides, lemma=lemma or "meet", **slots)  # type: ignore[arg-type]
    return reading(name, title, sentence, published="2024-05-08", events=(happening,))


def test_two_reports_of_one_meeting_corroborate_it_whoever_is_named_first() -> None:
    a = meeting("a", f"{MET} in the palace.", "met")
    b = meeting("b", f"{TALKS} about the harbour.", "talks", lemma="talk")
    (fact,) = of_kind(compare(a, b), FactKind.EVENT)
    assert fact.support is Support.CORROBORATED
    assert [position.stance for position in fact.positions] == [Stance.REPORTS, Stance.REPORTS]
    assert fact.positions[0].spans[0].of(a.article.text) == f"{MET} in the palace."


def test_planned_and_happened_records_are_one_event() -> None:
    a = meeting(
        "a", "Tendai Moyo will hold talks with Alar Kuusk.", "talks", status=Status.PLANNED, lemma="talk"
    )
    b = meeting("b", f"{MET} in the palace.", "met")
    (fact,) = of_kind(compare(a, b), FactKind.EVENT)
    assert "planned" not in fact.text
    assert of_kind(compare(a, b), FactKind.STATUS) == []


def test_a_part_and_its_whole_are_two_events() -> None:
    title, body = "Visit", "Tendai Moyo visited Estonia. Alar Kuusk met Tendai Moyo at the airport."
    text = whole(title, body)
    events = (
        event(text, "Tendai Moyo visited Estonia", "visited", "CONSULT", (MOYO,), (ESTONIA,), lemma="visit"),
        event(text, "Alar Kuusk met Tendai Moyo", "met", "CONSULT", (KARIS,), (MOYO,), lemma="meet"),
    )
    a = reading("a", title, body, events=events)
    assert (
        len(of_kind(compare(a, meeting("b", f"{TALKS} again.", "talks", lemma="talk")), FactKind.EVENT)) == 2
    )


def test_other_parties_make_another_event() -> None:
    title, body = "Meeting", "Elena Ruiz met Alar Kuusk in the palace."
    other = event(whole(title, body), body, "met", "CONSULT", (RUIZ,), (KARIS,), lemma="meet")
    story = compare(reading("a", title, body, events=(other,)), meeting("b", f"{MET} in the palace.", "met"))
    assert [fact.support for fact in of_kind(story, FactKind.EVENT)] == [Support.SINGLE_SOURCE] * 2


def test_an_official_stands_for_the_state() -> None:
    bodies = "Namibia accused Estonia of delay.", "Tendai Moyo accused Estonia of a delay."
    sources = NAMIBIA, MOYO
    pages = [
        reading(
            name,
            "Quarrel",
            body,
            events=(
                event(whole("Quarrel", body), body, "accused", "ACCUSE", (who,), (ESTONIA,), lemma="accuse"),
            ),
        )
        for name, body, who in zip("ab", bodies, sources, strict=True)
    ]
    (fact,) = of_kind(compare(*pages), FactKind.EVENT)
    assert len({position.article for position in fact.positions}) == 2


def test_two_days_for_one_meeting_are_a_conflict() -> None:
    a = meeting("a", f"{MET} in the palace on 4 May.", "met", date="2024-05-04")
    b = meeting("b", "At last Alar Kuusk met Tendai Moyo there on 6 May.", "met", date="2024-05-06")
    (fact,) = of_kind(compare(a, b), FactKind.DATE)
    assert fact.support is Support.CONFLICTING
    assert sorted(position.normal or "" for position in fact.positions) == ["2024-05-04", "2024-05-06"]
    assert {position.stance for position in fact.positions} == {Stance.REPORTS, Stance.DIFFERS}


def test_a_month_is_only_vaguer_than_a_day() -> None:
    a = meeting("a", f"{MET} in the palace in May.", "met", date="2024-05")
    b = meeting("b", "At last Alar Kuusk met Tendai Moyo there on 6 May.", "met", date="2024-05-06")
    assert of_kind(compare(a, b), FactKind.DATE) == []


def test_two_cities_for_one_meeting_are_a_conflict() -> None:
    a = meeting("a", f"{MET} in Tartu.", "met", place="Tartu")
    b = meeting("b", "At last Alar Kuusk met Tendai Moyo over dinner in Narva.", "met", place="Narva")
    (fact,) = of_kind(compare(a, b), FactKind.PLACE)
    assert fact.support is Support.CONFLICTING


def expulsion(name: str, body: str, status: Status, statement: str | None = None) -> Reading:
    text = whole("Envoy", body)
    happening = event(
        text,
        body,
        "expelled",
        "SANCTION",
        (BELIZE,),
        (NAURU,),
        lemma="expel",
        status=status,
        statement=statement,
    )
    return reading(name, "Envoy", body, events=(happening,))


def test_done_on_one_page_and_not_done_on_the_other_is_a_conflict() -> None:
    a = expulsion("a", "Belize expelled the envoy of Nauru.", Status.HAPPENED)
    b = expulsion("b", "Belize has not expelled anyone from Nauru.", Status.DENIED)
    (fact,) = of_kind(compare(a, b), FactKind.EVENT)
    assert fact.support is Support.CONFLICTING
    assert [position.stance for position in fact.positions] == [Stance.REPORTS, Stance.DIFFERS]


COUNTS = [
    (
        "Seven fishing boats sank off Tarawa in the storm",
        "Eleven fishing boats sank off Tarawa",
        "conflicting",
    ),
    (
        "A fire in a Windhoek mill killed 14 people",
        "At least 19 people were killed by fire in a Windhoek mill",
        "conflicting",
    ),
    (
        "Police arrested dozens of marchers near the Tartu market",
        "Near the Tartu market police arrested 38 marchers",
        "agree",
    ),
    (
        "Nearly 300 teachers marched over pay in Montevideo",
        "In Montevideo 296 teachers marched over pay",
        "agree",
    ),
    ("The quake near Paro killed at least 70 people", "In Paro the quake left 77 people dead", "agree"),
    ("The quake near Paro killed at least 70 people", "In Paro the quake left 66 people dead", "conflicting"),
    (
        "Six children fell ill after a school lunch in Narva",
        "A school lunch in Narva left 52 people ill",
        "nothing",
    ),
    (
        "Some 20,000 people marched through Asuncion for water",
        "In Asuncion 19,600 people marched for water",
        "agree",
    ),
]


@pytest.mark.parametrize(("first", "second", "expected"), COUNTS)
def test_counts(first: str, second: str, expected: str) -> None:
    a = reading("a", "Morning paper", f"{first}.", published="2024-05-08")
    b = reading("b", "Evening bulletin", f"{second}.", published="2024-05-08")
    support = [fact.support.value for fact in of_kind(compare(a, b), FactKind.QUANTITY)]
    alone = ["single_source", "single_source"]
    assert support == {"conflicting": ["conflicting"], "agree": ["corroborated"], "nothing": alone}[expected]


def test_a_later_higher_toll_is_an_update_and_a_later_lower_one_a_conflict() -> None:
    low = "A fire in a Windhoek mill killed 14 people."
    high = "By now 19 people have been killed by the fire in the Windhoek mill."
    early, late = (
        reading("a", "One", low, published="2024-05-07"),
        reading("b", "Two", high, published="2024-05-09"),
    )
    facts = of_kind(compare(early, late), FactKind.QUANTITY)
    assert [fact.support for fact in facts] == [Support.SINGLE_SOURCE] * 2
    assert [position.normal for fact in facts for position in fact.positions] == ["14", "19"]
    early, late = (
        reading("a", "One", high, published="2024-05-07"),
        reading("b", "Two", low, published="2024-05-09"),
    )
    assert [fact.support for fact in of_kind(compare(early, late), FactKind.QUANTITY)] == [
        Support.CONFLICTING
    ]


def test_a_page_that_gives_both_numbers_is_in_no_conflict() -> None:
    a = reading(
        "a", "One", "An attack near Gao killed four soldiers. In March an attack near Gao killed 30 soldiers."
    )
    b = reading("b", "Two", "Four soldiers were killed near Gao in the attack.")
    facts = of_kind(compare(a, b), FactKind.QUANTITY)
    assert {fact.support for fact in facts} == {Support.CORROBORATED, Support.SINGLE_SOURCE}


def test_facts_are_numbered_and_the_headline_is_made_from_slots() -> None:
    story = compare(
        meeting("a", f"{MET} in the palace.", "met"), meeting("b", f"{TALKS} there.", "talks", lemma="talk")
    )
    assert [fact.id for fact in story.facts] == [f"f{n}" for n in range(1, len(story.facts) + 1)]
    assert story.headline in {"Alar Kuusk meets Tendai Moyo", "Tendai Moyo meets Alar Kuusk"}


def numbers(
    first: str, second: str, days: tuple[str, str] = ("2024-05-08", "2024-05-08")
) -> list[tuple[str, str]]:
    a = reading("a", "Morning paper", first, published=days[0])
    b = reading("b", "Evening bulletin", second, published=days[1])
    return [(fact.text, fact.support.value) for fact in of_kind(compare(a, b), FactKind.QUANTITY)]


def test_some_of_the_wounded_are_not_all_of_the_wounded() -> None:
    found = numbers(
        "The blast wounded 31 people in Paro.", "Two of the wounded died in Paro after the blast."
    )
    assert all(support != "conflicting" for _, support in found)
    assert ("How many of them were killed", "single_source") in found


def test_what_a_number_says_is_what_stands_next_to_it() -> None:
    found = numbers(
        "Seven people were killed in Paro.",
        "A blast in Paro hit the mill, killing seven people and wounding 31.",
    )
    assert found == [
        ("How many people were killed", "corroborated"),
        ("How many people were injured", "single_source"),
    ]


def test_a_page_that_repeats_its_number_makes_one_fact() -> None:
    found = numbers(
        "Nine killed in Paro mill. Nine people were killed in the Paro mill.", "Twelve killed in Paro mill."
    )
    assert found == [("How many people were killed", "conflicting")]


def test_several_is_vaguer_than_a_number() -> None:
    found = numbers("Several people died.", "At the mill seven people were killed.")
    assert found == [("How many people were killed", "corroborated")]


def test_a_rising_toll_replaces_the_count_of_the_day_before() -> None:
    found = numbers(
        "Seven people were killed at the mill in Paro.",
        "The death toll from the blast at the mill in Paro has risen to 13.",
        ("2024-05-07", "2024-05-08"),
    )
    assert found == [
        ("How many people were killed (at first)", "single_source"),
        ("How many people were killed (later)", "single_source"),
    ]


def test_each_stage_of_a_toll_is_supported_by_those_who_give_it() -> None:
    told = [
        ("Seven people were killed at the mill in Paro.", "2024-05-07"),
        ("In Paro seven people were killed at the mill.", "2024-05-07"),
        ("Now 13 people have been killed at the mill in Paro.", "2024-05-08"),
    ]
    pages = [
        reading(name, "News", body, published=day) for name, (body, day) in zip("abc", told, strict=True)
    ]
    (story,) = group(pages)
    facts = of_kind(story, FactKind.QUANTITY)
    assert [(fact.support, len(fact.positions)) for fact in facts] == [
        (Support.CORROBORATED, 2),
        (Support.SINGLE_SOURCE, 1),
    ]


def test_talks_of_about_three_hours_lasted_no_other_time_than_more_than_three() -> None:
    found = numbers(
        "Moyo and Kuusk talked in Narva for about three hours.",
        "In Narva Moyo talked to Kuusk for more than three hours.",
    )
    assert found == [("How long, in hours", "corroborated")]
