"""Intervals and agreement give the values that the literature prints."""

from __future__ import annotations

from math import comb

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


def test_a_census_has_no_interval():
    found = share_of(10, 16, 16)
    assert (found.low, found.high) == (10 / 16, 10 / 16)
    assert found.is_of_all and not share_of(10, 16).is_of_all


def test_a_population_that_is_large_changes_nothing():
    whole, endless = share_of(81, 263, 10**9), share_of(81, 263)
    assert (whole.low, whole.high) == (pytest.approx(endless.low), pytest.approx(endless.high))


def test_the_more_of_the_rows_are_known_the_narrower_the_interval():
    widths = [found.high - found.low for found in (share_of(10, 16, n) for n in (1000, 64, 32, 20, 17))]
    assert widths == sorted(widths, reverse=True) and len(set(widths)) == 5


def test_a_row_that_nobody_saw_may_be_right_or_wrong():
    found = share_of(15, 15, 16)
    assert (found.low, found.high) == (15 / 16, 1.0)


@pytest.mark.parametrize("population", [20, 40, 100])
@pytest.mark.parametrize("of", [5, 10, 16])
def test_nineteen_of_twenty_intervals_hold_the_share(of, population):
    """Over all samples of every population of this size: the mean coverage, by the hypergeometric distribution."""
    held = []
    for right in range(population + 1):
        ways = {k: comb(right, k) * comb(population - right, of - k) for k in range(min(of, right) + 1)}
        holding = sum(
            count
            for k, count in ways.items()
            if (found := share_of(k, of, population)).low - 1e-9 <= right / population <= found.high + 1e-9
        )
        held.append(holding / comb(population, of))
    assert sum(held) / len(held) > 0.95
    assert min(held) > 0.83


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
