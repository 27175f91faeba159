"""What the index finds, the same in both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import func, select

from dateline.store.search import index
from dateline.store.search.query_reader import read_query
from dateline.store.tables import SEARCH_DAYS, STATEMENT_SUBJECTS
from tests.unit.store.search.invented import (
    MEETING,
    MEETING_RU,
    MEETING_ZH,
    PAGES,
    PRICES,
    fill,
    number,
)

TODAY = date(2022, 10, 3)


def found(engine, text: str, **more) -> list[int]:
    with engine.connect() as connection:
        return [m.number for m in index.matches(connection, read_query(text, today=TODAY), **more)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [PRICES, MEETING_ZH, MEETING_RU, MEETING]),
        ("gas", [PRICES, MEETING]),
        ("GAS pipelines", [MEETING]),
        ("gas pipe*", [PRICES, MEETING]),
        ('"gas pipelines"', [MEETING]),
        ('"pipelines gas"', []),
        ("nur-sultan", [MEETING]),
        ("nursultan", []),
        ("прези* OR prices", [PRICES, MEETING_RU]),
        ("gas -prices", [MEETING]),
        ("-gas", [MEETING_ZH, MEETING_RU]),
        ("gas OR -kazakhstan", [PRICES, MEETING_ZH, MEETING_RU, MEETING]),
        ("еще", [MEETING_RU]),
        ("习近平", [MEETING_ZH]),
        ("哈萨克斯坦", [MEETING_ZH]),
        ("平近习", []),
        ("习", [MEETING_ZH]),
        ("U.S.", [PRICES]),
        ("us", [PRICES]),
        ("actor:Q15031", [MEETING_ZH, MEETING]),
        ('actor:"Xi Jinping" lang:en', [MEETING]),
        ("actor:tokayev", [MEETING_RU, MEETING]),
        ('actor:"Jinping Q1391"', []),
        ("outlet:reuters", [PRICES, MEETING]),
        ("outlet:dl-reuters -gas", []),
        ("outlet:新华社", [MEETING_ZH]),
        ("type:consult", [MEETING_RU, MEETING]),
        ("type:aid status:planned", [MEETING]),
        ("type:aid status:happened", [MEETING_RU]),
        ("type:consult OR type:aid status:happened OR status:planned", [MEETING_RU, MEETING]),
        ("type:statement", [MEETING_RU, MEETING]),
        ("type:direct", [MEETING]),
        ("said-by:Q15031", [MEETING]),
        ("about:Q15031", [MEETING_RU]),
        ("about:tokayev said-by:xi", [MEETING]),
        ("after:2022-09-15", [PRICES, MEETING_ZH, MEETING_RU]),
        ("after:2022-09-15 before:2022-10", [MEETING_ZH, MEETING_RU]),
        ("before:2022-09-15", [MEETING]),
        ("after:2022-10 before:2022-09", []),
        ("story:nowhere", []),
        ('gas story:"story of 1"', [PRICES]),
        ("nothing", []),
    ],
)
def test_a_query_finds_the_pages_that_have_what_it_asks(engine, text, expected):
    fill(engine)
    assert found(engine, text) == expected


def test_the_newest_come_first_and_a_limit_cuts_the_oldest(engine):
    fill(engine)
    assert found(engine, "", limit=2) == [PRICES, MEETING_ZH]


def test_pages_that_came_in_after_an_arrival_are_asked_for_apart(engine):
    fill(engine, PAGES[2:], arrival=1)
    fill(engine, PAGES[:2], arrival=2)
    assert found(engine, "", arrived_after=1) == [MEETING_RU, MEETING]
    assert found(engine, "gas", arrived_after=1) == [MEETING]
    assert found(engine, "gas", arrived_after=2) == []


def test_a_page_that_is_added_again_replaces_itself(engine):
    fill(engine)
    with engine.begin() as connection:
        index.add(connection, [replace(PAGES[0], body="Nothing of it was left.", subjects=())])
    assert found(engine, "pipelines") == []
    assert found(engine, "nothing") == [MEETING]
    with engine.connect() as connection:
        assert index.pages_since(connection) == len(PAGES)


def test_pages_are_counted_by_day(engine):
    fill(engine)
    with engine.connect() as connection:
        assert index.pages_since(connection) == 4
        assert index.pages_since(connection, MEETING_ZH) == 2


def test_a_removed_page_is_found_no_more_and_leaves_no_row(engine):
    fill(engine)
    with engine.begin() as connection:
        index.remove(connection, [MEETING, number("1999-01-01")])
    assert found(engine, "") == [PRICES, MEETING_ZH, MEETING_RU]
    with engine.connect() as connection:
        assert connection.scalars(select(STATEMENT_SUBJECTS.c.article)).all() == [MEETING_RU]
        assert connection.scalar(select(func.count()).select_from(SEARCH_DAYS)) == 3
        assert index.pages_since(connection) == 3


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_no_byte_of_a_removed_page_stays_in_the_folder_of_a_collection(engine, tmp_path: Path):
    fill(engine, [replace(PAGES[0], body="A word like zyxwvutsrq stays with the page.")])
    assert any(b"zyxwvutsrq" in path.read_bytes() for path in (tmp_path / "collection").iterdir())
    with engine.begin() as connection:
        index.remove(connection, [MEETING])
    index.scrub(engine)
    assert not any(b"zyxwvutsrq" in path.read_bytes() for path in (tmp_path / "collection").iterdir())


@pytest.mark.parametrize("engine", ["postgres"], indirect=True)
def test_no_byte_of_a_removed_page_stays_in_the_files_of_the_table(engine):
    path = "SELECT pg_read_binary_file(pg_relation_filepath('search_pages'))"
    fill(engine, [replace(PAGES[0], body="A word like zyxwvutsrq stays with the page.")])
    with engine.begin() as connection:
        connection.exec_driver_sql("CHECKPOINT")
        assert b"zyxwvutsrq" in bytes(connection.exec_driver_sql(path).scalar())
        index.remove(connection, [MEETING])
    index.scrub(engine)
    with engine.connect() as connection:
        connection.exec_driver_sql("CHECKPOINT")
        assert b"zyxwvutsrq" not in bytes(connection.exec_driver_sql(path).scalar())
