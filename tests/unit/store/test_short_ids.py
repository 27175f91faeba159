"""The beginning of an id stands for it where no other begins so."""

from __future__ import annotations

import pytest
from sqlalchemy import select, update

from dateline.model import CollectionError
from dateline.store import short_id
from dateline.store.tables import ARTICLES
from tests.unit.store.sample_pages import PAGES

TWINS = ("sha256:aaaa1" + "0" * 59, "sha256:aaaa2" + "0" * 59)


@pytest.fixture
def filled(collection):
    """A collection in which the ids of two articles begin alike."""
    collection.add(PAGES[:3])
    with collection.holdings.database.writing() as connection:
        numbers = connection.execute(select(ARTICLES.c.number).order_by(ARTICLES.c.number)).scalars().all()
        for number, id in zip(numbers[:2], TWINS, strict=True):
            connection.execute(update(ARTICLES).where(ARTICLES.c.number == number).values(id=id))
    return collection


@pytest.mark.parametrize(
    ("id", "short"),
    [
        ("sha256:91c0d2f4a1b7" + "0" * 52, "91c0d2f4"),
        ("91c0d2f4a1b7#e3", "91c0d2f4#e3"),
        ("story:33597875493ade42", "33597875"),
        ("local:orla-trent", "local:orla-trent"),
        ("Q15031", "Q15031"),
    ],
)
def test_ids_are_shortened_and_names_are_not(id, short):
    assert short_id(id) == short


@pytest.mark.parametrize("given", ["aaaa1", "sha256:aaaa1", TWINS[0]])
def test_a_beginning_leads_to_the_article(filled, given):
    assert [row.id for row in filled.articles(article=given)] == [TWINS[0]]
    assert filled.page_hash(given) == filled.page_hash(TWINS[0])
    assert filled.whole_reference(f"{given}#e1") == f"{TWINS[0]}#e1"


def test_a_beginning_that_two_share_is_refused_with_both(filled):
    with pytest.raises(
        CollectionError, match=r"several ids that begin with aaaa \(sha256:aaaa1.*aaaa2.*more letters"
    ):
        filled.reading("aaaa")
    with pytest.raises(CollectionError, match="give more letters"):
        filled.articles(article="aaaa")


@pytest.mark.parametrize("given", ["beef12", "aaa", "aaaa1%", "story:", "nonsense"])
def test_what_begins_no_id_is_said_to_be_none(filled, given):
    with pytest.raises(CollectionError, match="has no article"):
        filled.reading(given)


def test_stories_and_events_are_found_by_their_beginnings(filled):
    story, event = next(iter(filled.stories())), next(iter(filled.events()))
    assert filled.story(short_id(story.id)).id == story.id
    assert [row.id for row in filled.stories(story=story.id[:12])] == [story.id]
    assert filled.search(f"story:{short_id(story.id)}").matched == story.reports
    assert [row.id for row in filled.events(event=short_id(event.id))] == [event.id]
    assert {row.event for row in filled.reports(event=event.id[:12])} == {event.id}
