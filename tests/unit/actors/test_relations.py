"""Standing relations that a page states."""

from __future__ import annotations

import pytest

from dateline import read
from dateline.language import installed_model

pytestmark = pytest.mark.skipif(installed_model() is None, reason="no English language model is installed")


def relations(body: str) -> set[tuple[str, str, str]]:
    reading = read(f"The harbour talks\n\n{body}\n", published="2022-09-15")
    names = {m.actor: m.name for m in reading.mentions}
    return {(names[r.subject], r.relation, names[r.object]) for r in reading.relations}


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        (
            "Members of the African Union include Namibia and Gabon, the ministry said.",
            ("Gabon", "member_of", "African Union"),
        ),
        (
            "Observers of the African Union include Iceland, the ministry said on Monday.",
            ("Iceland", "observer_of", "African Union"),
        ),
        (
            "Namibia is a member of the African Union, and its minister said so on Monday.",
            ("Namibia", "member_of", "African Union"),
        ),
        (
            "Gabon, a member of the African Union, condemned the raid on Monday evening.",
            ("Gabon", "member_of", "African Union"),
        ),
    ],
)
def test_membership(body: str, wanted: tuple[str, str, str]) -> None:
    assert wanted in relations(body)


def test_what_is_denied_is_no_relation() -> None:
    assert (
        relations("Iceland is not a member of the African Union, its foreign minister said on Monday.")
        == set()
    )
