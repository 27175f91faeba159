"""Shares with their intervals, and how far two people agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from math import ceil, floor, sqrt

from dateline.model.codec import Record

_Z = 1.959963984540054
"""The quantile of the normal distribution for 95 %."""


@dataclass(frozen=True, slots=True)
class Share(Record):
    """`right` of `of`; `low` and `high` bound the share that all rows have, with 95 % confidence, and are the share itself where these are all
    rows that there are. The last three are null of nothing."""

    right: int
    of: int
    share: float | None
    low: float | None
    high: float | None

    @property
    def is_of_all(self) -> bool:
        """Whether nothing is left to guess: every row was looked at."""
        return self.share is not None and self.low == self.high


def share_of(right: int, of: int, population: int | None = None) -> Share:
    """A share with its interval after Wilson (1927), of a population that is finite where its size is given.

    The variance of a share of `n` rows drawn from `N` without putting them back is `pq/n · (N − n)/(N − 1)` (Cochran, Sampling Techniques, 3rd ed.,
    1977, section 3.2), which is that of `n (N − 1)/(N − n)` rows of an endless population; these stand for `n` in Wilson's formula. The bounds are
    rounded outwards to shares that `N` rows can have, given those that are known. A census has no interval: both bounds are the share.
    """
    if not of:
        return Share(right, of, None, None, None)
    share = right / of
    if population is None:
        return Share(right, of, share, *_wilson(share, of))
    if population <= of:
        return Share(right, of, share, share, share)
    low, high = _wilson(share, of * (population - 1) / (population - of))
    fewest, most = max(right, floor(low * population)), min(population - of + right, ceil(high * population))
    return Share(right, of, share, fewest / population, most / population)


def _wilson(share: float, of: float) -> tuple[float, float]:
    squared = _Z * _Z
    middle = share + squared / (2 * of)
    reach = _Z * sqrt(share * (1 - share) / of + squared / (4 * of * of))
    scale = 1 + squared / of
    return max(0.0, (middle - reach) / scale), min(1.0, (middle + reach) / scale)


def kappa(pairs: Sequence[tuple[Hashable, Hashable]]) -> float | None:
    """Cohen's kappa (1960) of what two people say of the same rows; null of nothing, and where chance alone makes them agree always."""
    total = len(pairs)
    if not total:
        return None
    agreed = sum(one == other for one, other in pairs) / total
    first, second = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    expected = sum(first[value] * second[value] for value in first) / (total * total)
    return (agreed - expected) / (1 - expected) if expected < 1 else None
