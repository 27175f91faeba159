"""A sheet that somebody filled in, read back: labels, and a line for each row that cannot be taken."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.model import CollectionError
from dateline.products.audits.sheet_written import EMPTY, VERDICT, WRONG, reference_of, right_column
from dateline.store.auditing import FIELDS, Audit, AuditKind, AuditRow, Fault, Label, Verdict, problem_of

_VERDICTS = {
    "right": Verdict.RIGHT,
    "wrong": Verdict.WRONG,
    "nothing": Verdict.NOTHING,
    "skip": Verdict.SKIPPED,
}
_NEEDED = ("number", "reference", VERDICT)
_SEPARATORS = ",;\t"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a sheet says of the row of a number."""

    number: int
    label: Label


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that cannot be taken; the message says which, why, and what to do."""

    message: str


def read_sheet(data: bytes, source: str, audit: Audit, rows: Sequence[AuditRow]) -> Iterator[Answer | BadRow]:
    """The answers of a sheet, without the rows that have none.

    Args:
        source: the name of the sheet, for messages.

    Raises:
        CollectionError: `bad_sheet`, when it is no sheet of a sample.
    """
    table = _table(data, source)
    missing = [name for name in _NEEDED if name not in (table.fieldnames or ())]
    if missing:
        what = f"{source} has no column {', '.join(missing)}: give a sheet that `dateline audit label --to csv` wrote, saved as CSV."
        raise CollectionError("bad_sheet", what)
    known = {str(row.number): row for row in rows}
    try:
        for cells in table:
            said = {name: (cell or "").strip() for name, cell in cells.items() if isinstance(name, str)}
            if any(said[name] for name in said if _is_answer(name)):
                yield _read(said, f"{source}, line {table.line_num}", audit, known)
    except csv.Error as error:
        what = f"{source}, line {table.line_num}: no CSV ({error}). Save the sheet as CSV again."
        raise CollectionError("bad_sheet", what) from error


def _table(data: bytes, source: str) -> csv.DictReader[str]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        what = f"{source} is not in UTF-8: save the sheet as CSV in UTF-8."
        raise CollectionError("bad_sheet", what) from error
    head = text.partition("\n")[0]
    separator = max(_SEPARATORS, key=head.count)
    return csv.DictReader(io.StringIO(text, newline=""), delimiter=separator, strict=True)


def _is_answer(name: str) -> bool:
    return name in (VERDICT, WRONG) or name.startswith(right_column(""))


def _read(said: dict[str, str], where: str, audit: Audit, known: dict[str, AuditRow]) -> Answer | BadRow:
    row = known.get(said["number"])
    if row is None:
        why = f"the sample {audit.name!r} has no row {said['number'] or '(no number)'}, or its article was taken back."
        return BadRow(f"{where}: {why}")
    if said["reference"] != reference_of(row):
        return BadRow(f"{where}: row {row.number} of {audit.name!r} is another: is this its sheet?")
    verdict = _VERDICTS.get(said[VERDICT].casefold())
    if verdict is None:
        return BadRow(f"{where}: {said[VERDICT]!r} is no verdict: write right, wrong, nothing or skip.")
    faults = _faults(said, audit.kind)
    problem = next(filter(None, (problem_of(audit.kind, fault) for fault in faults)), None)
    if problem is not None:
        return BadRow(f"{where}: {problem}")
    if verdict is Verdict.WRONG and not faults:
        return BadRow(f"{where}: wrong, but no field is named: write which in {WRONG!r}.")
    if verdict is not Verdict.WRONG and faults:
        named = ", ".join(fault.field for fault in faults)
        return BadRow(f"{where}: {said[VERDICT]}, but {named} is said to be wrong: decide for one.")
    return Answer(row.number, Label(verdict, faults))


def _faults(said: dict[str, str], kind: AuditKind) -> tuple[Fault, ...]:
    """The fields that are named as wrong, or have a right value."""
    values = {field: value for field in FIELDS[kind] if (value := said.get(right_column(field), ""))}
    named = [name for name in re.split(r"[\s,;]+", said.get(WRONG, "").casefold()) if name]
    return tuple(Fault(field, _value(values.get(field))) for field in dict.fromkeys([*named, *values]))


def _value(written: str | None) -> str | None:
    return "" if written == EMPTY else written
