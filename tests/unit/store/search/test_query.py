"""The language of queries."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.store.search.query import Choice, Clause, Field, Has, Phrase, Query, QueryError, Word
from dateline.store.search.query_reader import read_query

WEDNESDAY = date(2022, 9, 14)


def read(text: str) -> Query:
    return read_query(text, today=WEDNESDAY)


def clause(*what: Word | Phrase | Has) -> Clause:
    return Clause(tuple(Choice(one) for one in what))


def test_words_phrases_and_fields_stand_side_by_side():
    asked = read('gas "Belt and Road" pipe* actor:Q15031 outlet:"Kazinform News"')
    assert asked.clauses == (
        clause(Word("gas")),
        clause(Phrase("Belt and Road")),
        clause(Word("pipe", is_prefix=True)),
        clause(Has(Field.ACTOR, "Q15031")),
        clause(Has(Field.OUTLET, "Kazinform News")),
    )


def test_or_joins_its_neighbours_alone():
    assert read("oil gas OR coal OR lang:kk").clauses == (
        clause(Word("oil")),
        clause(Word("gas"), Word("coal"), Has(Field.LANG, "kk")),
    )


def test_minus_refuses_what_it_stands_before():
    assert read('-war -"oil price" -actor:Q1').clauses == tuple(
        Clause((Choice(what, is_refused=True),))
        for what in (Word("war"), Phrase("oil price"), Has(Field.ACTOR, "Q1"))
    )


def test_typographic_quotation_marks_and_capitals_in_values_are_understood():
    asked = read("“Belt and Road” type:consult STATUS:Planned type:statement said-by:Xi")
    assert asked.clauses == (
        clause(Phrase("Belt and Road")),
        clause(Has(Field.TYPE, "CONSULT")),
        clause(Has(Field.STATUS, "planned")),
        clause(Has(Field.TYPE, "statement")),
        clause(Has(Field.SAID_BY, "Xi")),
    )


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2022", date(2022, 1, 1)),
        ("2022-09", date(2022, 9, 1)),
        ("2022-09-14", date(2022, 9, 14)),
        ("today", date(2022, 9, 14)),
        ("yesterday", date(2022, 9, 13)),
        ("monday", date(2022, 9, 12)),
        ("Wednesday", date(2022, 9, 14)),
        ("thursday", date(2022, 9, 8)),
        ("7d", date(2022, 9, 7)),
        ("99999d", date(1748, 11, 30)),
    ],
)
def test_days_are_reckoned_from_the_day_that_is_handed_in(value, day):
    assert read(f"after:{value}").after == day
    assert read(f"before:{value}").before == day


def test_several_days_narrow_one_another():
    asked = read("after:2022 after:2022-03 before:2023 before:2022-06 story:abc")
    assert (asked.after, asked.before, asked.story) == (date(2022, 3, 1), date(2022, 6, 1), "abc")


@pytest.mark.parametrize("text", ["", "  ", "— & -", '""', "…"])
def test_a_query_without_words_asks_for_every_page(text):
    assert read(text) == Query()


@pytest.mark.parametrize(
    ("text", "letter", "said"),
    [
        ('oil "gas', 5, "the quotation mark at letter 5 is never closed"),
        ("oil actr:Xi", 5, "there is no field 'actr' (letter 5): use one of actor, outlet, type"),
        ("type:visit", 1, "is none of AGREE, CONSULT"),
        ("status:done", 1, "is none of happened, planned, denied, hypothetical"),
        ("after:2022-13", 1, "is no day: write 2022, 2022-09"),
        ("before:soon", 1, "is no day"),
        ("OR gas", 1, "OR at letter 1 has nothing before it"),
        ("oil OR OR gas", 8, "OR at letter 8"),
        ("oil OR", 5, "OR at letter 5 has nothing after it"),
        ("oil OR after:2022", 8, "narrows the whole query"),
        ("-story:abc", 1, "narrows the whole query"),
        ("story:a story:b", 9, "must be the only one"),
        ("actor:", 1, "has no value"),
        ("actor:Xi*", 1, "cannot end in *"),
        ("oil a*", 6, "needs two letters"),
        ("oil " * 65, 257, "a query has 64 parts at most"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_place(text, letter, said):
    with pytest.raises(QueryError) as refused:
        read(text)
    assert said in str(refused.value)
    assert refused.value.letter == letter


def test_an_address_is_words_and_no_field():
    assert read("https://example.org/a 12:30").clauses == (
        clause(Word("https://example.org/a")),
        clause(Word("12:30")),
    )


def test_own_event_types_are_known_where_they_are_handed_in():
    asked = read_query("type:ESPIONAGE", today=WEDNESDAY, roots=("CONSULT", "ESPIONAGE"))
    assert asked.clauses == (clause(Has(Field.TYPE, "ESPIONAGE")),)
