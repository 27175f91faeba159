"""Two occurrences of one kind that were taken for one story: an arrest and another arrest in the same team.

Inside a cluster the words that all reports share tell nothing. What is left, the names and numbers that some reports have
and the others never mention, shows whether there are two occurrences (codebook section 8, rule 2).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import combinations
from math import log

from dateline.stories.grouping.clusters import Linkage, Pair
from dateline.stories.grouping.sketches import Sketch, term_hash
from dateline.stories.grouping.vectors import Vector, cosine, unit
from dateline.stories.terms import usual_frequencies

_FEWEST_REPORTS = 6
_FEWEST_IN_HALF = 3
_MOST_LOOKED_AT = 60
_COVERED = 0.6
_APART = 3.0
_OWN_SHARE = 0.4
_OWN_TERMS = 0.75
_RARE = 4.0
_UNSEEN = 0.002
_FLOOR = 0.01


def split_twins(members: Sequence[int], pages: Sequence[Sketch]) -> list[list[int]]:
    """The cluster, or its two halves (each looked at again) where both have names or numbers of their own.

    Of a crowd a sample of `_MOST_LOOKED_AT` is looked at, spread evenly; the others go to the half that is nearer.
    """
    if len(members) < _FEWEST_REPORTS:
        return [list(members)]
    step = max(1, -(-len(members) // _MOST_LOOKED_AT))
    sample = list(members[::step])
    vectors = _contrast([pages[i].vector for i in sample])
    alike = {(i, j): cosine(vectors[i], vectors[j]) for i, j in combinations(range(len(sample)), 2)}
    halves = _halves(len(sample), alike)
    if halves is None:
        return [list(members)]
    first, second = ([pages[sample[k]] for k in half] for half in halves)
    apart = min(_own_terms(first, second), _own_terms(second, first))
    if apart < _OWN_TERMS or _separation(halves, alike) < _APART:
        return [list(members)]
    groups = _shared_out(members, pages, first, second)
    return [part for group in groups if group for part in split_twins(group, pages)]


def _shared_out(
    members: Sequence[int], pages: Sequence[Sketch], first: Sequence[Sketch], second: Sequence[Sketch]
) -> tuple[list[int], list[int]]:
    """Every member with the half that it belongs to, or is nearer to in what not all of the cluster has."""
    homes = {page.article: 0 for page in first} | {page.article: 1 for page in second}
    seen = Counter(key for i in members for key in pages[i].vector)
    middles = [_sum_of([_own(page.vector, seen, len(members)) for page in half]) for half in (first, second)]
    groups: tuple[list[int], list[int]] = ([], [])
    for i in members:
        own = _own(pages[i].vector, seen, len(members))
        means = [
            cosine(own, middle) / len(half) for middle, half in zip(middles, (first, second), strict=True)
        ]
        groups[homes.get(pages[i].article, int(means[1] > means[0]))].append(i)
    return groups


def _sum_of(vectors: Sequence[Vector]) -> Vector:
    total: Vector = {}
    for vector in vectors:
        for key, weight in vector.items():
            total[key] = total.get(key, 0.0) + weight
    return total


def _contrast(vectors: Sequence[Vector]) -> list[Vector]:
    """Reports by what not all of the cluster has."""
    seen = Counter(key for vector in vectors for key in vector)
    return [_own(vector, seen, len(vectors)) for vector in vectors]


def _own(vector: Vector, seen: Mapping[str, int], total: int) -> Vector:
    """A report without what it alone has and what all have; the rarer a term in the cluster, the more it weighs."""
    return unit(
        {key: weight * log(total / seen[key]) for key, weight in vector.items() if 1 < seen[key] < total}
    )


def _halves(count: int, alike: Mapping[Pair, float]) -> tuple[list[int], list[int]] | None:
    """The last two clusters of some size that average link joins, if they hold most of the reports."""
    best = None
    for first, second in Linkage(count, alike).joins(0.0):
        if min(len(first), len(second)) >= _FEWEST_IN_HALF and len(first) + len(second) >= _COVERED * count:
            best = (list(first), list(second))
    return best


def _separation(halves: tuple[list[int], list[int]], alike: Mapping[Pair, float]) -> float:
    """How much more alike reports are inside the looser half than across."""
    across = [_pair(i, j, alike) for i in halves[0] for j in halves[1]]
    inside = [[alike[pair] for pair in combinations(sorted(half), 2)] for half in halves]
    loosest = min(sum(values) / len(values) for values in inside)
    return loosest / max(_FLOOR, sum(across) / len(across))


def _own_terms(half: Sequence[Sketch], other: Sequence[Sketch]) -> float:
    """How many names and numbers are common in one half and missing in the other, rare ones counting fully."""
    usual = usual_frequencies()
    elsewhere = Counter(term for page in other for term in page.terms)
    here = Counter(name for page in half for name in page.names)
    total = 0.0
    for name, count in sorted(here.items()):
        lead = count / (len(half) + 1) - elsewhere[term_hash(name)] / len(other)
        if lead > _OWN_SHARE:
            total += lead**2 * min(1.0, -log(usual.get(name, _UNSEEN)) / _RARE)
    return total


def _pair(i: int, j: int, alike: Mapping[Pair, float]) -> float:
    return alike[(min(i, j), max(i, j))]
