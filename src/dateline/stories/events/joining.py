"""Reports that mean one event, joined by how well they fit in pairs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from itertools import combinations

from dateline.stories.grouping.clusters import Pair

SAME_EVENT = 0.6
"""From here on two reports may be joined; 0 is at odds."""

NOT_SHOWN = 0.1
"""Nothing speaks for one event, nothing against it."""


def pairs_sharing(keys: Sequence[Collection[str]]) -> list[Pair]:
    """The pairs of items that have a key in common, in order."""
    buckets: dict[str, list[int]] = defaultdict(list)
    for i, own in enumerate(keys):
        for key in own:
            buckets[key].append(i)
    return sorted({pair for bucket in buckets.values() for pair in combinations(bucket, 2)})


def join(count: int, scores: Mapping[Pair, float]) -> list[list[int]]:
    """Items 0..count-1 in groups, in the order of their first members.

    Groups are joined best pair first, and only while no two members are at odds and half of the pairs fit, so that a chain of
    half-fitting reports does not tie two events together. A pair that is missing was not compared.
    """
    members: dict[int, list[int]] = {i: [i] for i in range(count)}
    home = {i: i for i in range(count)}
    best_first = sorted((-score, pair) for pair, score in scores.items() if score >= SAME_EVENT)
    for _, (i, j) in best_first:
        a, b = sorted((home[i], home[j]))
        if a == b or not _all_fit(members[a], members[b], scores):
            continue
        members[a] += members.pop(b)
        home |= dict.fromkeys(members[a], a)
    return sorted(sorted(group) for group in members.values())


def _all_fit(a: Sequence[int], b: Sequence[int], scores: Mapping[Pair, float]) -> bool:
    """True when at least half of the pairs across two groups fit, and none is at odds."""
    found = [scores.get((min(i, j), max(i, j)), NOT_SHOWN) for i in a for j in b]
    return min(found) > 0 and 2 * sum(score >= SAME_EVENT for score in found) >= len(found)
