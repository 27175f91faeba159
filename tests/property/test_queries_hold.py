"""What must hold for any query."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.store.search.query import QueryError
from dateline.store.search.query_reader import read_query

TODAY = date(2022, 9, 14)
PARTS = st.sampled_from(
    'oil -war OR "Belt and Road" pipe* actor:Q15031 outlet:"Kazinform News" -lang:en type:consult status:planned after:7d '
    "before:2022-09 story:abc 习近平 习* — \" - * : actr:x a:b https://a.b Xi's “ ”".split(" ")
)
TEXTS = st.one_of(st.text(max_size=40), st.lists(PARTS, max_size=8).map(" ".join))


@settings(deadline=None, max_examples=500)
@given(TEXTS)
def test_a_query_prints_as_a_text_that_reads_as_the_same_query(text: str) -> None:
    try:
        asked = read_query(text, today=TODAY)
    except QueryError as error:
        place = error.letter
    else:
        place = 1
        assert read_query(str(asked), today=TODAY) == asked
    assert 1 <= place <= len(text) or not text
