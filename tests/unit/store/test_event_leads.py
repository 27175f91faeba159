"""Questions about events that an index leads to, and those that look into row after row; in SQLite and PostgreSQL."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from dateline.store import open_collection
from dateline.store.queries.event_leads import is_led
from dateline.store.queries.events import events, first_day_of_newest
from dateline.store.queries.filters import Filters
from tests.unit.store.sample_pages import PAGES


@pytest.fixture(scope="module", params=["folder", "postgres"])
def collection(request, read_once, tmp_path_factory):
    """One collection of each kind for all of these tests, which only read it."""
    is_folder = request.param == "folder"
    place = tmp_path_factory.mktemp("news") if is_folder else request.getfixturevalue("server").new_database()
    with open_collection(str(place), read_many=read_once) as opened:
        opened.add(PAGES[:14])
        yield opened


@pytest.fixture
def database(collection):
    return collection.holdings.database


def _asked(database, **filters):
    return [row.id for row in events(database, Filters(**filters))]


def test_one_condition_with_an_index_leads(database):
    assert is_led(database, Filters(), few=1)
    for filters in (
        {"actor": "Q0"},
        {"all_of": ("KEN",)},
        {"root": "CONSULT"},
        {"place": "Oslo"},
        {"outlet": "x"},
    ):
        assert is_led(database, Filters(**filters, after="2024"), few=1)


def test_without_an_index_nothing_leads(database):
    for filters in ({"about": "a"}, {"status": "denied"}, {"has_place": True}, {"least_independent": 2}):
        assert not is_led(database, Filters(**filters), few=1_000)


def test_of_several_conditions_one_with_few_events_leads(database):
    every = list(events(database, Filters()))
    name = next(name for row in every for name in row.source)
    both = Filters(actor=name, about="a")
    number = events(database, Filters(actor=name)).count()
    assert number and is_led(database, both, few=number + 1) and not is_led(database, both, few=number)
    assert is_led(database, Filters(root="CONSULT", about="a"), few=1_000)
    assert not is_led(database, Filters(root="CONSULT", about="a"), few=1)
    assert is_led(database, Filters(place="Nowhere", status="denied"), few=1)
    assert is_led(database, Filters(outlet="Nobody", status="denied"), few=1)


def test_the_days_of_the_newest_events(database):
    days = sorted((row.day for row in events(database, Filters()) if row.day), reverse=True)
    assert first_day_of_newest(database, Filters(), 0) == date.fromisoformat(days[0])
    assert first_day_of_newest(database, Filters(), 3) == date.fromisoformat(days[3])
    assert first_day_of_newest(database, Filters(), len(days)) is None
    before = date.fromisoformat(days[0])
    earlier = [day for day in days if day < days[0]]
    assert first_day_of_newest(database, Filters(before=before), 0) == date.fromisoformat(earlier[0])


def test_somebody_with_a_rare_act_or_few_days_gives_what_all_events_give(database):
    every = list(events(database, Filters()))
    names = sorted({name for row in every for name in (*row.source, *row.target)})[:12]
    for name in names:
        own = [row for row in every if name in (*row.source, *row.target)]
        for root in {row.root for row in every}:
            wanted = [row.id for row in own if row.root == root]
            assert sorted(_asked(database, actor=name, root=root)) == sorted(wanted)
            assert sorted(_asked(database, all_of=(name,), root=[root.lower()])) == sorted(wanted)
        for day in {row.day for row in own if row.day}:
            after = date.fromisoformat(day)
            found = _asked(database, actor=name, after=after, before=after + timedelta(days=1))
            assert sorted(found) == sorted(row.id for row in own if row.day == day)


def test_counting_ends_where_it_is_told_to(database):
    rows = events(database, Filters())
    assert rows.count(3) == 3 and rows.count(10_000) == rows.count()
    name = next(name for row in list(rows) for name in row.source)
    of_one = events(database, Filters(actor=name))
    assert of_one.count(1) == 1 and of_one.count(10_000) == of_one.count()
