"""The sets of marked words and of who and whom: what counts as carried, found and right."""

from __future__ import annotations

import pytest

from dateline.language import installed_model, load_parser, split_sentences
from dateline.model import Block, BlockKind, Status
from evaluation.sets.cameo_ner import Tally, equals, of_side, overlaps
from evaluation.sets.uw import by_rules

GOLD = (("S", (0, 10)), ("T", (20, 30)), ("R", (40, 50)))


def tally(fits: object, *found: tuple[str, tuple[int, int]]) -> tuple[float, float]:
    made = Tally()
    made.add(GOLD, found, overlaps if fits == "overlap" else equals)
    return made.precision, round(made.recall, 2)


def test_a_span_is_found_by_words_in_common_on_its_own_side() -> None:
    assert tally("overlap", ("S", (5, 12))) == (1.0, 0.33)
    assert tally("overlap", ("T", (5, 12))) == (0.0, 0.0)
    assert tally("exact", ("S", (5, 12))) == (0.0, 0.0)
    assert tally("exact", ("S", (0, 10)), ("T", (0, 10))) == (0.5, 0.33)


def test_a_mutual_party_is_right_on_either_side() -> None:
    assert tally("overlap", ("S", (41, 45))) == tally("overlap", ("T", (41, 45))) == (1.0, 0.33)
    assert of_side(GOLD, "source") == [GOLD[0], GOLD[2]]


def test_nothing_found_and_nothing_marked_score_nothing() -> None:
    assert Tally().f1 == 0.0


@pytest.mark.skipif(installed_model() is None, reason="no English language model is installed")
def test_the_rules_of_status_are_asked_of_verbs_alone() -> None:
    text = "The envoy of Malta will not sing in Riga."
    parses = load_parser().parse(text, split_sentences(text, [Block(BlockKind.BODY, 0, len(text))]))
    assert by_rules(parses, text.index("sing")) == Status.DENIED
    assert by_rules(parses, text.index("envoy")) is None
