"""What is counted in an act, also where only the number is told."""

from __future__ import annotations

import pytest

from dateline import code_events
from tests.unit.events.dyads import needs_model

pytestmark = needs_model


@pytest.mark.parametrize(
    ("text", "value", "unit", "bound", "words"),
    [
        ("An airstrike killed 12 in Marla on Monday.", 12, "people", "exact", "12"),
        ("Maltese troops killed at least 23.", 23, "people", "at_least", "23"),
        ("Bombs killed two thousand in Malta.", 2000, "people", "exact", "two thousand"),
        (
            "Malta expelled three of the diplomats.",
            3,
            "diplomat",
            "exact",
            "three of the diplomats",
        ),
        ("Malta expelled 12 Belizean diplomats.", 12, "diplomat", "exact", "12 Belizean diplomats"),
    ],
)
def test_people_are_counted_with_and_without_a_noun(
    text: str, value: float, unit: str, bound: str, words: str
) -> None:
    (event,) = code_events(text)
    (told,) = event.quantities
    assert (told.value, told.unit, told.bound) == (value, unit, bound)
    assert text[told.span.start : told.span.end] == words


def test_the_number_of_others_is_not_of_those_who_take_part() -> None:
    (event,) = code_events("Rebels killed two in Malta.")
    assert [quantity.value for quantity in event.quantities] == [2]
    (other,) = code_events("Malta condemned Belize in 2015.")
    assert other.quantities == ()
