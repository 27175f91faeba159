"""One moment in many forms, and which date is the one of publication."""

from __future__ import annotations

import datetime as dt

import pytest

from dateline.article.dates import parse_stamp
from dateline.article.head_dates import day_at_end
from dateline.article.moments import best_form, in_local_zone, is_possible, order_published
from dateline.model import DatedValue, Span


def date(value: str, source: str = "meta", *, shown: bool = False) -> DatedValue:
    stamp = parse_stamp(value)
    assert stamp is not None
    return DatedValue(*stamp, source, Span(0, 1) if shown else None)


@pytest.mark.parametrize(
    ("first", "other", "best"),
    [
        ("2024-03-12", "2024-03-12T09:30:00+01:00", "2024-03-12T09:30:00+01:00"),
        ("2024-03-12T09:30:00", "2024-03-12T09:30:00+01:00", "2024-03-12T09:30:00+01:00"),
        ("2024-03-12T08:30:00Z", "2024-03-12T09:30:00+01:00", "2024-03-12T09:30:00+01:00"),
        ("2024-03-12T09:30:00+01:00", "2024-03-12T08:30:00Z", "2024-03-12T09:30:00+01:00"),
        ("2024-03-12T00:00:00Z", "2024-03-12T09:30:00+01:00", "2024-03-12T09:30:00+01:00"),
        ("2024-03-12", "2024-03-13T09:30:00+01:00", "2024-03-12"),
        ("2024-03-12T09:30:00+01:00", "2024-03-12T11:00:00+01:00", "2024-03-12T09:30:00+01:00"),
    ],
)
def test_forms_of_one_moment(first: str, other: str, best: str) -> None:
    assert best_form(date(first), [date(other)]).value == best


def test_a_clock_tells_the_zone_only_where_there_is_such_a_zone() -> None:
    utc = date("2024-03-12T22:30:10Z")
    found = in_local_zone(utc, [dt.datetime(2024, 3, 13, 4, 0)], (), ())
    assert found.value == "2024-03-13T04:00:10+05:30"
    assert in_local_zone(utc, [dt.datetime(2024, 3, 13, 6, 0)], (), ()) == utc
    assert in_local_zone(utc, [dt.datetime(2024, 3, 13, 6, 7)], (), ()) == utc


def test_a_shown_day_takes_the_zone_of_the_other_stamps() -> None:
    utc = date("2024-03-12T23:30:00Z")
    hour = dt.timedelta(hours=1)
    assert in_local_zone(utc, (), ["2024-03-13"], [hour]).value == "2024-03-13T00:30:00+01:00"
    assert in_local_zone(utc, (), ["2024-03-14"], [hour]) == utc
    local = date("2024-03-12T23:30:00-05:00")
    assert in_local_zone(local, (), ["2024-03-13"], [hour]) == local


def test_the_address_tells_the_first_day_of_a_page_whose_stamp_moves_with_changes() -> None:
    change = date("2024-03-15T08:00:00Z")
    moved, address = date("2024-03-15T08:00:00Z", "json_ld"), date("2024-03-12", "url")
    assert order_published([moved, address], [change])[0] == address
    assert order_published([moved, address], [date("2024-03-16T08:00:00Z")])[0] == moved
    shown = date("2024-03-15", "dateline", shown=True)
    assert order_published([moved, shown, address], [change])[0] == moved


def test_two_kinds_of_source_outvote_one_but_not_with_the_day_of_a_change() -> None:
    old, meta, shown = (
        date("2022-07-04", "json_ld"),
        date("2023-11-14"),
        date("2023-11-14", "byline", shown=True),
    )
    assert order_published([old, meta, shown], [date("2023-12-01")])[0] == meta
    assert order_published([old, meta, shown], [date("2023-11-14")])[0] == old
    assert order_published([old, date("2022-07-04", "url"), meta, shown], [])[0] == old


@pytest.mark.parametrize("value", ["0001-01-01T00:00:00", "1970-01-01T00:00:00Z", "2150-01-01"])
def test_impossible_dates(value: str) -> None:
    assert not is_possible(date(value))


def test_the_day_at_the_end_of_a_page_title() -> None:
    assert day_at_end("Dam opens | The Daily Example | 12.03.2024") == "2024-03-12"
    assert day_at_end("What happened on 12 March 2024") is None
    assert day_at_end("Dam opens | 03/04/2024") is None
