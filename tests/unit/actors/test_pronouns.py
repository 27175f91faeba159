"""Whom "he", "she" and "it" stand for."""

from __future__ import annotations

import pytest

from dateline import read
from dateline.language import installed_model

pytestmark = pytest.mark.skipif(installed_model() is None, reason="no English language model is installed")


def meant(text: str, pronoun: str, published: str = "2022-09-15") -> str | None:
    """The name behind the first mention that consists of the pronoun."""
    page = read("The harbour talks\n\n" + text + "\n", published=published)
    return next((m.name for m in page.mentions if m.text == pronoun), None)


def test_a_known_gender_keeps_the_wrong_person_away() -> None:
    text = "Judge Thomas Okello opened the trial of Ana Ruiz on Monday. She was convicted, and he fined her."
    assert (meant(text, "She"), meant(text, "he")) == ("Ana Ruiz", "Thomas Okello")
    assert (
        meant("Spokesman Wanjiru Dray met the envoys on Monday. She left early for the harbour.", "She")
        is None
    )


def test_an_unknown_gender_fits_both() -> None:
    text = "Mayor {} opened the harbour on Monday. {} said that the workers of the port had earned it."
    assert meant(text.format("Oru Tavik", "She"), "She") == "Oru Tavik"
    assert meant(text.format("Oru Tavik", "He"), "He") == "Oru Tavik"


def test_whoever_is_thanked_made_the_visit() -> None:
    text = "Carl Dray thanked Thomas Okello for his visit on Monday."
    assert meant(text, "his") == "Thomas Okello"


def test_he_in_a_quotation_is_not_the_speaker() -> None:
    text = "Thomas Okello met Carl Dray on Monday. “I told the council that he must go,” Okello said."
    assert meant(text, "he") == "Carl Dray"


def test_a_pronoun_may_stand_before_its_name() -> None:
    text = "Carl Dray left on Sunday. In his speech on Monday, Thomas Okello thanked the workers of the port."
    assert meant(text, "his") == "Thomas Okello"


def test_one_is_not_the_object_of_ones_own_act() -> None:
    text = "Carl Dray met the council on Monday. Thomas Okello thanked him for the help."
    assert meant(text, "him") == "Carl Dray"


def test_a_thing_may_be_meant_by_it() -> None:
    text = "Iceland signed the accord on Monday. The accord says that it ends in May."
    assert meant(text, "it") is None


def test_a_body_is_meant_by_it() -> None:
    assert meant("Iceland closed the port on Monday. It said that the ships must wait.", "It") == "Iceland"
