"""Words of a page are known again where other words have come or gone, and nowhere else."""

from __future__ import annotations

import pytest

from dateline.store.correcting.anchors import anchor_of, place_of

PAGE = (
    "Osthaven, Tuesday. The envoys of Estonia met those of Tonga. In Brask the two mayors met too, and dined."
)
FIRST, SECOND = PAGE.index("met"), PAGE.rindex("met")


def found(anchored: int, text: str) -> str | None:
    """The words before the place, where one is found."""
    place = place_of(anchor_of(PAGE, (anchored, anchored + 3)), text)
    return text[: place.start].rsplit(maxsplit=1)[-1] if place else None


@pytest.mark.parametrize(("place", "before"), [(FIRST, "Estonia"), (SECOND, "mayors")])
@pytest.mark.parametrize(
    "changed",
    [
        PAGE,
        "It rained. " + PAGE,
        PAGE.replace("Osthaven, Tuesday. ", ""),
        PAGE.replace(" Tonga.", " Tonga, far away."),
        PAGE + " " + PAGE.replace("envoys", "spokesmen"),
    ],
)
def test_words_are_found_where_they_are_now(place, before, changed):
    assert found(place, changed) == before


def test_the_same_word_somewhere_else_is_not_taken_for_it():
    assert found(FIRST, "In Brask the two mayors met too, and dined.") is None
    assert found(FIRST, "Nothing of the kind.") is None


def test_of_two_places_that_are_alike_the_nearer_is_meant():
    text = PAGE + "\n" + PAGE
    later = len(PAGE) + 1 + FIRST
    place = place_of(anchor_of(text, (later, later + 3)), text)
    assert place is not None and place.start == later


def test_a_long_quotation_is_known_whatever_stands_around():
    words = "The envoys of Estonia met those of Tonga. In Brask the two mayors met too"
    start = PAGE.index(words)
    anchor = anchor_of(PAGE, (start, start + len(words)))
    place = place_of(anchor, f"Quite another page. {words}! And so on.")
    assert place is not None and place.start == len("Quite another page. ")
