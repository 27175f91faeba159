"""The versions of a page, each as it came in, and rows of one article or one event."""

from __future__ import annotations

import pytest

from dateline.model import CollectionError
from dateline.store import Collection
from tests.unit.store.sample_pages import page

URL = "https://post.example/2024/03/12/talks"


@pytest.fixture
def twice(collection: Collection) -> Collection:
    """A page that came in, and came in again with other words."""
    for day in ("Monday", "Tuesday"):
        body = f"Chinese President Xi Jinping met Russian President Vladimir Putin in Beijing on {day}."
        collection.add([page("Xi meets Putin", body, url=URL)])
    return collection


def test_versions_are_told_from_any_of_them(twice: Collection) -> None:
    newest = next(iter(twice.articles())).id
    first, second = twice.versions(newest)
    assert (first.version, second.version) == (1, 2)
    assert (first.is_current, second.is_current) == (False, True)
    assert second.id == newest
    assert twice.versions(first.id) == [first, second]
    assert (first.story is None, second.story is None) == (True, False)


def test_each_version_is_there_as_it_came_in(twice: Collection) -> None:
    first, second = twice.versions(next(iter(twice.articles())).id)
    assert "Monday" in str(twice.page(first.id).content)
    assert "Tuesday" in str(twice.page(second.id).content)
    assert twice.page(first.id).url == URL


def test_an_unknown_article_has_neither(twice: Collection) -> None:
    for ask in (twice.versions, twice.page):
        with pytest.raises(CollectionError) as caught:
            ask("sha256:00")
        assert caught.value.code == "unknown"


def test_a_page_that_is_missing_is_said_to_be(twice: Collection) -> None:
    newest = next(iter(twice.articles())).id
    holdings = twice.holdings
    with holdings.database.writing() as connection:
        holdings.raw_pages.remove(connection, twice.page_hash(newest))
    with pytest.raises(CollectionError) as caught:
        twice.page(newest)
    assert caught.value.code == "damaged"
    assert "dateline verify" in caught.value.message


def test_reports_of_an_article_and_an_event_by_its_id(twice: Collection) -> None:
    twice.add(
        [page("Fiji thanks Tuvalu", "Fiji thanked Tuvalu on Monday.", url="https://post.example/other")]
    )
    for row in twice.articles():
        reports = list(twice.reports(article=row.id))
        assert reports
        assert {report.article for report in reports} == {row.id}
        for report in reports:
            assert [event.id for event in twice.events(event=report.event)] == [report.event]


def test_names_in_pages_are_counted_one_by_one(collection: Collection) -> None:
    collection.add(
        [
            page("China meets Fiji", "China met Fiji in Suva on Monday.", url="https://post.example/1"),
            page("Beijing warns Fiji", "Beijing warned Fiji on Tuesday.", url="https://post.example/2"),
        ]
    )
    names = {row.name: row.articles for row in collection.names_in_pages("Q148")}
    assert sum(names.values()) == 2
    assert {row.actor for row in collection.names_in_pages("CHN")} >= {"Q148"}
