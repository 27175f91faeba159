"""Who "I", "we" and "you" are in quotations, and bodies and people by parts of their names."""

from __future__ import annotations

import dateline


def meant(text: str, words: str) -> set[str | None]:
    """Names of those whom some words stand for, wherever they are mentioned."""
    reading = dateline.read(text, published="2024-03-12")
    return {mention.name for mention in reading.mentions if mention.text == words and mention.actor}


def test_i_is_whoever_is_quoted() -> None:
    text = 'Talks in Oslo\n\n"I will not leave my office," Ilda Marsh said on Tuesday. Jon Aalto told reporters: "I was asked to go."\n'
    assert meant(text, "I") == {"Ilda Marsh", "Jon Aalto"}
    assert meant(text, "my") == {"Ilda Marsh"}


def test_we_of_a_body_is_the_body_and_of_a_person_is_not_told() -> None:
    text = 'Harbour\n\n"We keep the port open," the Harbour Council said on Tuesday. "We shall see," said Ilda Marsh.\n'
    assert meant(text, "We") <= {"Harbour Council", "the Harbour Council"}


def test_i_outside_of_quotations_is_nobody() -> None:
    assert not meant("Diary\n\nI met Ilda Marsh in Oslo on Tuesday, and I told her of the harbour.\n", "I")


def test_a_body_is_known_by_the_last_word_of_its_name() -> None:
    text = "Truce holds\n\nThe Highland Front agreed to a truce on Tuesday. Ilda Marsh said that the Front had kept its word.\n"
    assert meant(text, "Front") == {"Highland Front"}


def test_a_headline_has_the_surname_of_whom_the_text_names_in_full() -> None:
    text = (
        "Marsh denies leak of the harbour plan\n\n"
        "Harbour minister Ilda Marsh denied on Tuesday that she had told reporters of the plan for the old quays of Lunda.\n\n"
        "The plan would close two of the quays and move the ferries to the northern docks before the end of the spring.\n"
    )
    assert meant(text, "Marsh") == {"Ilda Marsh"}


def test_a_given_name_stands_for_whom_the_page_has_named_in_full() -> None:
    text = "Rescue\n\nKathina Marsh was saved from the harbour on Tuesday. Doctors said that Kathina had been lucky.\n"
    assert "Kathina Marsh" in meant(text, "Kathina")


def test_the_legislature_of_a_region_is_not_its_state() -> None:
    text = "Bill passes\n\nThe Arizona legislature rejected the bill on Tuesday, and the governor of Arizona welcomed the vote.\n"
    reading = dateline.read(text, published="2024-03-12")
    legislature = next(m for m in reading.mentions if "legislature" in m.text)
    assert legislature.actor is not None
    assert legislature.actor.startswith("local:")
    assert legislature.state == "USA"
