"""Two occurrences of one kind that were taken for one story: an arrest and another arrest in the same team.

Inside a cluster the words that all reports share tell nothing. What is left, the names and numbers that some reports have
and the others never mention, shows whether there are two occurrences (codebook section 8, rule 2).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import combinations
from math import log

from dateline.stories.clusters import Pair, join_order
from dateline.stories.terms import PLAIN, Report, usual_frequencies
from dateline.stories.vectors import Vector, cosine, unit

_FEWEST_REPORTS = 6
_FEWEST_IN_HALF = 3
_COVERED = 0.6
_APART = 2.5
_OWN_SHARE = 0.4
_OWN_TERMS = 0.75
_RARE = 4.0
_UNSEEN = 0.002
_FLOOR = 0.01


def split_twins(
    members: Sequence[int], vectors: Sequence[Vector], reports: Sequence[Report]
) -> list[list[int]]:
    """The cluster, or its two halves (each looked at again) where both have names or numbers of their own."""
    if len(members) < _FEWEST_REPORTS:
        return [list(members)]
    alike = _contrast([vectors[i] for i in members])
    halves = _halves(len(members), alike)
    if halves is None:
        return [list(members)]
    first, second = ([members[k] for k in half] for half in halves)
    apart = min(_own_terms(first, second, reports), _own_terms(second, first, reports))
    if apart < _OWN_TERMS or _separation(halves, alike) < _APART:
        return [list(members)]
    groups: list[list[int]] = [list(first), list(second)]
    for k, i in enumerate(members):
        if i not in first and i not in second:
            groups[_mean(k, halves[1], alike) > _mean(k, halves[0], alike)].append(i)
    return [part for group in groups for part in split_twins(sorted(group), vectors, reports)]


def _contrast(vectors: Sequence[Vector]) -> dict[Pair, float]:
    """How alike reports are in what not all of the cluster has."""
    seen = Counter(key for vector in vectors for key in vector)
    total = len(vectors)
    kept = [
        unit(
            {key: weight * log(total / seen[key]) for key, weight in vector.items() if 1 < seen[key] < total}
        )
        for vector in vectors
    ]
    return {(i, j): cosine(kept[i], kept[j]) for i, j in combinations(range(total), 2)}


def _halves(count: int, alike: Mapping[Pair, float]) -> tuple[list[int], list[int]] | None:
    """The last two clusters of some size that average link joins, if they hold most of the reports."""
    best = None
    for first, second in join_order(count, alike):
        if min(len(first), len(second)) >= _FEWEST_IN_HALF and len(first) + len(second) >= _COVERED * count:
            best = (first, second)
    return best


def _separation(halves: tuple[list[int], list[int]], alike: Mapping[Pair, float]) -> float:
    """How much more alike reports are inside the looser half than across."""
    across = [_pair(i, j, alike) for i in halves[0] for j in halves[1]]
    inside = [[alike[pair] for pair in combinations(sorted(half), 2)] for half in halves]
    loosest = min(sum(values) / len(values) for values in inside)
    return loosest / max(_FLOOR, sum(across) / len(across))


def _own_terms(half: Sequence[int], other: Sequence[int], reports: Sequence[Report]) -> float:
    """How many names and numbers are common in one half and missing in the other, rare ones counting fully."""
    usual = usual_frequencies()
    elsewhere = Counter(key for i in other for key in {term.stem for term in reports[i]})
    here = Counter(key for i in half for key in {term.stem for term in reports[i] if term.kind != PLAIN})
    total = 0.0
    for key, count in sorted(here.items()):
        lead = count / (len(half) + 1) - elsewhere[key] / len(other)
        if lead > _OWN_SHARE:
            total += lead**2 * min(1.0, -log(usual.get(key, _UNSEEN)) / _RARE)
    return total


def _mean(k: int, half: Sequence[int], alike: Mapping[Pair, float]) -> float:
    return sum(_pair(k, other, alike) for other in half) / len(half)


def _pair(i: int, j: int, alike: Mapping[Pair, float]) -> float:
    return alike[(min(i, j), max(i, j))]
