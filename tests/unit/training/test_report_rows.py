"""Sentences of two reports as pairs to learn from: what answers one question, and some that answer none."""

from __future__ import annotations

import random

from dateline.model import Span
from training.pair_rows import AGREE, CONFLICT, OTHER
from training.report_lines import FOLDER, Answers, Report, ReportPair, report_pairs
from training.report_rows import report_rows, sentences

FIRST = "Bridge falls\n\nSix people died on Monday. Mayor Ode spoke of a crack."
SECOND = "Nine dead\n\nThe fall of the bridge killed nine. A crack was to blame, said Ode."


def answers(relation: str, a: str, b: str) -> Answers:
    first, second = FIRST.index(a), SECOND.index(b)
    return Answers(
        "quantity", "people killed", relation, Span(first, first + len(a)), Span(second, second + len(b))
    )


PAIR = ReportPair(
    "bridge",
    Report("One", "2026-05-12", FIRST),
    Report("Two", "2026-05-12", SECOND),
    (answers("conflict", "Six people", "killed nine"), answers("agree", "a crack", "A crack")),
    is_held=False,
)


def test_a_report_falls_into_its_headline_and_sentences() -> None:
    assert [span.of(FIRST) for span in sentences(FIRST)] == [
        "Bridge falls",
        "Six people died on Monday.",
        "Mayor Ode spoke of a crack.",
    ]


def test_sentences_that_answer_one_question_contradict_or_agree_and_others_do_neither() -> None:
    random.seed(1)
    conflict, agree, *rest = report_rows(PAIR)
    assert (conflict.relation, agree.relation) == (CONFLICT, AGREE)
    (marked,) = conflict.a.values
    assert conflict.a.text[marked[0] : marked[1]] == "Six people"
    assert rest and all(row.relation == OTHER for row in rest)


def test_every_pair_that_nothing_is_learnt_from_yet_is_sound() -> None:
    assert len(list(report_pairs(FOLDER / "unlearnt"))) > 500
