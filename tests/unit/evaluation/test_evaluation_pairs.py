"""The set of pairs: when a conflict is found, when an utterance is aligned, and what counts as false."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from dateline import read
from dateline.model import (
    ClosestWording,
    Fact,
    FactKind,
    Position,
    Quotation,
    Reading,
    Span,
    Stance,
    Statement,
    StatementRef,
    StatementType,
    Story,
    Support,
    Wording,
)
from evaluation.readings import Document
from evaluation.sets import practice
from evaluation.sets.pairs import LABELS, Pair, labelled, score

TEXTS = {
    "a": 'Nine boats sank off Oda. "We saw nothing at all," Ilda Marsh said.',
    "b": 'Off Oda twelve boats sank. "There was nothing to see," Ilda Marsh said.',
}
BOATS = {"kind": "quantity", "about": "boats", "relation": "conflict"}


def test_a_conflict_of_its_kind_on_both_clauses_is_right() -> None:
    story = found(fact(FactKind.QUANTITY, "Nine", "twelve"))
    tally, details = score(pair([BOATS | clauses()]), readings(), story)
    assert (tally.gold, tally.found, tally.right, tally.f1) == (1, 1, 1, 1.0)
    assert details["missed"] == details["false"] == []


def test_another_kind_or_one_clause_alone_is_false() -> None:
    for made in (fact(FactKind.DATE, "Nine", "twelve"), fact(FactKind.QUANTITY, "Nine", "Ilda")):
        tally, details = score(pair([BOATS | clauses()]), readings(), found(made))
        assert (tally.right, tally.false_conflicts) == (0, 1.0)
        assert (details["missed"], details["false"]) == ([0], ["f1"])


def test_status_and_event_stand_for_each_other() -> None:
    label = BOATS | clauses() | {"kind": "status"}
    tally, _ = score(pair([label]), readings(), found(fact(FactKind.EVENT, "sank", "sank")))
    assert tally.right == 1


def test_a_conflict_is_matched_once_and_agreement_is_none() -> None:
    twice = found(fact(FactKind.QUANTITY, "Nine", "twelve"), fact(FactKind.QUANTITY, "boats", "boats"))
    tally, details = score(pair([BOATS | clauses()]), readings(), twice)
    assert (tally.right, tally.found, details["false"]) == (1, 2, ["f2"])
    agreed = replace(twice, facts=(replace(twice.facts[0], support=Support.CORROBORATED),))
    assert score(pair([BOATS | clauses()]), readings(), agreed)[0].found == 0


def test_a_near_miss_called_a_conflict_is_counted_by_its_relation() -> None:
    label = BOATS | clauses() | {"relation": "update"}
    tally, _ = score(pair([label]), readings(), found(fact(FactKind.QUANTITY, "Nine", "twelve")))
    assert (tally.near["update"], tally.called["update"]) == (1, 1)


def test_an_utterance_is_aligned_where_half_of_its_words_are_covered_on_both_sides() -> None:
    label = {side: [list(place(side, words))] for side, words in WORDS.items()}
    asked = pair([], quotations=[label])
    whole = score(asked, readings(), found(quotations=(quotation(),)))[0]
    assert (whole.utterances, whole.rightly_aligned, whole.alignment) == (1, 1, 1.0)
    short = readings(WORDS | {"b": "There"})
    assert score(asked, short, found(quotations=(quotation(),)))[0].rightly_aligned == 0


def test_look_alikes_that_were_aligned_are_counted() -> None:
    label = {side: [list(place(side, words))] for side, words in WORDS.items()}
    tally, _ = score(pair([], look_alikes=[label]), readings(), found(quotations=(quotation(),)))
    assert (tally.look_alikes, tally.alignment) == (1, 0.0)


@pytest.mark.parametrize(("labels", "counts"), [(LABELS, (40, 13)), (practice.LABELS, (129, 41))])
def test_the_labels_lie_inside_their_pages(labels: Path, counts: tuple[int, int]) -> None:
    pairs = labelled(labels)
    assert (len(pairs), sum(p.unread for p in pairs)) == counts
    for asked in pairs:
        for label in asked.facts:
            for side, page in asked.pages.items():
                start, end = label[side]["span"]
                assert page.text[start:end] == label[side]["value"]


WORDS = {"a": "We saw nothing at all", "b": "There was nothing to see"}


def place(side: str, words: str) -> Span:
    start = TEXTS[side].index(words)
    return Span(start, start + len(words))


def clauses() -> dict[str, dict[str, list[int]]]:
    spans = {"a": ("Nine", "Nine boats sank off Oda"), "b": ("twelve", "Off Oda twelve boats sank")}
    return {
        side: {"span": list(place(side, value)), "clause": list(place(side, clause))}
        for side, (value, clause) in spans.items()
    }


def pair(
    facts: list[dict[str, object]],
    quotations: list[dict[str, object]] | None = None,
    look_alikes: list[dict[str, object]] | None = None,
) -> Pair:
    pages = {side: Document(side, text, "2024-05-08", side) for side, text in TEXTS.items()}
    return Pair("oda", False, pages, facts, quotations or [], look_alikes or [])


def readings(words: dict[str, str] = WORDS) -> dict[str, Reading]:
    made = {}
    for side, text in TEXTS.items():
        said = Statement(
            "s1", StatementType.DIRECT, None, None, (place(side, words[side]),), None, None, None, None
        )
        whole = read(text, published="2024-05-08", outlet=side, tier="fast")
        made[side] = replace(whole, article=replace(whole.article, id=side), statements=(said,))
    return made


def fact(kind: FactKind, a: str, b: str) -> Fact:
    positions = tuple(
        Position(side, Stance.REPORTS, words, None, (place(side, words),))
        for side, words in (("a", a), ("b", b))
    )
    return Fact("", kind, "boats", Support.CONFLICTING, positions)


def quotation() -> Quotation:
    refs = tuple(StatementRef(side, "s1") for side in TEXTS)
    return Quotation("q1", "Ilda Marsh", refs, ClosestWording("a", "s1", ""), (), Wording.REWORDED)


def found(*facts: Fact, quotations: tuple[Quotation, ...] = ()) -> Story:
    numbered = tuple(replace(made, id=f"f{n}") for n, made in enumerate(facts, 1))
    return Story("s", "", ("a", "b"), 2, 2, 2, (), numbered, quotations, ())
