"""What was corrected, as labelled examples: the sentence, its spans, the row as it was coded and as it should be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from dateline.model.codec import Record
from dateline.store.auditing import Audit, AuditKind, AuditRow, Label, Labels, Mark, Verdict


@dataclass(frozen=True, slots=True)
class AuditExample(Record):
    """A corrected row. `right` is what should stand there, null where there is no such event or statement; `start` and `end` bound the sentence in
    the text of the article, `spans` count from its beginning."""

    SCHEMA: ClassVar[str] = "dateline.audit_example/1"

    kind: AuditKind
    article: str
    id: str
    before: str
    sentence: str
    after: str
    start: int
    end: int
    spans: tuple[Mark, ...]
    coded: dict[str, str]
    right: dict[str, str] | None
    by: str


def examples(audit: Audit, rows: Sequence[AuditRow], labels: Labels) -> Iterator[AuditExample]:
    """The rows of which somebody says in full what would be right; row by row, then by labeller."""
    for row in rows:
        for by, said in sorted(labels.items()):
            label = said.get(row.number)
            if label is not None and is_corrected(label):
                yield _example(audit.kind, row, by, label)


def is_corrected(label: Label) -> bool:
    """Whether a label finds a fault, and says of each what would be right."""
    if label.verdict is Verdict.WRONG:
        return all(fault.value is not None for fault in label.faults)
    return label.verdict is Verdict.NOTHING


def _example(kind: AuditKind, row: AuditRow, by: str, label: Label) -> AuditExample:
    mended = {fault.field: fault.value for fault in label.faults if fault.value is not None}
    return AuditExample(
        kind=kind,
        article=row.article,
        id=row.id,
        before=row.before,
        sentence=row.sentence,
        after=row.after,
        start=row.start,
        end=row.start + len(row.sentence),
        spans=row.marks,
        coded=row.coded,
        right=None if label.verdict is Verdict.NOTHING else {**row.coded, **mended},
        by=by,
    )
