"""Counts beside a search, new since the last look, and lists of events and statements."""

from __future__ import annotations

from datetime import date

from sqlalchemy import insert

from dateline.store.search.facets import Facet, FacetCount, facets
from dateline.store.search.finding import find
from dateline.store.search.looks import last_arrival, last_look, looked
from dateline.store.search.lookups import events_between, statements_about, statements_by
from dateline.store.search.query_reader import read_query
from dateline.store.tables import EVENT_PARTICIPANTS
from dateline.store.tables import EVENTS as EVENT_TABLE
from tests.unit.store.search.invented import MEETING, MEETING_RU, PAGES, fill

TODAY = date(2022, 10, 3)


def counts(engine, text: str, most: int = 20) -> dict[Facet, list[tuple[str, int]]]:
    with engine.connect() as connection:
        found = facets(connection, find(connection, read_query(text, today=TODAY)).numbers, most)
    return {facet: [(one.name, one.pages) for one in values] for facet, values in found.items()}


def test_pages_are_counted_by_what_they_have(engine):
    fill(engine)
    assert counts(engine, "") == {
        Facet.OUTLET: [("Reuters", 2), ("Akorda Press", 1), ("新华社", 1)],
        Facet.MONTH: [("2022-09", 3), ("2022-10", 1)],
        Facet.LANGUAGE: [("en", 2), ("ru", 1), ("zh", 1)],
        Facet.ACTOR: [("Kassym-Jomart Tokayev", 2), ("Xi Jinping", 2)],
        Facet.ROOT: [("AID", 2), ("CONSULT", 2)],
        Facet.STATUS: [("happened", 2), ("planned", 2)],
    }


def test_only_what_was_found_is_counted_and_only_the_most_frequent(engine):
    fill(engine)
    found = counts(engine, "gas", most=1)
    assert found[Facet.OUTLET] == [("Reuters", 2)]
    assert found[Facet.ACTOR] == [("Xi Jinping", 1)] or found[Facet.ACTOR] == [("Kassym-Jomart Tokayev", 1)]
    assert counts(engine, "nothing") == {facet: [] for facet in Facet}


def test_ids_stand_beside_names(engine):
    fill(engine)
    with engine.connect() as connection:
        found = facets(connection, [MEETING])
    assert found[Facet.OUTLET] == (FacetCount("dl-reuters", "Reuters", 1),)
    assert FacetCount("Q15031", "Xi Jinping", 1) in found[Facet.ACTOR]


def test_a_look_remembers_what_was_there(engine):
    fill(engine, PAGES[2:], 1)
    with engine.begin() as connection:
        assert last_look(connection, "desk") is None
        looked(connection, "desk", last_arrival(connection))
        looked(connection, "desk", last_arrival(connection))
    fill(engine, PAGES[:2], 2)
    with engine.connect() as connection:
        seen = last_look(connection, "desk")
        assert seen == 1
        found = find(connection, read_query("", today=TODAY), arrived_after=seen)
    assert found.numbers == (MEETING_RU, MEETING)


def test_a_look_at_an_empty_collection_has_seen_nothing(engine):
    with engine.begin() as connection:
        looked(connection, "desk", last_arrival(connection))
        assert last_look(connection, "desk") == 0


EVENTS = (
    ("visit", "2022-09-14", "Q15031", "Q1391"),
    ("answer", "2022-09-15", "Q1391", "Q15031"),
    ("undated", None, "Q15031", "Q1391"),
    ("other", "2022-09-15", "Q15031", "Q7747"),
)


def fill_events(engine) -> None:
    fill(engine)
    with engine.begin() as connection:
        for name, day, source, target in EVENTS:
            row = {"id": name, "root": "CONSULT", "status": "happened", "day": day, "first_article": MEETING}
            row |= {"story": "story", "text": "Xi met Tokayev", "quad": 1}
            connection.execute(insert(EVENT_TABLE), row | {"reports": 2, "outlets": 2, "independent": 1})
            for side, actor in (("source", source), ("target", target)):
                row = {"event": name, "side": side, "actor": actor, "name": actor, "place": 0}
                connection.execute(insert(EVENT_PARTICIPANTS), row)


def between(engine, one: str, other: str, **more) -> list[str]:
    with engine.connect() as connection:
        return [row.id for row in events_between(connection, one, other, **more)]


def test_events_between_two_actors_come_newest_first_and_undated_last(engine):
    fill_events(engine)
    assert between(engine, "Q15031", "Q1391") == ["answer", "visit", "undated"]
    assert between(engine, "Xi Jinping", "Kassym-Jomart Tokayev", limit=1) == ["answer"]


def test_events_can_be_asked_for_by_direction_and_days(engine):
    fill_events(engine)
    assert between(engine, "Q15031", "Q1391", is_directed=True) == ["visit", "undated"]
    assert between(engine, "Q1391", "Q15031", after=date(2022, 9, 15)) == ["answer"]
    assert between(engine, "Q1391", "Q15031", before=date(2022, 9, 15)) == ["visit"]
    assert between(engine, "Nobody", "Q15031") == []


def test_statements_by_and_about_someone_are_told_apart(engine):
    fill(engine)
    with engine.connect() as connection:
        said = statements_by(connection, "Xi Jinping")
        about = statements_about(connection, "Q15031")
        later = statements_about(connection, "Q15031", after=date(2022, 9, 16))
        earlier = statements_by(connection, "Q15031", before=date(2022, 9, 14))
    assert [(row.article, row.speaker_name) for row in said] == [(MEETING, "Xi Jinping")]
    assert [(row.article, row.speaker_name) for row in about] == [(MEETING_RU, "Kassym-Jomart Tokayev")]
    assert later == earlier == []
