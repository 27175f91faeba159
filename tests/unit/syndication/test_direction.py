"""Which of two texts was there first."""

from __future__ import annotations

import itertools

import pytest
from copied_pages import REPORT, page

from dateline.model import Article
from dateline.syndication import find_copies


def source(*pages: Article) -> str:
    """The original of two pages; the same whichever comes first."""
    found = {edge.from_ for order in itertools.permutations(pages) for edge in find_copies(order)}
    assert len(found) == 1
    return found.pop()


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("2024-05-02", "2024-05-03"),
        ("2024-05-02T23:30:00+02:00", "2024-05-02T22:00:00Z"),
        ("2024-05-02T08:00:00Z", "2024-05-02T09:30:00+01:00"),
        ("2024-05-02T08:00", "2024-05-02T09:00"),
        ("2024-05-02", "2024-05-03T00:10:00Z"),
    ],
)
def test_the_earlier_time_is_the_originals(first: str, second: str) -> None:
    assert source(page("b", REPORT, published=first), page("a", REPORT, published=second)) == "b"


@pytest.mark.parametrize("time", ["2024-05-02", "2024-05-02T09:00", "2024-05-02T09:00:00Z", "2024-05"])
def test_a_time_on_the_same_day_says_nothing_beside_a_bare_day(time: str) -> None:
    fuller, shorter = page("b", REPORT, published=time), page("a", REPORT[:3], published="2024-05-02")
    assert source(fuller, shorter) == "b"


def test_of_two_undated_pages_the_fuller_is_the_original() -> None:
    assert source(page("b", REPORT), page("a", REPORT[:4])) == "b"


def test_a_credit_tells_the_original_though_it_is_shorter_and_later() -> None:
    original = page("b", REPORT[:4], published="2024-05-04", outlet="Reef Press Agency")
    copy = page("a", REPORT, published="2024-05-03", taken_from="Reef Press Agency", relation="agency")
    assert source(original, copy) == "b"


def test_a_notice_of_another_origin_tells_which_of_two_like_texts_is_the_copy() -> None:
    edges = find_copies([page("b", REPORT), page("a", REPORT, taken_from="Atoll Review")])
    assert ("b", "a") in {(edge.from_, edge.to) for edge in edges}


def test_of_one_outlets_versions_the_one_changed_last_is_the_later() -> None:
    old = page("b", REPORT[:4], published="2024-05-02", modified="2024-05-02", outlet="Reef Gazette")
    new = page("a", REPORT, published="2024-05-02", modified="2024-05-03", outlet="Reef Gazette")
    assert source(old, new) == "b"
