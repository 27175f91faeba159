"""The set of names: plain comparisons as they are known, and in what two names differ."""

from __future__ import annotations

import pytest

from evaluation.name_peers import best_accuracy, equality, jaro_winkler, normalised, token_set_ratio
from evaluation.sets.names import Difference, difference


def test_peers_are_what_they_are_called() -> None:
    assert jaro_winkler("martha", "marhta") == pytest.approx(0.961, abs=0.001)
    assert jaro_winkler("dixon", "dicksonx") == pytest.approx(0.813, abs=0.001)
    assert token_set_ratio("ana ruiz", "ruiz maria ana") == 1
    assert token_set_ratio("ana", "bob") == 0
    assert normalised("Núñez-Ruiz, ANA") == "nunez ruiz ana"


def test_a_peer_gets_its_best_threshold() -> None:
    pairs = [("Ana", "ana", True), ("Ana", "Eva", False), ("Ana", "Anna", True)]
    assert best_accuracy(equality, pairs) == (pytest.approx(2 / 3), 1.0)
    assert best_accuracy(jaro_winkler, pairs)[0] == 1


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Ruiz, Ana", "Ana Ruíz", Difference.ORDER),
        ("Ana Ruiz", "Ana Maria Ruiz", Difference.MORE),
        ("Ana Ruis", "Ana Ruiz", Difference.SLIP),
        ("Иван Иванов", "Ivan Ivanov", Difference.SCRIPT),
        ("Anna Ruis", "Ana Ruiz", Difference.WORDS),
    ],
)
def test_differences(one: str, other: str, expected: Difference) -> None:
    assert difference(one, other) is expected
