"""Ids that stories keep."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from invented_pages import reading

from dateline.stories import carried_ids, group


def test_a_story_that_grows_keeps_its_id() -> None:
    assert carried_ids([["a", "b", "c"]], {"a": "story:1", "b": "story:1"}).ids == ("story:1",)


def test_of_two_stories_that_merge_the_larger_keeps_its_id_and_the_other_redirects() -> None:
    known = {"a": "story:1", "b": "story:2", "c": "story:2"}
    found = carried_ids([["a", "b", "c"]], known)
    assert (found.ids, found.redirects) == (("story:2",), {"story:1": "story:2"})


def test_of_a_story_that_splits_the_larger_part_keeps_the_id_and_the_other_gets_a_new_one() -> None:
    known = dict.fromkeys("abc", "story:1")
    found = carried_ids([["a"], ["b", "c"]], known)
    assert found.ids[1] == "story:1"
    assert found.ids[0] != "story:1"
    assert found.redirects == {}


def test_a_part_that_goes_to_another_story_takes_no_id_along() -> None:
    known = {"a": "story:1", "b": "story:1", "c": "story:2", "d": "story:2"}
    found = carried_ids([["a"], ["b", "c", "d"]], known)
    assert (found.ids, found.redirects) == (("story:1", "story:2"), {})


def test_a_new_story_whose_first_page_once_gave_another_story_its_id_gets_one_of_its_own() -> None:
    first = carried_ids([["a", "b", "c"]], {})
    later = carried_ids([["a"], ["b", "c"]], dict.fromkeys("abc", first.ids[0]))
    assert len(set(later.ids)) == 2


@given(
    st.lists(st.integers(0, 4), min_size=1, max_size=12),
    st.lists(st.integers(0, 4), min_size=12, max_size=12),
)
def test_ids_are_unique_and_every_old_one_leads_somewhere(new: list[int], old: list[int]) -> None:
    names = [f"p{n:02}" for n in range(len(new))]
    groups = [[a for a, k in zip(names, new, strict=True) if k == key] for key in sorted(set(new))]
    known = {article: f"story:{old[n]}" for n, article in enumerate(names) if old[n]}
    found = carried_ids(groups, known)
    assert len(set(found.ids)) == len(groups)
    assert all(i in found.ids or found.redirects[i] in found.ids for i in known.values())


def test_grouping_gives_a_story_the_same_id_when_a_later_page_joins() -> None:
    body = "The ferry Sirje ran aground off Saaremaa. Divers from Kuressaare freed it before dusk."
    pages = [
        reading(name, f"Ferry aground, {name}", f"{body} Report {name}.", published=f"2024-05-0{n}")
        for n, name in enumerate("abc", 1)
    ]
    assert len({group(pages[:n])[0].id for n in (1, 2, 3)}) == 1
