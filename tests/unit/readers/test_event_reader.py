"""The reader of acts between two given actors: shares that add up, and the act that the words say."""

from __future__ import annotations

import pytest

from dateline.model import Span
from dateline.readers import Clause, EventReader


def clause(text: str, source: str, target: str) -> Clause:
    at = [Span(text.index(words), text.index(words) + len(words)) for words in (source, target)]
    return Clause(text, *at)


@pytest.mark.parametrize(
    ("text", "root", "status"),
    [
        ("Belize has expelled two Nauruan diplomats over the reef.", "SANCTION", "happened"),
        ("Belize will hold talks with Nauruan officials next week.", "CONSULT", "planned"),
        ("Belize has not accused Nauruan fishermen of anything.", "ACCUSE", "denied"),
        ("Belize asked Nauruan officials to open the port.", "REQUEST", "happened"),
    ],
)
def test_act_and_status(text: str, root: str, status: str) -> None:
    (reading,) = EventReader().read([clause(text, "Belize", "Nauruan")])
    assert max(reading.roots, key=reading.roots.__getitem__) == root
    assert max(reading.statuses, key=reading.statuses.__getitem__) == status
    assert sum(reading.roots.values()) == pytest.approx(1, abs=1e-4)


def test_names_do_not_count_and_company_does_not_matter() -> None:
    reader = EventReader()
    one = clause("Belize praised the Nauruan fleet.", "Belize", "the Nauruan fleet")
    other = clause("Iceland praised the Omani fleet.", "Iceland", "the Omani fleet")
    alone = reader.read([one])[0].roots
    assert reader.read([other])[0].roots == pytest.approx(alone, abs=1e-5)
    assert reader.read([other, one])[1].roots == pytest.approx(alone, abs=1e-2)
    assert reader.read([]) == []
