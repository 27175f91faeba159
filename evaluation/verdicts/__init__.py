"""What people said of drawn events and statements: `python -m evaluation.verdicts FILE...` prints precision.

The format of the files is in this folder's README.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from math import sqrt
from pathlib import Path

_Z = 1.96  # 95% of a normal distribution


class Judgement(StrEnum):
    """A record is right as a whole, or wrong."""

    RIGHT = "right"
    WRONG = "wrong"


class Reason(StrEnum):
    """What is wrong with a wrong record: the first that applies, in this order."""

    NO_RECORD = "no_record"
    ACT = "act"
    STATUS = "status"
    SOURCE = "source"
    TARGET = "target"
    SPEAKER = "speaker"
    TYPE = "type"
    EXTENT = "extent"
    TIME_OR_PLACE = "time_or_place"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Verdict:
    """One judgement on one record of one article."""

    article: str
    record: str
    kind: str
    span: tuple[int, int]
    verdict: Judgement
    reason: Reason | None = None


@dataclass(frozen=True, slots=True)
class Precision:
    """Share of right records, with a 95% interval (Wilson) and what was wrong how often."""

    right: int
    judged: int
    reasons: tuple[tuple[str, int], ...]

    @property
    def share(self) -> float:
        return self.right / self.judged if self.judged else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        n, p = self.judged, self.share
        if not n:
            return 0.0, 1.0
        middle, spread = p + _Z**2 / (2 * n), _Z * sqrt(p * (1 - p) / n + _Z**2 / (4 * n * n))
        return max(0.0, (middle - spread) / (1 + _Z**2 / n)), min(1.0, (middle + spread) / (1 + _Z**2 / n))

    def __str__(self) -> str:
        low, high = self.interval
        why = ", ".join(f"{reason} {count}" for reason, count in self.reasons)
        return f"{self.right} of {self.judged} right, {self.share:.2f} ({low:.2f} to {high:.2f}){'; ' + why if why else ''}"


def read_verdicts(paths: Iterable[Path]) -> list[Verdict]:
    """All verdicts of some files.

    Raises:
        ValueError: a line is not a verdict; the message names file, line and what is wrong.
    """
    found = []
    for path in paths:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if line.strip():
                try:
                    found.append(read_verdict(line))
                except (ValueError, KeyError, TypeError) as error:
                    raise ValueError(f"{path.name}, line {number}: {error}") from error
    return found


def read_verdict(line: str) -> Verdict:
    """A verdict of one JSON line; keys that are not in the format are refused, so that no page text gets in."""
    row = json.loads(line)
    extra = set(row) - {"article", "record", "kind", "span", "verdict", "reason"}
    if extra:
        raise ValueError(f"unknown keys {sorted(extra)}")
    verdict, reason = Judgement(row["verdict"]), row.get("reason")
    if (verdict is Judgement.WRONG) != bool(reason):
        raise ValueError("a wrong record needs a reason, a right one has none")
    start, end = row["span"]
    return Verdict(
        row["article"], row["record"], row["kind"], (start, end), verdict, Reason(reason) if reason else None
    )


def precision(verdicts: Iterable[Verdict]) -> dict[str, Precision]:
    """Precision by kind of record; where a record was judged more than once, the last verdict holds."""
    last = {(v.article, v.record, v.span): v for v in verdicts}
    by_kind: dict[str, list[Verdict]] = {}
    for verdict in last.values():
        by_kind.setdefault(verdict.kind, []).append(verdict)
    return {kind: _precision(rows) for kind, rows in sorted(by_kind.items())}


def _precision(rows: list[Verdict]) -> Precision:
    right = sum(row.verdict is Judgement.RIGHT for row in rows)
    reasons = Counter(row.reason.value for row in rows if row.reason)
    return Precision(right, len(rows), tuple(sorted(reasons.items(), key=lambda pair: (-pair[1], pair[0]))))
