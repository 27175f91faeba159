"""Pages that come in one by one."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st
from invented_pages import reading

from dateline.stories import Decision, DecisionKind, Grouping, Sketch, sketch
from dateline.stories.grouping.likeness import OpenPages, of_other_times
from dateline.stories.grouping.stream import group_sketches

TOPICS = (
    (
        "Ferry",
        "The ferry Sirje ran aground off Saaremaa. Divers from Kuressaare freed the ferry before dusk.",
    ),
    (
        "Bridge",
        "Windhoek closed the Olof bridge. Engineers from Walvis Bay found a crack in its northern pier.",
    ),
    ("Strike", "Nurses in Belmopan went on strike. The union of nurses asked Belize for better night pay."),
)


def page(name: str, topic: int, day: str | None) -> Sketch:
    title, body = TOPICS[topic]
    return sketch(
        reading(name, f"{title} report", f"{body} Reporter {name} was there.", published=day).article
    )


PAGES = [
    page(f"p{topic}{week}{n}", topic, f"2024-05-{1 + 3 * week + n:02}" if n else None)
    for topic in range(3)
    for week in range(2)
    for n in range(3)
]


def arrived(pages: list[Sketch], decisions: tuple[Decision, ...] = ()) -> list[list[str]]:
    grouping = Grouping(decisions)
    for each in pages:
        grouping.add(each)
    return grouping.groups()


@settings(max_examples=25, deadline=None)
@given(st.permutations(PAGES))
def test_the_order_of_arrival_does_not_matter(pages: list[Sketch]) -> None:
    assert arrived(pages) == arrived(PAGES) == group_sketches(PAGES)


def test_a_page_that_comes_twice_counts_once() -> None:
    assert arrived([*PAGES, PAGES[0]]) == arrived(PAGES)


def test_the_story_of_a_page_is_known_at_once() -> None:
    grouping = Grouping()
    grouping.add(page("a", 0, "2024-05-01"))
    grouping.add(page("b", 1, "2024-05-01"))
    assert grouping.group_of("a") == ["a"]
    grouping.add(page("c", 0, "2024-05-02"))
    assert grouping.group_of("a") == grouping.group_of("c") == ["a", "c"]


def test_a_story_that_no_later_page_can_reach_is_closed_and_forgotten() -> None:
    grouping = Grouping()
    old, new = page("a", 0, "2024-05-01"), page("b", 1, "2024-05-20")
    grouping.add(old)
    assert new.day is not None
    assert grouping.close_before(new.day) == [["a"]]
    grouping.add(new)
    assert grouping.groups() == [["b"]]
    assert grouping.close_before(new.day) == []


def test_a_story_with_an_undated_page_stays_open() -> None:
    grouping = Grouping()
    for each in (page("a", 0, "2024-05-01"), page("b", 0, None)):
        grouping.add(each)
    late = page("c", 0, "2024-06-20").day
    assert late is not None
    assert grouping.close_before(late) == []


def test_closing_as_the_days_pass_gives_the_stories_of_all_pages_at_once() -> None:
    days = [f"2024-{month:02}-{day:02}" for month in (5, 6, 7) for day in (1, 3, 20)]
    pages = [page(f"{topic}{day}", topic, day) for day in days for topic in range(3)]
    random.Random(1).shuffle(pages)
    assert group_sketches(pages) == arrived(pages)


def test_of_a_crowd_no_page_is_lost_for_want_of_a_look_at_every_pair() -> None:
    pages = [page(f"{n:03}", 0, f"2024-05-{1 + n % 4:02}") for n in range(400)]
    assert [len(group) for group in arrived(pages)] == [400]


def test_merged_stories_stay_merged_and_new_pages_join_them() -> None:
    merge = Decision(DecisionKind.MERGE, ("a",), ("b",))
    pages = [page("a", 0, "2024-05-01"), page("b", 1, "2024-05-01"), page("c", 1, "2024-05-02")]
    assert arrived(pages) == [["a"], ["b", "c"]]
    assert arrived(pages, (merge,)) == [["a", "b", "c"]]


def test_a_split_holds_and_a_new_page_goes_to_the_nearer_part() -> None:
    split = Decision(DecisionKind.SPLIT, ("b",), ("a",))
    pages = [page("a", 0, "2024-05-01"), page("b", 0, "2024-05-01")]
    assert arrived(pages) == [["a", "b"]]
    assert arrived(pages, (split,)) == [["a"], ["b"]]
    assert len(arrived([*pages, page("c", 0, "2024-05-02")], (split,))) == 2


def test_a_moved_page_leaves_its_story_for_the_other() -> None:
    move = Decision(DecisionKind.MOVE, ("b",), ("c",), left=("a",))
    pages = [page("a", 0, "2024-05-01"), page("b", 0, "2024-05-01"), page("c", 1, "2024-05-01")]
    assert arrived(pages, (move,)) == [["a"], ["b", "c"]]


def test_of_two_decisions_about_one_pair_the_later_holds() -> None:
    pages = [page("a", 0, "2024-05-01"), page("b", 0, "2024-05-01")]
    split, merge = Decision(DecisionKind.SPLIT, ("b",), ("a",)), Decision(DecisionKind.MERGE, ("a",), ("b",))
    assert arrived(pages, (split, merge)) == [["a", "b"]]
    assert arrived(pages, (merge, split)) == [["a"], ["b"]]


@settings(max_examples=25, deadline=None)
@given(st.permutations(PAGES))
def test_decisions_hold_in_any_order_of_arrival(pages: list[Sketch]) -> None:
    ids = [each.article for each in PAGES]
    log = (
        Decision(DecisionKind.MERGE, (ids[0],), (ids[7],)),
        Decision(DecisionKind.SPLIT, (ids[1],), (ids[2],)),
    )
    groups = arrived(pages, log)
    home = {article: group[0] for group in groups for article in group}
    assert home[ids[0]] == home[ids[7]]
    assert home[ids[1]] != home[ids[2]]
    assert groups == arrived(PAGES, log)


def test_pages_out_of_reach_do_not_push_out_those_that_are_near():
    near, new = page("near", 0, "2024-05-20"), page("new", 0, "2024-05-21")
    old = [page(f"old{n}", 0, "2024-03-02") for n in range(150)]
    pages = OpenPages()
    for number, each in enumerate([near, *old]):
        pages.add(number, each)
    assert list(pages.neighbours(new)) == [0]
    pages.remove(range(100, 150))
    assert list(pages.neighbours(new)) == [0]


def test_what_speaks_against_one_story_is_found_among_pages_that_are_tied():
    days = ["2024-05-01", "2024-05-02", None, "2024-05-21"]
    tied = sorted((page(f"p{n}", 0, day) for n, day in enumerate(days)), key=lambda each: each.order)
    assert of_other_times(tied) == {(0, 2): -1.0, (1, 2): -1.0}
    assert of_other_times(tied[:2]) == {}
