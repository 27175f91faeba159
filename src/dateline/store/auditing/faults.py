"""Whether what somebody says of a field can be so."""

from __future__ import annotations

from dateline.model import StatementType, Status
from dateline.store.auditing.records import FIELDS, AuditKind, Fault


def problem_of(kind: AuditKind, fault: Fault) -> str | None:
    """Why a fault cannot be taken, and what to write; None where it can."""
    if fault.field not in FIELDS[kind]:
        return f"{fault.field!r} is no field: write some of {', '.join(FIELDS[kind])}."
    possible = _possible(kind, fault.field)
    if fault.value is None or not possible or fault.value in possible:
        return None
    return f"{fault.value!r} is no {fault.field}: write one of {', '.join(possible)}."


def _possible(kind: AuditKind, field: str) -> list[str]:
    """The values of a field that has few; none where there are many."""
    if field == "status":
        return [status.value for status in Status]
    if field == "type" and kind is AuditKind.STATEMENTS:
        return [type.value for type in StatementType]
    return []
