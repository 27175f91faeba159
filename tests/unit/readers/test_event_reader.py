"""The reader of acts between two given actors: shares that add up, and the act that the words say."""

from __future__ import annotations

import pytest

from dateline.model import Span
from dateline.readers import Clause, EventReader, act_shares
from dateline.readers.event_reader import hidden


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
    reading, _ = EventReader().read(clause(text, "Belize", "Nauruan"))
    assert max(reading.roots, key=reading.roots.__getitem__) == root
    assert max(reading.statuses, key=reading.statuses.__getitem__) == status
    assert sum(reading.roots.values()) == pytest.approx(1, abs=1e-4)


def test_names_do_not_count() -> None:
    reader = EventReader()
    one, _ = reader.read(clause("Belize praised the Nauruan fleet.", "Belize", "the Nauruan fleet"))
    other, _ = reader.read(clause("Iceland praised the Omani fleet.", "Iceland", "the Omani fleet"))
    assert other.roots == pytest.approx(one.roots, abs=1e-5)


def test_hidden_participants_keep_their_places() -> None:
    made = hidden(clause("Nauruan ships were seized by Belize.", "Belize", "Nauruan"))
    assert made.text == "target ships were seized by source."
    assert made.between is not None
    assert made.between.of(made.text) == " ships were seized by "
    alone = hidden(Clause("Belize praised it.", Span(0, 6), None))
    assert (alone.text, alone.between) == ("source praised it.", None)


def test_shares_of_three_looks_add_up() -> None:
    shares, nothing = act_shares(EventReader(), clause("Belize sued Nauruan banks.", "Belize", "Nauruan"))
    assert sum(shares.values()) == pytest.approx(1)
    assert max(shares, key=shares.__getitem__) == ("ACCUSE", "happened")
    assert nothing < 0.5


def test_shares_without_participants() -> None:
    shares, _ = act_shares(EventReader(), Clause("The port was bombed.", None, None))
    assert max(shares, key=shares.__getitem__)[0] == "ASSAULT"
