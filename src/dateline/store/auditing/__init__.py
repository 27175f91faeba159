"""Samples of coded rows that people check by hand: drawn, kept, labelled, and taken back with their articles."""

from dateline.store.auditing.drawing import draw
from dateline.store.auditing.faults import problem_of
from dateline.store.auditing.keeping import (
    Labels,
    audit_of,
    audits,
    drop,
    drop_label,
    keep_label,
    labels_of,
    rows_of,
)
from dateline.store.auditing.records import (
    FIELDS,
    Audit,
    AuditKind,
    AuditRow,
    Fault,
    Label,
    Mark,
    Verdict,
)

__all__ = [
    "FIELDS",
    "Audit",
    "AuditKind",
    "AuditRow",
    "Fault",
    "Label",
    "Labels",
    "Mark",
    "Verdict",
    "audit_of",
    "audits",
    "draw",
    "drop",
    "drop_label",
    "keep_label",
    "labels_of",
    "problem_of",
    "rows_of",
]
