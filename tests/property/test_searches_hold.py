"""What must hold for any search: the index finds what reading every page word by word finds."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import create_engine

from dateline.store.search import IndexRow, Named, QueryError, create, index, read_query
from dateline.store.search.expressions import AllBut, AnyOf, Condition, Run, condition
from dateline.store.search.index_rows import field_string
from dateline.store.search.tokens import token_string
from dateline.store.tables import METADATA

TODAY = date(2022, 9, 14)
FIRST = index.first_number(TODAY)
WORDS = st.sampled_from(
    "gas oil price U.S. us Xi 习近平 访问 l’Élysée pipe pipeline 1,000 é ё OR not NEAR".split(" ")
)
TEXTS = st.lists(WORDS, max_size=6).map(" ".join)
NAMES = st.sampled_from([Named("Q1", "Xi Jinping"), Named(None, "Gas Price"), Named("dl-oil", "Oil U.S.")])
ACTS = st.tuples(st.sampled_from(["CONSULT", "AID"]), st.sampled_from(["happened", "planned"]))
ASKED = st.sampled_from(
    'gas oil -gas -price OR OR OR pipe* 习* 习近 习 us U.S. "gas price" "习近平 访问" -"oil oil" actor:xi actor:"xi gas" '
    'actor:Q1 -actor:dl-oil outlet:"gas price" type:aid -type:consult status:planned NEAR and élysée'.split(
        " "
    )
)


@st.composite
def pages(draw: st.DrawFn) -> list[IndexRow]:
    return [
        IndexRow(
            FIRST + place,
            draw(TEXTS),
            draw(TEXTS),
            draw(st.none() | NAMES),
            "en",
            tuple(draw(st.lists(NAMES, max_size=2))),
            acts=tuple(draw(st.lists(ACTS, max_size=2))),
        )
        for place in range(draw(st.integers(1, 6)))
    ]


def fulfils(asked: Condition, row: IndexRow) -> bool:
    if isinstance(asked, AnyOf):
        return any(fulfils(part, row) for part in asked.parts)
    if isinstance(asked, AllBut):
        kept = all(fulfils(part, row) for part in asked.parts)
        return kept and not any(fulfils(part, row) for part in asked.refused)
    parts = (token_string(row.title), token_string(row.body), field_string(row))
    return any(_stands(asked, part.split()) for part in parts)


def _stands(run: Run, words: list[str]) -> bool:
    size = len(run.tokens)
    for at in range(len(words) - size + 1):
        *whole, last = words[at : at + size]
        is_last = last.startswith(run.tokens[-1]) if run.is_prefix else last == run.tokens[-1]
        if is_last and whole == list(run.tokens[:-1]):
            return True
    return False


@settings(deadline=None, max_examples=150)
@given(pages(), st.lists(ASKED, max_size=5).map(" ".join))
def test_the_index_finds_what_reading_word_by_word_finds(rows: list[IndexRow], text: str) -> None:
    try:
        query = read_query(text, today=TODAY)
    except QueryError:
        return
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        METADATA.create_all(connection)
        create(connection)
        index.add(connection, rows)
        found = [match.number for match in index.matches(connection, query)]
    engine.dispose()
    assert found == [row.number for row in reversed(rows) if fulfils(condition(query), row)]
