"""Average-link clusters over the pairs that are alike at all."""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Mapping

Pair = tuple[int, int]


def average_link(count: int, alike: Mapping[Pair, float], least: float) -> list[list[int]]:
    """Join items 0..count-1, best pair of clusters first, while the mean likeness of their members is at least `least`.

    `alike` has the likeness of pairs (smaller number first); a pair that is missing counts as 0. Ties are broken by the
    numbers of the items, so equal inputs give equal clusters.
    """
    members = {i: [i] for i in range(count)}
    for first, second in join_order(count, alike, least):
        members[first[0]] = first + members.pop(second[0])
    return [sorted(group) for _, group in sorted(members.items())]


def join_order(
    count: int, alike: Mapping[Pair, float], least: float = 0.0
) -> Iterator[tuple[list[int], list[int]]]:
    """The pairs of clusters in the order in which average link joins them. A cluster is named by its first member."""
    members: dict[int, list[int]] = {i: [i] for i in range(count)}
    sums: dict[int, dict[int, float]] = {i: {} for i in range(count)}
    for (i, j), value in sorted(alike.items()):
        sums[i][j] = sums[j][i] = value
    heap = [(-value, i, j) for (i, j), value in alike.items() if value >= least]
    heapq.heapify(heap)
    while heap:
        value, i, j = heapq.heappop(heap)
        if i not in members or j not in members or -value != _mean(members, sums, i, j):
            continue
        yield list(members[i]), list(members[j])
        _join(members, sums, i, j)
        for k in sorted(sums[i]):
            mean = _mean(members, sums, i, k)
            if mean >= least:
                heapq.heappush(heap, (-mean, min(i, k), max(i, k)))


def _mean(members: Mapping[int, list[int]], sums: Mapping[int, Mapping[int, float]], i: int, j: int) -> float:
    return sums[i].get(j, 0.0) / (len(members[i]) * len(members[j]))


def _join(members: dict[int, list[int]], sums: dict[int, dict[int, float]], i: int, j: int) -> None:
    """Take the later cluster into the earlier one."""
    members[i] += members.pop(j)
    taken = sums.pop(j)
    del sums[i][j]
    for k, value in taken.items():
        if k != i:
            total = sums[i].get(k, 0.0) + value
            sums[i][k] = sums[k][i] = total
            del sums[k][j]
