"""Intervals and agreement give the values that the literature prints."""

from __future__ import annotations

import pytest

from dateline.products.audits import kappa, share_of


@pytest.mark.parametrize(
    ("right", "of", "low", "high"),
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
    ids=str,
)
def test_the_interval_is_that_of_newcombe_1998_table_1_method_3(right, of, low, high):
    found = share_of(right, of)
    assert (found.low, found.high) == (pytest.approx(low, abs=5e-5), pytest.approx(high, abs=5e-5))
    mirrored = share_of(of - right, of)
    assert mirrored.low == pytest.approx(1 - found.high) and mirrored.high == pytest.approx(1 - found.low)


def test_nothing_has_no_share():
    found = share_of(0, 0)
    assert (found.share, found.low, found.high) == (None, None, None)


def pairs(both_yes, first_yes, second_yes, both_no):
    cells = ((True, True), both_yes), ((True, False), first_yes), ((False, True), second_yes)
    return [pair for pair, count in (*cells, ((False, False), both_no)) for _ in range(count)]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [((20, 5, 10, 15), 0.4), ((45, 15, 25, 15), 0.1304), ((25, 35, 5, 35), 0.2593), ((5, 0, 0, 5), 1.0)],
    ids=str,
)
def test_kappa_is_that_of_textbooks(cells, expected):
    assert kappa(pairs(*cells)) == pytest.approx(expected, abs=5e-5)


def test_two_who_disagree_always_are_worse_than_chance():
    assert kappa(pairs(0, 5, 5, 0)) == pytest.approx(-1.0)


def test_kappa_is_not_defined_where_all_answers_are_alike_or_none_are_there():
    assert kappa(pairs(7, 0, 0, 0)) is None
    assert kappa([]) is None
