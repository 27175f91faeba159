"""Shares with their intervals, and how far two people agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from math import sqrt

from dateline.model.codec import Record

_Z = 1.959963984540054
"""The quantile of the normal distribution for 95 %."""


@dataclass(frozen=True, slots=True)
class Share(Record):
    """`right` of `of`; `low` and `high` bound the share that all rows have, with 95 % confidence. The last three are null of nothing."""

    right: int
    of: int
    share: float | None
    low: float | None
    high: float | None


def share_of(right: int, of: int) -> Share:
    """A share with its interval after Wilson (1927)."""
    if not of:
        return Share(right, of, None, None, None)
    share, squared = right / of, _Z * _Z
    middle = share + squared / (2 * of)
    reach = _Z * sqrt(share * (1 - share) / of + squared / (4 * of * of))
    scale = 1 + squared / of
    return Share(right, of, share, max(0.0, (middle - reach) / scale), min(1.0, (middle + reach) / scale))


def kappa(pairs: Sequence[tuple[Hashable, Hashable]]) -> float | None:
    """Cohen's kappa (1960) of what two people say of the same rows; null of nothing, and where chance alone makes them agree always."""
    total = len(pairs)
    if not total:
        return None
    agreed = sum(one == other for one, other in pairs) / total
    first, second = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    expected = sum(first[value] * second[value] for value in first) / (total * total)
    return (agreed - expected) / (1 - expected) if expected < 1 else None
