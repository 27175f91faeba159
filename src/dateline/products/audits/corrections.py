"""Answers of a sample as corrections of the rows that were checked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from dateline.model import CollectionError
from dateline.products.audits.examples import is_corrected
from dateline.store import Collection, CorrectionRow, auditing
from dateline.store.auditing import Audit, AuditKind, AuditRow, Label, Verdict
from dateline.store.correcting.making import row_at
from dateline.store.correcting.records import Subject

_CODE = re.compile(r"\s*\([A-Z]{3,9}\)$")
_TYPE = re.compile(r"\s*(\w+)\s*(?:\(([^()]*)\))?\s*")


@dataclass(frozen=True, slots=True)
class NotApplied:
    """An answer that could not become a correction, and why."""

    number: int
    message: str


def apply_labels(collection: Collection, name: str, by: str) -> Iterator[CorrectionRow | NotApplied]:
    """Corrects the rows of a sample as somebody labelled them: wrong ones that say in full what would be right, and those of nothing. What cannot be applied
    comes with the reason, and stops no others.

    Raises:
        CollectionError: `unknown`, when there is no such sample; `locked`.
    """
    database = collection.holdings.database
    audit = auditing.audit_of(database, name)
    labels = auditing.labels_of(database, name).get(by, {})
    for row in auditing.rows_of(database, name):
        label = labels.get(row.number)
        if label is not None and label.verdict in (Verdict.WRONG, Verdict.NOTHING):
            yield _applied(collection, audit, row, label, by)


def _applied(
    collection: Collection, audit: Audit, row: AuditRow, label: Label, by: str
) -> CorrectionRow | NotApplied:
    if not is_corrected(label):
        return NotApplied(row.number, f"row {row.number}: nobody said what would be right.")
    if any(fault.field == "content" for fault in label.faults):
        return NotApplied(row.number, f"row {row.number}: the words of a page cannot be corrected.")
    try:
        reference = _reference(collection, audit, row)
        if reference is None:
            return NotApplied(
                row.number, f"row {row.number}: its page is read otherwise now, it has no such row."
            )
        why = f"audit {audit.name}, row {row.number}"
        return collection.correct(reference, why=why, by=by, **wanted(audit.kind, label))
    except CollectionError as error:
        if error.code not in ("unknown", "forgotten", "bad_correction"):
            raise
        return NotApplied(row.number, f"row {row.number}: {error.message}")


def wanted(kind: AuditKind, label: Label) -> dict[str, Any]:
    """What a label asks of `Collection.correct`."""
    if label.verdict is Verdict.NOTHING:
        return {"nothing": True}
    asked: dict[str, Any] = {}
    for fault in label.faults:
        value = fault.value or ""
        if fault.field in ("source", "target"):
            asked[fault.field] = [_CODE.sub("", name).strip() for name in value.split(";")]
        elif fault.field == "type" and kind is AuditKind.EVENTS:
            asked |= _act(value)
        else:
            asked[fault.field] = value
    return asked


def _act(value: str) -> dict[str, str]:
    """Root and mode of `CONSULT (visit)`, as rows of a sample have it."""
    found = _TYPE.fullmatch(value)
    return {"root": found[1], "mode": found[2] or ""} if found else {"root": value}


def _reference(collection: Collection, audit: Audit, row: AuditRow) -> str | None:
    """The row as it is now, by the words that it rests on."""
    is_event = audit.kind is AuditKind.EVENTS
    field = "trigger" if is_event else "content"
    words = [(row.start + mark.start, row.start + mark.end) for mark in row.marks if mark.field == field]
    if not words:
        return None
    subject = Subject.EVENT if is_event else Subject.STATEMENT
    return row_at(collection.holdings, row.article, subject, words)
