"""A search in a collection: what was added is found, what was taken back or replaced is not."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from dateline.model import CollectionError
from dateline.store import Facet, QueryError
from dateline.store.search.page_index import fill

PAGE = (
    "Xi meets Tokayev\n\nReef Gazette, {day}\n\nChinese President Xi Jinping met Kazakh President Kassym-Jomart Tokayev in Nur-Sultan "
    "on Wednesday. They spoke of {what}.\n"
)
GAS, GRAIN = PAGE.format(day="14 September 2022", what="gas"), PAGE.format(day="2 October 2022", what="grain")


def titles(collection, query: str, **more) -> int:
    return len(collection.search(query, **more).hits)


def test_what_was_added_is_found_with_its_words(collection):
    collection.add([GAS, GRAIN])
    found = collection.search("gas actor:Q15031")
    assert found.matched == 1 and not found.is_cut
    (hit,) = found.hits
    (passage,) = hit.passages
    text_of_page = collection.reading(hit.article).article.text
    assert passage.span.of(text_of_page) == passage.text == "They spoke of gas."
    assert [place.of(text_of_page) for place in passage.highlights] == ["gas"]


def test_counts_stand_beside_a_search(collection):
    collection.add([GAS, GRAIN])
    counts = collection.counts("nur-sultan")
    assert ("Xi Jinping", 2) in [(one.name, one.pages) for one in counts[Facet.ACTOR]]
    assert [(one.value, one.pages) for one in counts[Facet.LANGUAGE]] == [("en", 2)]


def test_a_name_sees_only_what_came_in_since_it_looked(collection):
    collection.add([GRAIN])
    assert titles(collection, "tokayev", new_for="desk") == 1
    collection.looked("desk", collection.search("tokayev").last_arrival)
    assert titles(collection, "tokayev", new_for="desk") == 0
    collection.add([GAS])
    assert titles(collection, "tokayev", new_for="desk") == 1
    assert titles(collection, "tokayev") == 2


def test_what_was_taken_back_is_not_found(collection):
    collection.add([GAS, GRAIN])
    collection.forget(article=collection.search("gas").hits[0].article)
    assert (titles(collection, "gas"), titles(collection, "tokayev")) == (0, 1)


def test_an_index_is_made_anew_from_the_readings(collection):
    collection.add([GAS, GRAIN])
    database = collection._holdings.database
    with database.writing() as connection:
        for table in ("search_pages", "search_days", "statement_subjects"):
            connection.execute(text(f"DELETE FROM {table}"))
    assert titles(collection, "tokayev") == 0
    with database.writing() as connection:
        fill(connection)
    assert titles(collection, "tokayev") == 2


def test_a_query_that_cannot_be_read_is_refused(collection):
    with pytest.raises(QueryError, match="never closed"):
        collection.search('"gas')


def test_a_closed_collection_is_not_searched(collection):
    collection.close()
    with pytest.raises(CollectionError):
        collection.search("gas")
