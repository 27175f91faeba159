"""What events can be asked for beside who, what and when: place, country, dating, support, two with each other; in SQLite and PostgreSQL."""

from __future__ import annotations

import pytest

from dateline.model import CollectionError
from dateline.store.auditing import Label, Verdict
from dateline.store.auditing.reviewing import answer, least_certain, take_back
from dateline.store.queries.conflicts import conflicts
from dateline.store.queries.events import events
from dateline.store.queries.evidence import evidence_of
from dateline.store.queries.filters import Filters
from dateline.store.queries.runs import rejections, runs
from tests.unit.store.sample_pages import page

BODY = (
    "King Harald of Norway met the king of Tonga in Oslo on 12 March 2024. Norway accused Fiji of shelling a ship. "
    "Emmanuel Macron and Vladimir Putin met in Paris on Monday."
)
PAGES = [
    page("Norway's king meets the king of Tonga", BODY),
    page("Kings meet in Oslo", BODY, outlet="Harbour Courier"),
]


def _asked(collection, **filters):
    return list(events(collection.holdings.database, Filters(**filters)))


def test_filters_of_events_let_through_what_they_say(collection):
    collection.add(PAGES, workers=0)
    every = _asked(collection)
    assert every
    for wanted in (True, False):
        assert [e.id for e in _asked(collection, has_place=wanted)] == [
            e.id for e in every if bool(e.place) is wanted
        ]
        dated = [e.id for e in every if bool(e.date and e.day and e.date[:10] == e.day) is wanted]
        assert [e.id for e in _asked(collection, has_own_day=wanted)] == dated
    norwegian = [e.id for e in every if "NOR" in (*e.source_states, *e.target_states)]
    assert norwegian and [e.id for e in _asked(collection, country="NOR")] == norwegian
    assert _asked(collection, least_independent=99) == []
    assert len(_asked(collection, least_independent=1)) == len(every)
    with_place = next(e for e in every if e.place)
    assert with_place.id in {e.id for e in _asked(collection, place=with_place.place)}


def test_two_deal_with_each_other_across_sides_or_in_one_meeting(collection):
    collection.add(PAGES, workers=0)
    accused = _asked(collection, pair=("NOR", "FJI"))
    assert [e.root for e in accused] == ["ACCUSE"]
    met = _asked(collection, pair=("Vladimir Putin", "Emmanuel Macron"))
    assert met and {e.root for e in met} == {"CONSULT"}
    assert _asked(collection, pair=("TON", "FJI")) == []
    assert {e.id for e in _asked(collection, all_of=("NOR", "FJI"))} == {e.id for e in accused}


def test_events_and_reports_are_asked_for_by_what_they_are_about(collection):
    collection.add(PAGES, workers=0)
    met = collection.events(context="diplomatic")
    assert {e.root for e in met} == {"CONSULT"} and all("diplomatic" in e.contexts for e in met)
    assert {r.root for r in collection.reports(context=["diplomatic"])} == {"CONSULT"}
    assert list(collection.events(context="health")) == []
    assert {e.id for e in collection.events(context=["health", "Diplomatic"])} == {e.id for e in met}
    with pytest.raises(CollectionError, match="'dipl' is no context: give one of military"):
        list(collection.events(context="dipl"))


def test_events_have_the_words_of_their_first_report(collection):
    collection.add(PAGES, workers=0)
    every = _asked(collection)
    words = evidence_of(collection.holdings.database, [e.id for e in every])
    assert set(words) == {e.id for e in every}
    for found in words.values():
        assert collection.reading(found.article).article.text[found.start : found.end] == found.text


def test_what_the_desk_asks_is_answered_in_both_databases(collection):
    collection.add([*PAGES, b"\x00\x01\x02" * 50], workers=0)
    database = collection.holdings.database
    (run,) = runs(database, 5)
    assert (run.read, run.rejected) == (2, 1) and len(rejections(database, run.id, 5)) == 1
    assert conflicts(database, 5) == []
    first = least_certain(database, most=500)
    row = first[0].row
    number = answer(database, row.article, row.id, "Ana", Label(Verdict.RIGHT))
    assert answer(database, row.article, row.id, "Bo", Label(Verdict.SKIPPED)) == number
    assert len(least_certain(database, most=500)) == len(first) - 1
    assert (
        take_back(database, number, "Ana")
        and take_back(database, number, "Bo")
        and not take_back(database, number, "Bo")
    )
    assert len(least_certain(database, most=500)) == len(first)


def test_a_description_is_found_with_a_capital_and_without(collection):
    collection.add(
        [page("Police charge", "Police accused Fiji of fraud. Later police thanked Norway.")], workers=0
    )
    both = {e.id for e in _asked(collection, actor="police")}
    assert both == {e.id for e in _asked(collection, actor="Police")}
    assert {name for e in _asked(collection, actor="police") for name in e.source} == {"Police", "police"}
