"""Counts beside a search, and what is new since the last look."""

from __future__ import annotations

from datetime import date

from dateline.store.search.facets import Facet, FacetCount, facets
from dateline.store.search.finding import find
from dateline.store.search.looks import last_arrival, last_look, looked
from dateline.store.search.query_reader import read_query
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
