"""Sheets to label in: what goes out comes back, and what cannot be taken is told in one line."""

from __future__ import annotations

import csv
import io

import pytest

from dateline.model import CollectionError
from dateline.products.audits import Answer, BadRow, read_sheet, sheet
from dateline.store.auditing import AuditKind
from tests.unit.products.invented_samples import (
    NOTHING,
    RIGHT,
    SKIPPED,
    audit_of,
    event_row,
    statement_row,
    wrong,
)

ROWS = [event_row(number) for number in range(1, 6)]
AUDIT = audit_of(ROWS)
LABELS = {1: RIGHT, 2: wrong("date", ("status", "planned"), ("place", "")), 3: SKIPPED, 4: NOTHING}


def filled(separator=",", **answers):
    """A sheet of which the first row is filled in."""
    cells = list(csv.DictReader(io.StringIO(sheet(AUDIT, ROWS, {}).decode("utf-8-sig"))))
    cells[0] |= {name.replace("_", " "): value for name, value in answers.items()}
    written = io.StringIO()
    table = csv.DictWriter(written, cells[0].keys(), delimiter=separator)
    table.writeheader()
    table.writerows(cells)
    return written.getvalue().encode()


def taken(data):
    return list(read_sheet(data, "sheet.csv", AUDIT, ROWS))


def test_a_sheet_that_was_written_is_read_back_as_it_was():
    back = {answer.number: answer.label for answer in taken(sheet(AUDIT, ROWS, LABELS))}
    assert back.keys() == LABELS.keys()
    assert [back[number] for number in (1, 3, 4)] == [RIGHT, SKIPPED, NOTHING]
    assert set(back[2].faults) == set(LABELS[2].faults)


def test_a_sheet_without_answers_gives_none():
    assert taken(sheet(AUDIT, ROWS, {})) == []


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_spreadsheets_may_separate_in_their_own_way(separator):
    assert taken(filled(separator, verdict=" Right ")) == [Answer(1, RIGHT)]


def test_a_right_value_says_which_field_is_wrong():
    assert taken(filled(verdict="wrong", right_status="planned")) == [Answer(1, wrong(("status", "planned")))]
    assert taken(filled(verdict="wrong", wrong="Date, place", right_place="-")) == [
        Answer(1, wrong("date", ("place", "")))
    ]


@pytest.mark.parametrize(
    ("answers", "message"),
    [
        ({"verdict": "maybe"}, "'maybe' is no verdict: write right, wrong, nothing or skip."),
        ({"verdict": "wrong"}, "no field is named"),
        ({"verdict": "wrong", "wrong": "colour"}, "'colour' is no field"),
        ({"verdict": "wrong", "right_status": "perhaps"}, "'perhaps' is no status"),
        ({"verdict": "right", "wrong": "date"}, "right, but date is said to be wrong"),
        ({"right_date": "2024"}, "'' is no verdict"),
        ({"verdict": "right", "number": "99"}, "has no row 99"),
        ({"verdict": "right", "number": "2"}, "is this its sheet?"),
    ],
    ids=str,
)
def test_a_row_that_cannot_be_taken_is_told_in_one_line(answers, message):
    (bad,) = taken(filled(**answers))
    assert isinstance(bad, BadRow)
    assert bad.message.startswith("sheet.csv, line 2: ") and message in bad.message
    assert "\n" not in bad.message


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "no column number, reference, verdict"),
        (b"number,verdict\n1,right\n", "no column reference"),
        ("number,reference,verdict\nä".encode("latin-1"), "not in UTF-8"),
        (b'number,reference,verdict\n1,"x' + b"y" * 200_000, "no CSV"),
    ],
    ids=["empty", "a column missing", "other letters", "a cell without end"],
)
def test_what_is_no_sheet_is_refused_in_one_line(data, message):
    with pytest.raises(CollectionError, match=message) as refused:
        taken(data)
    assert refused.value.code == "bad_sheet" and "\n" not in str(refused.value)


def test_no_cell_is_a_formula():
    rows = [statement_row(1)]
    written = sheet(audit_of(rows, AuditKind.STATEMENTS), rows, {}).decode("utf-8-sig")
    (cells,) = csv.DictReader(io.StringIO(written))
    assert cells["speaker"] == "'=Ole Rand"
