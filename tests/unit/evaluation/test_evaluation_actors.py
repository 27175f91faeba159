"""The set of actors: what counts as found, and what as right."""

from __future__ import annotations

from typing import Any

import pytest

from dateline.model import ActorKind, Mention
from evaluation.sets.actors import Labelled, f1, form_of, is_of_labels, is_right, plain

TEXT = "Ilda Marsh, a harbour engineer, met the Norland minister. She smiled."


def mention(words: str, name: str, actor: str | None = "local:x", at: int | None = None) -> Mention:
    start = TEXT.index(words) if at is None else at
    return Mention("m1", start, start + len(words), words, ActorKind.PERSON, actor, name, None, None)


def entity(*names: str, known: bool = False) -> dict[str, Any]:
    return {"key": "e1", "names": list(names), "kind": "person", "state": None, "known": known}


@pytest.mark.parametrize(
    ("words", "form"),
    [
        ("Ilda Marsh", "name"),
        ("the Norland minister", "description"),
        ("She", "pronoun"),
        ("Norland", "name"),
    ],
)
def test_forms_are_told_by_the_words(words: str, form: str) -> None:
    assert form_of(mention(words, words)) == form


def test_a_name_or_a_part_of_it_is_right_for_somebody_of_the_page() -> None:
    assert is_right(mention("Ilda Marsh", "Ilda Marsh"), entity("Ilda Marsh"), "Ilda Marsh", None)
    assert is_right(mention("Ilda Marsh", "Marsh"), entity("Ilda Marsh", known=True), "Marsh", None)
    assert not is_right(mention("She", "Jon Aalto"), entity("Ilda Marsh"), "She", None)


def test_somebody_known_is_not_right_as_nobody() -> None:
    assert not is_right(
        mention("the Norland minister", "the Norland minister", None),
        entity("Ilda Marsh", known=True),
        "the Norland minister",
        None,
    )


def test_who_is_in_the_tables_is_right_by_any_accepted_name() -> None:
    china = Mention("m1", 0, 7, "Beijing", ActorKind.STATE, "Q148", "China", None, "CHN")
    assert is_right(china, entity("People's Republic of China", "China", known=True), "Beijing", None)


def test_what_the_labels_leave_out_counts_neither_way() -> None:
    start = TEXT.index("the Norland minister")
    page = Labelled("p", TEXT, None, (0, len(TEXT)), False, ((start, start + 20, "description", "e1"),), {})
    assert not is_of_labels(page, mention("harbour engineer", "harbour engineer"))  # behind "a"
    assert not is_of_labels(page, mention("Norland", "Norland"))  # inside the description
    assert not is_of_labels(page, mention("Ilda Marsh", "Ilda Marsh", None))  # nobody
    assert is_of_labels(page, mention("Ilda Marsh", "Ilda Marsh"))


def test_numbers() -> None:
    assert f1([3, 4, 6]) == pytest.approx(0.6)
    assert f1([0, 0, 0]) == 0
    assert plain("The U.S. Senate") == "us senate"
