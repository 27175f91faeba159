"""Facts that no event carries: measures, days, places, roles and denials in the words of two pages."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest
from invented_pages import reading

from dateline.model import ActorKind, Fact, FactKind, Mention, Reading, Stance, Support
from dateline.stories import compare, group

SAME_DAY = ("2025-03-12", "2025-03-12")


def conflicts(
    first: str, second: str, kind: FactKind, days: tuple[str, str] = SAME_DAY, title: str = "News"
) -> list[Fact]:
    a, b = page("a", first, days[0], title), page("b", second, days[1], title)
    return [f for f in compare(a, b).facts if f.kind is kind and f.support is Support.CONFLICTING]


def page(name: str, body: str, day: str, title: str = "News") -> Reading:
    return reading(name, title, body, published=day)


COPPER = (
    "Divers raised 40 tonnes of copper from the wreck.",
    "From the wreck divers raised 65 tonnes of copper.",
)
MEASURES = [
    ("Turnout was 40 per cent.", "The board said that turnout was 55 per cent.", 1),
    ("Turnout was 40 per cent.", "The share of the mill was 55 per cent.", 0),
    (
        "Oru was sentenced to four years over the mill.",
        "Over the mill Oru was given a sentence of six years.",
        1,
    ),
    ("Oru was sentenced to four years over the mill.", "Oru ran the mill for six years.", 0),
    (
        "Divers raised 40 tonnes of copper from the wreck.",
        "From the wreck divers raised 65 tonnes of copper.",
        1,
    ),
    ("Divers raised about 40 tonnes of copper.", "Divers raised 41 tonnes of copper.", 0),
    ("Divers raised at least 40 tonnes of copper.", "Divers raised 65 tonnes of copper.", 0),
    ("Divers raised 40 tonnes of copper.", "Divers raised 40,000 kilos of copper.", 0),
    ("Divers raised 40 tonnes of copper.", "Divers raised 12 tonnes of zinc.", 0),
    ("Divers raised 40 tonnes of copper.", "Last year divers raised 65 tonnes of copper.", 0),
    (
        "The lender paid 3 million euros for the mill.",
        "The mill cost the lender 5 million euros, it paid at once.",
        1,
    ),
    ("The lender paid 3 million euros for the mill.", "The lender paid 5 million dollars for the mill.", 0),
    ("The lender paid C$3m for the mill.", "The lender paid 3 million Canadian dollars for the mill.", 0),
    ("The curfew in Paro is to last a fortnight.", "The curfew in Paro is to last 14 days.", 0),
    ("The curfew in Paro is to last two months.", "The curfew in Paro is to last 60 days.", 0),
    ("The pilot, a 44-year-old man, flew the plane.", "The pilot, a 46-year-old man, flew the plane.", 0),
]


@pytest.mark.parametrize(("first", "second", "expected"), MEASURES)
def test_measures_conflict_when_both_cannot_be_true_of_one_thing(
    first: str, second: str, expected: int
) -> None:
    assert len(conflicts(first, second, FactKind.QUANTITY)) == expected


def test_a_measure_has_its_words_its_number_and_its_place() -> None:
    first, second = COPPER
    (fact,) = conflicts(first, second, FactKind.QUANTITY)
    assert [(p.value, p.normal, p.stance) for p in fact.positions] == [
        ("40 tonnes", "40000", Stance.REPORTS),
        ("65 tonnes", "65000", Stance.DIFFERS),
    ]
    assert fact.text == "How many tonnes of copper"
    assert fact.positions[1].spans[0].of(f"News\n{second}") == "65 tonnes"


COUNTS = [
    ("The ferry was carrying 80 people off Paro.", "Off Paro the ferry had 95 people on board.", 1),
    ("Sixteen people died in Paro. At least 16 people died there.", "Nineteen people died in Paro.", 0),
    ("The gale left 800 homes in Paro without power.", "In Paro 950 households were without electricity.", 1),
    ("The league lost 50 of its boats in Paro.", "In Paro 200 boats of the league stayed in port.", 0),
    ("Seven workers lost their lives in the mill.", "Nine employees died in the mill.", 1),
    (
        "The ferry had 80 people on board when it left Paro.",
        "The ferry left Paro with 95 passengers aboard.",
        1,
    ),
    (
        "The ferry had 80 people on board when it left Paro.",
        "The ferry left Paro with 72 passengers aboard.",
        0,
    ),
    ("The ferry had 80 people on board when it left Paro.", "With 95 people aboard the ferry left Paro.", 1),
    ("The crowd that marched in Paro numbered 3,000.", "In Paro 7,000 people marched.", 1),
    (
        "Nine people died in Paro in the flood.",
        "Nine people died in the flood in Paro. In 2011 a flood killed 40.",
        0,
    ),
    (
        "Ottawa put sanctions on 12 people over the ore.",
        "Over the ore 15 people were put under sanctions.",
        1,
    ),
    (
        "Thirty people were hurt in Paro in the crash.",
        "The crash in Paro hurt 30, and two other people died.",
        0,
    ),
    (
        "By police count 3,000 people marched in Paro.",
        "7,000 people marched in Paro, or 3,000 by police count.",
        0,
    ),
]


@pytest.mark.parametrize(("first", "second", "expected"), COUNTS)
def test_counts_are_of_the_same_people_in_the_same_state(first: str, second: str, expected: int) -> None:
    assert len(conflicts(first, second, FactKind.QUANTITY)) == expected


def test_a_higher_toll_some_hours_later_is_an_update_and_a_lower_one_is_not() -> None:
    low, high = "Nine people were killed in the flood at Oda.", "The flood at Oda killed 14 people."
    hours = ("2025-03-12T08:00:00Z", "2025-03-12T15:00:00Z")
    assert conflicts(low, high, FactKind.QUANTITY, hours) == []
    assert len(conflicts(high, low, FactKind.QUANTITY, hours)) == 1
    assert len(conflicts(low, high, FactKind.QUANTITY)) == 1


DAYS = [
    ("The mayor Oru takes office on 20 March.", "Oru, the mayor, will be sworn in on 27 March.", 1),
    ("The bandit Oru was captured on 3 March near the mill.", "Near the mill Oru was seized on 5 March.", 1),
    ("The bandit Oru was captured on Monday near the mill.", "Near the mill Oru was seized on 10 March.", 0),
    (
        "Oru was captured on 3 March near the mill.",
        "Oru was seized on 3 March near the mill and tried on 5 March.",
        0,
    ),
    ("Oru was captured near the mill, police said on Monday.", "Oru was seized near the mill on 3 March.", 0),
    ("Oru was captured near the mill by Monday.", "Oru was seized near the mill on 3 March.", 0),
    ("The mayor Oru will resign on 20 March, aides said.", "Oru, the mayor, will step down on 27 March.", 1),
    (
        "The mayor Oru will resign on 20 March, aides said.",
        "Oru, the mayor, announced on Monday that he will resign.",
        0,
    ),
    ("The first parcel for Oru was found on 3 March.", "Another parcel for Oru was found on 5 March.", 0),
]


@pytest.mark.parametrize(("first", "second", "expected"), DAYS)
def test_days_conflict_for_one_act(first: str, second: str, expected: int) -> None:
    assert len(conflicts(first, second, FactKind.DATE)) == expected


def test_reports_of_one_day_may_not_put_their_news_on_two_days() -> None:
    first = "The silo of Paro caved in on Monday afternoon."
    second = "The silo of Paro gave way. It happened on Tuesday afternoon."
    (fact,) = conflicts(first, second, FactKind.DATE)
    assert [position.normal for position in fact.positions] == ["2025-03-10", "2025-03-11"]


def test_late_one_evening_and_early_the_next_day_are_one_night() -> None:
    first = "The silo of Paro caved in late on Monday."
    second = "The silo of Paro gave way. It happened early on Tuesday."
    assert conflicts(first, second, FactKind.DATE) == []


def test_what_was_done_after_a_page_came_out_is_not_its_news() -> None:
    first = "The silo of Paro caved in on Monday."
    second = "The silo of Paro caved in further on Thursday."
    assert conflicts(first, second, FactKind.DATE, ("2025-03-11", "2025-03-14")) == []


PLACES = [
    ("The idol was found in 2019 in Vandra.", "The idol was discovered six years ago in Oskel.", 1),
    ("The idol was found in 2019 in Vandra.", "The idol was shown to the press in Oskel.", 0),
    ("The lords signed the treaty in Vandra.", "The treaty was concluded by the lords in Oskel.", 1),
    (
        "The lords signed the treaty in Vandra.",
        "The treaty was concluded by the lords in Oskel, near Vandra.",
        0,
    ),
    ("The lords signed the treaty in Vandra.", "The lords did not sign the treaty in Oskel.", 0),
    ("The lords signed the treaty in Vandra.", "The lords praised the treaty in Oskel.", 0),
    (
        "Gunmen shot the judge Oru dead at a bakery.",
        "The judge Oru was shot dead by gunmen at a car park.",
        1,
    ),
    ("Gunmen shot the judge Oru dead at a bakery.", "The judge Oru was shot dead in town by gunmen.", 0),
]


@pytest.mark.parametrize(("first", "second", "expected"), PLACES)
def test_places_conflict_for_one_act(first: str, second: str, expected: int) -> None:
    assert len(conflicts(first, second, FactKind.PLACE)) == expected


ROLES = [
    (
        "The driver, Ruben Asta, was unhurt.",
        "Milo Dren was at the wheel. The driver, Milo Dren, is in hospital.",
        1,
    ),
    ("Police identified the gunman as Ruben Asta.", "The shooter was named as Milo Dren.", 1),
    ("The gunman, identified as Ruben Asta, died.", "The dead man was identified as Milo Dren.", 0),
    ("The mill was bought by a dealer from Oskel, Ruben Asta.", "The buyer was the Harbour Fund of Paro.", 1),
    (
        "The talks were brokered by Ruben Asta.",
        "Milo Dren may have brokered the talks, with nobody as mediator.",
        0,
    ),
    ("The gang was led by Ruben Asta, police say.", "Police say that Milo Dren is the head of the gang.", 1),
    ("The gang was led by Ruben Asta, police say.", "Police say that Asta is the head of the gang.", 0),
    ("The gang was led by Ruben Asta.", "Milo Dren is the head of the gang, Ruben Asta his cousin.", 0),
    ("Ilda Marsh won the regatta.", "The regatta was won by Tessa Holm.", 1),
    ("Ilda Marsh won the regatta.", "Last year the regatta was won by Tessa Holm.", 0),
    ("Officials blamed the fire on Red Kite.", "Officials attributed the fire to the Grey Band.", 1),
    ("Officials named Ilda Marsh as acting head of the port.", "At the port the post goes to Tessa Holm.", 1),
]


@pytest.mark.parametrize(("first", "second", "expected"), ROLES)
def test_roles_of_which_there_is_one_conflict(first: str, second: str, expected: int) -> None:
    assert len(conflicts(first, second, FactKind.PARTICIPANT)) == expected


DENIALS = [
    ("Ilda Marsh conceded in Paro.", "In Paro Ilda Marsh has not conceded.", 1),
    ("The port fired the pilot Oru.", "The pilot Oru remains at his post in the port.", 1),
    ("The pilot Oru will appeal over the fine.", "Over the fine the pilot Oru will not appeal.", 1),
    ("The pilot Oru will appeal over the fine.", "Over the fine the pilot Oru has not appealed.", 0),
    ("Police arrested two clerks.", "Nobody has been arrested, the court said.", 1),
    ("The chapel in Paro was not damaged.", "In Paro the chapel was badly damaged.", 1),
    ("I never fired the pilot Oru, said the mayor.", "The mayor fired the pilot Oru.", 0),
    ("The port of Paro fired the pilot Oru.", "The port of Paro has not dismissed Oru, the pilot.", 1),
    ("Three boys were detained over the fire in Paro.", "Nobody has been arrested over the fire in Paro.", 1),
    ("The truce in Paro came into force.", "The truce in Paro has yet to take effect.", 1),
    ("The envoy of Paro has left Oskel.", "The envoy of Paro remained in Oskel.", 1),
    ("The port of Paro will fire the pilot Oru.", "The port of Paro has not dismissed Oru, the pilot.", 0),
    (
        "The port of Paro fired the pilot Oru.",
        "The port of Paro said it had not dismissed Oru, the pilot.",
        0,
    ),
    ("The port fired Oru. Oru was not fired, the union said.", "The port has not dismissed Oru.", 0),
    ("The port of Paro fired the pilot Oru.", "The mill of Oskel has not dismissed anyone.", 0),
    (
        "The envoy of Oskel did not intend to meet Oru in Paro.",
        "The envoy of Oskel will not meet Oru in Paro.",
        0,
    ),
    ("The envoys in Paro are expected to sign the pact.", "The envoys in Paro had not expected the pact.", 0),
    (
        "In Paro the envoy of Oskel met Oru.",
        "The envoy of Oskel met nobody else but did not meet others except Oru in Paro.",
        0,
    ),
    ("The two will meet in Paro over the mill.", "Over the mill the two will not meet in Paro until May.", 0),
    (
        "The clerk of the mill met Oru in Paro.",
        "“No one I have met in Paro likes the mill of Oru,” a clerk said.",
        0,
    ),
]


FIGURES = [
    ("The quake had a magnitude of 6.1.", "The tremor measured 5.8, the survey said.", 1),
    ("The quake had a magnitude of 6.1.", "A 6.1-magnitude tremor shook Paro.", 0),
    ("The bill passed by 61 votes to 38.", "Lawmakers approved it 63-36.", 2),
    ("The bill passed by 61 votes to 38.", "Lawmakers approved it 63-36, not 61-38.", 0),
    ("Turnout was 54 percent.", "Only 47 percent of voters cast a ballot.", 1),
    ("The bank raised its rate to 7.5 percent.", "The key interest rate went up to 7.75 percent.", 1),
    ("The court sentenced Oru to nine years in prison.", "Oru was jailed for seven years.", 1),
    ("The strike lasted six days.", "Workers returned after a ten-day walkout.", 1),
    ("The mill will cut 1,200 jobs.", "About 900 posts are to go at the mill.", 1),
    ("The mill could cut 1,200 jobs.", "About 900 posts are to go at the mill.", 0),
    ("The storm left 40,000 homes without power.", "Some 75,000 households lost electricity.", 1),
    ("Last year the strike lasted six days.", "Workers returned after a ten-day walkout.", 0),
]


@pytest.mark.parametrize(("first", "second", "expected"), FIGURES)
def test_figures_of_which_a_story_has_one_conflict(first: str, second: str, expected: int) -> None:
    assert len(conflicts(first, second, FactKind.QUANTITY)) == expected


def test_a_figure_that_grows_is_no_conflict_on_a_later_page() -> None:
    low, high = "The storm left 40,000 homes without power.", "Some 75,000 households lost electricity."
    days = ("2025-03-12T08:00:00Z", "2025-03-12T17:00:00Z")
    assert not conflicts(low, high, FactKind.QUANTITY, days)
    assert conflicts(high, low, FactKind.QUANTITY, days)


def test_what_is_the_news_of_both_pages_has_one_scene_and_one_day() -> None:
    title = "Blast in Paro"
    first = "A bomb exploded in Paro. The explosion struck the market."
    assert conflicts(
        first, "A blast shook Paro. It went off at the bus station.", FactKind.PLACE, title=title
    )
    assert not conflicts(
        first, "A blast shook Paro. Police closed the bus station.", FactKind.PLACE, title=title
    )
    first = "An attack wounded a clerk in Paro. The attack took place on Monday."
    second = "An attack shook Paro. The attack took place on Tuesday."
    assert conflicts(first, second, FactKind.DATE, title=title)
    assert not conflicts(first, f"{second} A bomb was found on Monday.", FactKind.DATE, title=title)


@pytest.mark.parametrize(("first", "second", "expected"), DENIALS)
def test_done_and_not_done_conflict(first: str, second: str, expected: int) -> None:
    assert len(conflicts(first, second, FactKind.STATUS)) == expected


@pytest.mark.parametrize(("name", "expected"), [("Jon Tarn", 0), ("Ilda Marsh", 1)])
def test_what_one_person_did_and_another_did_not_is_no_conflict(name: str, expected: int) -> None:
    first, second = "Ilda Marsh left Paro on the ferry.", f"{name} stayed in Paro, off the ferry."
    pages = [replace(page("a", first, SAME_DAY[0]), mentions=person("Ilda Marsh"))]
    pages.append(replace(page("b", second, SAME_DAY[0]), mentions=person(name)))
    assert sum(f.support is Support.CONFLICTING for f in compare(*pages).facts) == expected


def person(name: str) -> tuple[Mention, ...]:
    """A person who stands at the beginning of the body."""
    start = len("News\n")
    return (Mention("m1", start, start + len(name), name, ActorKind.PERSON, None, name, None, None),)


def test_what_was_not_yet_done_may_be_done_by_the_next_day() -> None:
    first, second = "The truce in Paro has yet to take effect.", "The truce in Paro came into force."
    assert conflicts(first, second, FactKind.STATUS, ("2025-03-11", "2025-03-12")) == []
    assert len(conflicts(second, first, FactKind.STATUS, ("2025-03-11", "2025-03-12"))) == 1


EVERY = [*MEASURES, *FIGURES, *COUNTS, *DAYS, *PLACES, *ROLES, *DENIALS]


@pytest.mark.parametrize(("first", "second", "_"), EVERY)
def test_the_order_of_the_pages_does_not_matter(first: str, second: str, _: int) -> None:
    a, b = page("a", first, SAME_DAY[0]), page("b", second, SAME_DAY[1])
    assert compare(a, b) == compare(b, a)


def test_a_third_report_takes_its_side_whatever_the_order() -> None:
    bodies = (
        "Divers of the Oskel navy raised 40 tonnes of copper from the wreck of the Marta on the reef.",
        "Off the reef the Oskel navy has raised 65 tonnes of copper from the Marta, its divers said of the wreck.",
        "The wreck of the Marta gave 65 tonnes of copper to divers whom the navy of Oskel sent to the reef.",
    )
    pages = [
        page(name, body, SAME_DAY[0], "Copper raised off Oskel")
        for name, body in zip("abc", bodies, strict=True)
    ]
    found = [group(list(order)) for order in permutations(pages)]
    assert all(stories == found[0] for stories in found)
    ((fact,),) = [[f for f in story.facts if f.support is Support.CONFLICTING] for story in found[0]]
    assert {p.article: p.stance for p in fact.positions} == {
        "a": Stance.DIFFERS,
        "b": Stance.REPORTS,
        "c": Stance.REPORTS,
    }
