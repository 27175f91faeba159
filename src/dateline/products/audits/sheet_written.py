"""A sheet to label a sample in: one row a line, with room for the answers."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence

from dateline.products.audits.marked import marked
from dateline.store.auditing import FIELDS, Audit, AuditKind, AuditRow, Fault, Label, Verdict

VERDICT, WRONG, EMPTY = "verdict", "wrong", "-"
"""The columns for the answers, and what stands for "nothing should stand there"."""

_FORMULAS = ("=", "+", "-", "@", "\t")


def right_column(field: str) -> str:
    """The column for the right value of a field."""
    return f"right {field}"


def columns_of(kind: AuditKind) -> list[str]:
    """The columns of a sheet in their order: what the row is, how it is coded, the answers."""
    told = ["number", "reference", "outlet", "published", "title", "before", "sentence", "after"]
    return [*told, *FIELDS[kind], VERDICT, WRONG, *map(right_column, FIELDS[kind])]


def sheet(audit: Audit, rows: Sequence[AuditRow], labels: Mapping[int, Label]) -> bytes:
    """The sheet as CSV in UTF-8 that Excel and LibreOffice open, with the answers that somebody gave already."""
    written = io.StringIO()
    table = csv.DictWriter(written, columns_of(audit.kind), restval="", lineterminator="\n")
    table.writeheader()
    for row in rows:
        told = {
            "reference": reference_of(row),
            "outlet": row.outlet or "",
            "published": row.published or "",
            "title": row.title or "",
            "before": row.before,
            "sentence": marked(row),
            "after": row.after,
            **row.coded,
        }
        safe = {name: _plain(value) for name, value in told.items()}
        table.writerow({"number": row.number, **safe, **_answers(labels.get(row.number))})
    return written.getvalue().encode("utf-8-sig")


def reference_of(row: AuditRow) -> str:
    """The event or statement, as `dateline cite` takes it."""
    return f"{row.article}#{row.id}"


def _plain(value: str) -> str:
    """Text in one line that no spreadsheet takes for a formula."""
    line = " ".join(value.split())
    return "'" + line if line.startswith(_FORMULAS) else line


def _answers(label: Label | None) -> dict[str, str]:
    if label is None:
        return {}
    words = {Verdict.SKIPPED: "skip", Verdict.NOTHING: "nothing"}
    answers = {
        VERDICT: words.get(label.verdict, label.verdict.value),
        WRONG: " ".join(fault.field for fault in label.faults),
    }
    return {**answers, **{right_column(fault.field): _value(fault) for fault in label.faults}}


def _value(fault: Fault) -> str:
    return "" if fault.value is None else fault.value or EMPTY
