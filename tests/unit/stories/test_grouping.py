"""Which pages tell one story."""

from __future__ import annotations

import time

from hypothesis import given, settings
from hypothesis import strategies as st
from invented_pages import BELIZE, KARIS, MOYO, RUIZ, event, reading, whole

from dateline.model import Reading
from dateline.stories import compare, group

VISIT_A = (
    "Moyo lands in Tallinn for port talks",
    (
        "Namibian President Tendai Moyo arrived in Tallinn on Monday to talk about the port of Walvis Bay. Estonia wants to "
        "run the harbour computers. Moyo will meet President Alar Kuusk at the palace in Kadriorg."
    ),
)
VISIT_B = (
    "Walvis Bay harbour on the table as Namibian leader visits Estonia",
    (
        "Tendai Moyo, the president of Namibia, began a visit to Estonia. The harbour of Walvis Bay and its computers are the "
        "subject of talks with Alar Kuusk in Tallinn, the palace said."
    ),
)
QUAKE = (
    "Earthquake shakes Bhutan",
    (
        "A strong earthquake shook western Bhutan before dawn. Roofs fell in Paro and the road to Haa was blocked by stones, "
        "the disaster office said."
    ),
)
OTHER_QUAKE = (
    "Earthquake shakes Tonga",
    (
        "A strong earthquake shook the islands of Tonga before dawn. Windows broke in Nuku'alofa and people in Vava'u ran to "
        "high ground, the weather service said."
    ),
)
PAGES = [
    reading("a", *VISIT_A, published="2024-05-06"),
    reading("b", *VISIT_B),
    reading("c", *QUAKE, published="2024-05-07"),
    reading("d", *OTHER_QUAKE, published="2024-05-07"),
]


def stories_of(pages: list[Reading]) -> list[set[str]]:
    return [set(story.articles) for story in group(pages)]


def test_two_pages_of_one_event_are_one_story() -> None:
    assert stories_of(PAGES[:2]) == [{"a", "b"}]


def test_two_unrelated_pages_are_two_stories() -> None:
    assert sorted(map(sorted, stories_of([PAGES[0], PAGES[2]]))) == [["a"], ["c"]]


def test_the_same_kind_of_event_elsewhere_is_another_story() -> None:
    assert sorted(map(sorted, stories_of(PAGES[2:]))) == [["c"], ["d"]]


def test_pages_weeks_apart_are_not_one_story() -> None:
    later = reading("e", *VISIT_B, published="2024-06-17")
    assert len(group([PAGES[0], later])) == 2


def test_a_page_alone_is_a_story() -> None:
    (story,) = group(PAGES[:1])
    assert (story.articles, story.reports, story.independent) == (("a",), 1, 1)


def test_nothing_gives_nothing() -> None:
    assert group([]) == []


@settings(max_examples=20, deadline=None)
@given(st.permutations(PAGES))
def test_the_order_of_the_pages_does_not_matter(pages: list[Reading]) -> None:
    assert [story.to_json() for story in group(pages)] == [story.to_json() for story in group(PAGES)]


def test_a_page_given_twice_counts_once() -> None:
    assert group([*PAGES, PAGES[0]]) == group(PAGES)


def test_the_id_is_that_of_the_set_of_pages() -> None:
    assert compare(PAGES[0], PAGES[1]).id == compare(PAGES[1], PAGES[0]).id
    assert compare(PAGES[0], PAGES[1]).id != compare(PAGES[0], PAGES[2]).id
    assert compare(PAGES[0], PAGES[1]).id.startswith("story:")


def test_compare_puts_any_two_pages_side_by_side() -> None:
    assert compare(PAGES[0], PAGES[2]).articles == ("a", "c")


def test_a_copy_is_a_report_but_no_independent_one() -> None:
    copy = reading("f", *VISIT_A, published="2024-05-07")
    story = compare(PAGES[0], copy)
    assert (story.reports, story.independent) == (2, 1)


def test_without_events_the_headline_is_the_title_nearest_to_the_others() -> None:
    assert compare(PAGES[0], PAGES[1]).headline in {VISIT_A[0], VISIT_B[0]}


def test_a_thousand_pages_take_seconds() -> None:
    words = [f"word{n}" for n in range(4000)]
    pages = [
        reading(
            f"p{n}",
            f"Report {n // 3} on {words[n // 3]} and {words[n // 3 + 900]}",
            " ".join(words[(n // 3) * 7 % 3900 : (n // 3) * 7 % 3900 + 90]) + f" seen by {words[n]}.",
        )
        for n in range(1000)
    ]
    start = time.process_time()
    group(pages)
    assert time.process_time() - start < 60


def test_another_meeting_of_the_same_two_is_related() -> None:
    pages = []
    for name, day, title, body in (
        (
            "a",
            "2024-03-04",
            "Harbour talks",
            "Alar Kuusk met Tendai Moyo in Tallinn about the Walvis Bay harbour.",
        ),
        (
            "b",
            "2024-05-06",
            "Fishing talks",
            "Tendai Moyo met Alar Kuusk in Windhoek and signed for the herring fleet.",
        ),
        ("c", "2024-05-06", "Ruiz in Paro", "Elena Ruiz met Belize's envoy in Paro."),
    ):
        sides = ((RUIZ,), (BELIZE,)) if name == "c" else ((KARIS,), (MOYO,))
        meeting = event(whole(title, body), body, "met", "CONSULT", *sides, lemma="meet")
        pages.append(reading(name, title, body, published=day, events=(meeting,)))
    by_page = {story.articles[0]: story for story in group(pages)}
    assert len(by_page) == 3
    assert by_page["a"].related == (by_page["b"].id,)
    assert by_page["c"].related == ()


def test_two_arrests_in_one_team_are_two_stories() -> None:
    def pages(who: str, club: str, street: str, number: int) -> list[Reading]:
        lines = [
            f"Police in Narva held the rower {who} on Sunday after a chase along {street}.",
            f"{who} of {club} left the police station on bail of {number} kroons, the rowing club of Narva said.",
            f"The rowing team of Narva has not said whether {who} will race; {street} was closed for an hour.",
            f"Rower {who} was held by police in Narva near {street}, and must pay {number} kroons.",
        ]
        return [
            reading(f"{who}{n}", f"Narva rower {who} held by police", " ".join((line, lines[0])))
            for n, line in enumerate(lines)
        ]

    found = group(
        [
            *pages("Juhan Saar", "Kalev", "Lille street", 404),
            *pages("Peeter Oja", "Viking", "Joala street", 917),
        ]
    )
    assert sorted(len(story.articles) for story in found) == [4, 4]


def test_a_page_without_a_date_does_not_tie_two_months_together() -> None:
    telling = "Inspectors from Nauru counted the pumps on the Tarawa causeway and thanked the engineers of Kiribati."
    pages = [
        reading(
            "a",
            "Inspectors at the Tarawa causeway",
            f"{telling} They found three broken.",
            published="2024-03-04",
        ),
        reading(
            "b", "Inspectors back at the Tarawa causeway", f"{telling} All worked.", published="2024-04-20"
        ),
        reading("c", "Pumps and inspectors", f"{telling} Three were broken, they found."),
    ]
    stories = group(pages)
    together = {frozenset(story.articles) for story in stories}
    assert not any({"a", "b"} <= articles for articles in together)
    home = {article: story for story in stories for article in story.articles}
    assert home["b"].id in home["a"].related
