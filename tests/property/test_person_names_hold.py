"""Whatever two texts say, comparing them as names neither fails nor depends on their order."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.knowledge import same_person_score
from dateline.knowledge.name_parts import person_name

names = st.one_of(
    st.text(max_size=25),
    st.lists(
        st.text(alphabet="abcdeghiknorsuyABCJRÉéцжЖиلمन्王김 -.,'", min_size=1, max_size=9), max_size=5
    ).map(" ".join),
)


@settings(max_examples=400, deadline=None)
@given(names, names)
def test_a_score_lies_between_0_and_1_and_order_does_not_matter(one: str, other: str) -> None:
    score = same_person_score(one, other)
    assert 0 <= score <= 1
    assert score == same_person_score(other, one)


@settings(max_examples=400, deadline=None)
@given(names)
def test_a_name_is_itself(name: str) -> None:
    assert same_person_score(name, name) == (1 if person_name(name).parts else 0)
