"""How good the rows of a sample are, by those who checked them, and how far these agree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import ClassVar

from dateline.model.codec import Record
from dateline.products.audits.proportions import Share, kappa, share_of
from dateline.store.auditing import FIELDS, Audit, AuditKind, AuditRow, Label, Labels, Verdict


@dataclass(frozen=True, slots=True)
class Part(Record):
    """A part of the rows, or a field of them, with the share that is right."""

    name: str
    precision: Share


@dataclass(frozen=True, slots=True)
class LabellerScore(Record):
    """What one labeller found. `precision` is the share of rows in which all is right; `exists` of those whose event or statement is there at
    all, and `fields` of these the share in which the field is right."""

    by: str
    labelled: int
    skipped: int
    precision: Share
    exists: Share
    fields: tuple[Part, ...]
    types: tuple[Part, ...]
    statuses: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Agreement(Record):
    """How far two labellers agree on which rows are right: `both` are the rows that both labelled, `differ` the numbers of those of which one
    says right and the other does not, `fields` of those which both find wrong, but not in the same fields."""

    one: str
    other: str
    both: int
    agreed: Share
    kappa: float | None
    differ: tuple[int, ...]
    fields: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class AuditScore(Record):
    """A sample, what each labeller found, and how far each two of them agree."""

    SCHEMA: ClassVar[str] = "dateline.audit_score/1"

    audit: Audit
    labellers: tuple[LabellerScore, ...]
    agreements: tuple[Agreement, ...]


Said = Sequence[tuple[AuditRow, Label]]


def score(audit: Audit, rows: Sequence[AuditRow], labels: Labels) -> AuditScore:
    """The score of a sample; labellers in the order of their names. Intervals are those of what the sample was drawn from; a part of it
    (a type, a field of rows that are there) is taken to be as large a part of that as it is of the sample."""
    found = tuple(_labeller(audit, by, rows, said) for by, said in sorted(labels.items()))
    agreements = tuple(
        _agreement(audit, one, other, labels[one], labels[other])
        for one, other in combinations(sorted(labels), 2)
    )
    return AuditScore(audit, found, agreements)


def _labeller(audit: Audit, by: str, rows: Sequence[AuditRow], labels: Mapping[int, Label]) -> LabellerScore:
    labelled = [(row, label) for row in rows if (label := labels.get(row.number)) is not None]
    said = [(row, label) for row, label in labelled if label.verdict is not Verdict.SKIPPED]
    there = [(row, label) for row, label in said if label.verdict is not Verdict.NOTHING]
    each = audit.population / max(1, len(said))
    return LabellerScore(
        by=by,
        labelled=len(said),
        skipped=len(labelled) - len(said),
        precision=_precision(said, each),
        exists=_share(len(there), len(said), each),
        fields=tuple(Part(field, _right_in(field, there, each)) for field in FIELDS[audit.kind]),
        types=tuple(_by_field("type", said, each)),
        statuses=tuple(_by_field("status", said, each)) if audit.kind is AuditKind.EVENTS else (),
    )


def _share(right: int, of: int, each: float) -> Share:
    """A share of rows of which each stands for so many of what the sample was drawn from."""
    return share_of(right, of, max(of, round(of * each)))


def _precision(said: Said, each: float) -> Share:
    return _share(sum(label.verdict is Verdict.RIGHT for _, label in said), len(said), each)


def _right_in(field: str, there: Said, each: float) -> Share:
    wrong = sum(any(fault.field == field for fault in label.faults) for _, label in there)
    return _share(len(there) - wrong, len(there), each)


def _by_field(field: str, said: Said, each: float) -> Iterator[Part]:
    """Parts by what is coded in a field, without the mode of a root; the largest first."""
    parts: dict[str, list[tuple[AuditRow, Label]]] = {}
    for row, label in said:
        parts.setdefault(row.coded[field].partition(" (")[0], []).append((row, label))
    for name in sorted(parts, key=lambda name: (-len(parts[name]), name)):
        yield Part(name, _precision(parts[name], each))


def _agreement(
    audit: Audit, one: str, other: str, first: Mapping[int, Label], second: Mapping[int, Label]
) -> Agreement:
    pairs = {
        number: (first[number], second[number])
        for number in sorted(first.keys() & second.keys())
        if Verdict.SKIPPED not in (first[number].verdict, second[number].verdict)
    }
    verdicts = {number: (_is_right(mine), _is_right(yours)) for number, (mine, yours) in pairs.items()}
    differ = tuple(number for number, (mine, yours) in verdicts.items() if mine != yours)
    return Agreement(
        one=one,
        other=other,
        both=len(pairs),
        agreed=share_of(len(pairs) - len(differ), len(pairs), max(audit.population, len(pairs))),
        kappa=kappa(list(verdicts.values())),
        differ=differ,
        fields=tuple(
            number
            for number, (mine, yours) in pairs.items()
            if number not in differ and _faults(mine) != _faults(yours)
        ),
    )


def _is_right(label: Label) -> bool:
    return label.verdict is Verdict.RIGHT


def _faults(label: Label) -> tuple[Verdict, frozenset[str]]:
    return label.verdict, frozenset(fault.field for fault in label.faults)
