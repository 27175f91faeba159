"""Rows and labels of samples, made up."""

from __future__ import annotations

from dateline.store.auditing import Audit, AuditKind, AuditRow, Fault, Label, Mark, Verdict

SENTENCE = "Norway's foreign minister met the king of Tonga in Nuku'alofa."
MARKS = (("source", 0, 25), ("trigger", 26, 29), ("target", 30, 47), ("place", 51, 61))

RIGHT, SKIPPED, NOTHING = (Label(verdict) for verdict in (Verdict.RIGHT, Verdict.SKIPPED, Verdict.NOTHING))


def audit_of(rows: list[AuditRow], kind: AuditKind = AuditKind.EVENTS) -> Audit:
    """The sample that some rows are."""
    count = len(rows)
    return Audit("spring", kind, {}, 7, 10 * count, count, count, "2024-05-02T12:00:00Z", {})


def event_row(number: int, **coded: str) -> AuditRow:
    """A row of an event; what is not said is a meeting that happened."""
    usual = {
        "source": "Norway's foreign minister (NORGOV)",
        "target": "",
        "type": "CONSULT (visit)",
        "status": "happened",
        "date": "",
        "place": "Nuku'alofa",
    }
    return _row(number, {**usual, **coded}, tuple(Mark(*mark) for mark in MARKS))


def statement_row(number: int) -> AuditRow:
    """A row of a statement."""
    coded = {"speaker": "=Ole Rand", "content": "We are late", "type": "direct"}
    return _row(number, coded, ())


def wrong(*faults: str | tuple[str, str]) -> Label:
    """A label with some faults: a field, or a field with what would be right."""
    made = (Fault(one) if isinstance(one, str) else Fault(*one) for one in faults)
    return Label(Verdict.WRONG, tuple(made))


def _row(number: int, coded: dict[str, str], marks: tuple[Mark, ...]) -> AuditRow:
    return AuditRow(
        number=number,
        article=f"sha256:{number:04}",
        id=f"e{number}",
        outlet="Osthaven Post",
        title="Visit to Tonga",
        published="2024-05-02",
        before="It rained; all day.",
        sentence=SENTENCE,
        after='He said "thank you", twice.',
        start=100,
        marks=marks,
        coded=coded,
    )
