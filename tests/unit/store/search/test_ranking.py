"""Which pages come first."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.store.search import index
from dateline.store.search.backend import Match
from dateline.store.search.expressions import Run
from dateline.store.search.finding import Order, find
from dateline.store.search.index_rows import IndexRow
from dateline.store.search.query_reader import read_query
from dateline.store.search.ranking import ranked, rarities
from tests.unit.store.search.invented import MEETING, MEETING_ZH, PRICES, fill, number

TODAY = date(2022, 10, 3)
REST = " ".join(f"word{n}" for n in range(60))


def order(*texts: tuple[str, str], asked: str) -> list[int]:
    """Places of the texts (title, body), best first, for a query of single words."""
    matches = [Match(place, title, body) for place, (title, body) in enumerate(texts)]
    words = [Run((word,)) for word in asked.split()]
    return [hit.number for hit in ranked(matches, words, [1.0] * len(words))]


def test_a_word_in_the_title_weighs_more_than_one_in_the_body():
    assert order(("gas prices", REST), ("prices", f"gas {REST}"), asked="gas") == [0, 1]


def test_a_word_that_stands_more_often_weighs_more():
    assert order(("", f"gas {REST}"), ("", f"gas oil gas {REST}"), asked="gas") == [1, 0]


def test_a_short_page_goes_before_a_long_one_with_the_same_word():
    assert order(("", f"gas {REST} {REST} {REST}"), ("", f"gas {REST}"), asked="gas") == [1, 0]


def test_words_that_stand_next_to_one_another_go_before_words_far_apart():
    assert order(("", f"gas {REST} price"), ("", f"gas price {REST}"), asked="gas price") == [1, 0]
    assert order(("", f"gas {REST} price"), ("", f"price gas {REST}"), asked="gas price") == [1, 0]


def test_pages_of_one_score_stand_newest_first():
    assert order(("gas", REST), ("gas", REST), ("gas", REST), asked="gas") == [2, 1, 0]


def test_the_beginning_of_a_word_counts_each_word_that_begins_so():
    matches = [Match(1, "", f"pipe {REST}"), Match(2, "", f"pipe pipelines {REST}")]
    assert [hit.number for hit in ranked(matches, [Run(("pip",), is_prefix=True)], [1.0])] == [2, 1]


def test_nothing_found_is_nothing_ranked():
    assert ranked([], [Run(("gas",))], [1.0]) == []


def test_a_rare_word_tells_more_than_a_common_one(engine):
    pages = [IndexRow(number("2022-09-14", n), "", "news" + (" rare" if n == 3 else "")) for n in range(50)]
    fill(engine, pages)
    with engine.connect() as connection:
        common, rare = rarities(connection, [Run(("news",)), Run(("rare",))])
    assert 0 < common < 0.1
    assert 3 < rare < 4


def test_a_word_on_every_page_tells_nothing_even_where_only_the_newest_are_looked_at(engine, monkeypatch):
    monkeypatch.setattr(index, "NEWEST", 10)
    pages = [IndexRow(number("2022-09-14", 0) + (n << index.PLACES), "", "news") for n in range(40)]
    pages += [IndexRow(number("2022-09-14", 1) + (4 * n << index.PLACES), "", "news rare") for n in range(10)]
    fill(engine, pages)
    with engine.connect() as connection:
        common, rare = rarities(connection, [Run(("news",)), Run(("rare",))])
    assert common < 0.1 < rare


def test_hits_come_best_first_or_newest_first_a_page_at_a_time(engine):
    fill(engine)
    with engine.connect() as connection:
        best = find(connection, read_query("gas pipelines OR costs", today=TODAY))
        newest = find(connection, read_query("gas", today=TODAY), order=Order.NEWEST)
        second = find(connection, read_query("", today=TODAY), limit=1, offset=1)
    assert {hit.number for hit in best.hits} == {MEETING, PRICES} and best.hits[0].score >= best.hits[1].score
    assert [hit.number for hit in newest.hits] == [PRICES, MEETING]
    assert [hit.number for hit in second.hits] == [MEETING_ZH]
    assert len(second.numbers) == 4 and not second.is_cut


@pytest.mark.parametrize("text", ["actor:Q15031", "-gas", ""])
def test_without_words_the_newest_come_first(engine, text):
    fill(engine)
    with engine.connect() as connection:
        found = find(connection, read_query(text, today=TODAY))
    assert [hit.number for hit in found.hits] == sorted(found.numbers, reverse=True)
