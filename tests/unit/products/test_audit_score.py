"""Scores of samples: by field, type and status, for each labeller, and between two."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.products.audits import examples, marked, score
from dateline.store.auditing import AuditKind, Mark
from tests.unit.products.invented_samples import (
    NOTHING,
    RIGHT,
    SENTENCE,
    SKIPPED,
    audit_of,
    event_row,
    statement_row,
    wrong,
)

ROWS = [event_row(number) for number in (1, 2, 3)] + [
    event_row(4, type="ASSAULT (bombing)", status="planned"),
    event_row(5, type="ASSAULT"),
    event_row(6),
]


def shares(parts):
    return {part.name: (part.precision.right, part.precision.of) for part in parts}


@pytest.fixture
def ana():
    said = {1: RIGHT, 2: wrong("date", ("status", "planned")), 3: SKIPPED, 4: NOTHING, 5: RIGHT}
    return score(audit_of(ROWS), ROWS, {"Ana": said}).labellers[0]


def test_skipped_and_open_rows_do_not_count(ana):
    assert (ana.labelled, ana.skipped) == (4, 1)
    assert (ana.precision.right, ana.precision.of, ana.precision.share) == (2, 4, 0.5)


def test_what_is_not_there_counts_against_the_row_but_not_against_its_fields(ana):
    assert (ana.exists.right, ana.exists.of) == (3, 4)
    assert shares(ana.fields) == {
        "source": (3, 3), "target": (3, 3), "type": (3, 3), "status": (2, 3), "date": (2, 3), "place": (3, 3),
    }  # fmt: skip


def test_parts_are_by_coded_root_and_status(ana):
    assert shares(ana.types) == {"ASSAULT": (1, 2), "CONSULT": (1, 2)}
    assert shares(ana.statuses) == {"happened": (2, 3), "planned": (0, 1)}


def test_statements_have_no_status():
    rows = [statement_row(1)]
    found = score(audit_of(rows, AuditKind.STATEMENTS), rows, {"Ana": {1: RIGHT}}).labellers[0]
    assert shares(found.types) == {"direct": (1, 1)} and found.statuses == ()
    assert set(shares(found.fields)) == {"speaker", "content", "type"}


def test_labels_of_rows_that_are_gone_do_not_count():
    found = score(audit_of(ROWS[1:]), ROWS[1:], {"Ana": {2: RIGHT}}).labellers[0]
    assert found.labelled == 1


def test_two_labellers_are_compared_on_what_both_answered():
    ana = {1: RIGHT, 2: wrong("date"), 3: SKIPPED, 4: NOTHING, 5: RIGHT}
    ben = {1: RIGHT, 2: wrong("place"), 3: RIGHT, 4: wrong("type"), 5: wrong("date"), 6: RIGHT}
    (found,) = score(audit_of(ROWS), ROWS, {"Ben": ben, "Ana": ana}).agreements
    assert (found.one, found.other, found.both) == ("Ana", "Ben", 4)
    assert (found.agreed.right, found.agreed.of) == (3, 4)
    assert found.kappa == pytest.approx(0.5)
    assert (found.differ, found.fields) == ((5,), (2, 4))


def test_three_labellers_are_compared_two_by_two():
    labels = {by: {1: RIGHT} for by in ("Ana", "Ben", "Cid")}
    found = score(audit_of(ROWS), ROWS, labels)
    assert [(one.one, one.other) for one in found.agreements] == [
        ("Ana", "Ben"),
        ("Ana", "Cid"),
        ("Ben", "Cid"),
    ]


def test_only_full_corrections_become_examples():
    labels = {
        1: RIGHT,
        2: wrong("date"),
        3: wrong(("status", "planned"), ("place", "")),
        4: NOTHING,
        5: SKIPPED,
    }
    mended, nothing = examples(audit_of(ROWS), ROWS, {"Ana": labels})
    assert mended.coded["status"] == "happened" and mended.by == "Ana"
    assert mended.right == {**mended.coded, "status": "planned", "place": ""}
    assert (mended.sentence, mended.end - mended.start) == (SENTENCE, len(SENTENCE))
    assert nothing.id == "e4" and nothing.right is None


def test_the_sentence_is_told_with_its_slots():
    assert marked(event_row(1)) == (
        "[source: Norway's foreign minister] [trigger: met] [target: the king of Tonga] in [place: Nuku'alofa]."
    )


def test_marks_nest_and_are_told_once_for_the_same_words():
    marks = [("target", 30, 47), ("place", 42, 47), ("date", 42, 47), ("cue", 45, 52)]
    row = replace(event_row(1), marks=tuple(Mark(*mark) for mark in marks))
    assert "[target: the king of [place, date: Tonga]] in" in marked(row)
