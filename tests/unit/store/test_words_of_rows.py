"""Words of statements, titles and names: found by way of indexes, as completely as by reading all rows; in SQLite and PostgreSQL."""

from __future__ import annotations

import pytest

from dateline.store import open_collection
from tests.unit.store.sample_pages import PAGES, page

ARABIC = page(
    "“لن نستسلم” says a mayor",
    "The mayor of Oslo said: “We won't give in, and the price of 1,200 boats…”",
    day="2024-03-03",
)


@pytest.fixture(scope="module", params=["folder", "postgres"])
def filled(request, read_once, tmp_path_factory):
    """One collection of each kind for all of these tests, which only read it."""
    is_folder = request.param == "folder"
    place = tmp_path_factory.mktemp("news") if is_folder else request.getfixturevalue("server").new_database()
    with open_collection(str(place), read_many=read_once) as opened:
        opened.add([*PAGES[:14], ARABIC])
        yield opened


def test_every_statement_is_found_by_the_words_that_it_begins_with(filled):
    every = list(filled.statements())
    assert every
    for row in every[::4]:
        begins = " ".join(row.content.split()[:3])
        if begins in row.content:
            assert row in list(filled.statements(about=begins)), begins
            assert row in list(filled.statements(about=begins.upper()[:-1])), begins


def test_words_of_statements_are_those_that_stand_in_them(filled):
    every = list(filled.statements())
    for words in ("the", "fish", "market", "We ", "nirgendwo", "1,2", "…"):
        found = list(filled.statements(about=words))
        assert all(words.lower() in row.content.lower() for row in found)
        whole = [row for row in every if f" {words.lower().strip()} " in f" {row.content.lower()} "]
        assert {row.id for row in whole} <= {row.id for row in found}
    either = {(row.article, row.id) for row in filled.statements(about=["fish", "market"])}
    alone = [{(row.article, row.id) for row in filled.statements(about=word)} for word in ("fish", "market")]
    assert either == alone[0] | alone[1]
    assert list(filled.statements(about="nirgendwo")) == []
    assert filled.statements(about="the").count() == len(list(filled.statements(about="the")))


def test_statements_tell_the_article_and_outlet_that_they_stand_in(filled):
    articles = {row.id: row for row in filled.articles()}
    assert all(row.outlet == articles[row.article].outlet for row in filled.statements())


def test_articles_are_found_by_words_of_their_titles(filled):
    for row in filled.articles():
        words = (row.title or "").split()
        if words:
            assert row.id in {found.id for found in filled.articles(about=" ".join(words[:2]))}
    assert list(filled.articles(about="nirgendwo")) == []


def test_articles_that_are_asked_for_by_id_come_newest_first(filled):
    every = [row.id for row in filled.articles()]
    assert [row.id for row in filled.articles(article=every[2:5])] == every[2:5]
    assert [row.id for row in filled.articles(article=every[0])] == every[:1]


def test_letters_of_names_in_some_days_count_what_pages_of_these_days_say(filled):
    days = {"after": "2024-01-01", "before": "2030-01-01"}
    every = {row.actor: row for row in filled.actors(**days)}
    for row in list(every.values())[:10]:
        found = {one.actor: one for one in filled.actors(about=row.name[:4], **days)}
        assert found[row.actor].articles <= row.articles
    assert list(filled.actors(about="nirgendwo", **days)) == []
    for row in list(filled.actors())[:10]:
        inside = next(iter(filled.actors(actor=row.actor, after="1900-01-01")))
        assert inside.mentions == row.mentions or inside.articles < row.articles
