"""Average-link clusters over the pairs that are alike at all."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from dateline.stories.grouping.vectors import Vector, cosine

Pair = tuple[int, int]
MayJoin = Callable[[Sequence[int], Sequence[int]], bool]
_LARGE = 40


class Linkage:
    """Clusters of items 0..count-1 that are joined best pair first.

    `alike` has the likeness of pairs (smaller number first); a pair that is missing counts as 0. The mean of two clusters
    is never above the larger of the means before one of them grew, so what waits in the queue is looked at again only when
    its turn comes. Where `vectors` are given, a cluster of more than `_LARGE` items is compared by the sum of its vectors:
    in a crowd not every pair has been looked at. Ties are broken by the numbers of the items.
    """

    def __init__(self, count: int, alike: Mapping[Pair, float], vectors: Sequence[Vector] | None = None):
        self.members: dict[int, list[int]] = {i: [i] for i in range(count)}
        self._root = list(range(count))
        self._alike = alike
        self._sums: dict[int, dict[int, float]] = {i: {} for i in range(count)}
        for (i, j), value in alike.items():
            self._sums[i][j] = self._sums[j][i] = value
        self._totals = {i: vectors[i] if vectors is not None else {} for i in range(count)}

    def joins(
        self, least: float, may_join: MayJoin | None = None
    ) -> Iterator[tuple[Sequence[int], Sequence[int]]]:
        """Joins clusters while their mean likeness is at least `least`, and gives each pair before it is joined."""
        queue = [(-value, i, j) for (i, j), value in self._alike.items() if value >= least]
        heapq.heapify(queue)
        while queue:
            waiting, i, j = heapq.heappop(queue)
            a, b = self.home(i), self.home(j)
            if a == b:
                continue
            mean = self._mean(a, b)
            if mean < -waiting - 1e-12:
                if mean >= least:
                    heapq.heappush(queue, (-mean, i, j))
                continue
            if may_join is None or may_join(self.members[a], self.members[b]):
                yield self.members[a], self.members[b]
                self.join(a, b)

    def home(self, item: int) -> int:
        """The number that stands for the cluster of an item."""
        while self._root[item] != item:
            self._root[item] = self._root[self._root[item]]
            item = self._root[item]
        return item

    def join(self, a: int, b: int) -> None:
        """Make one cluster of two, given by their numbers."""
        if len(self._sums[a]) + len(self.members[a]) < len(self._sums[b]) + len(self.members[b]):
            a, b = b, a
        self._root[b] = a
        self._totals[a] = _sum(self._totals.pop(a), self._totals.pop(b), owned=len(self.members[a]) > 1)
        self.members[a] += self.members.pop(b)
        taken = self._sums.pop(b)
        self._sums[a].pop(b, None)
        for k, value in taken.items():
            if k != a:
                self._sums[a][k] = self._sums[k][a] = self._sums[a].get(k, 0.0) + value
                del self._sums[k][b]

    def clusters(self) -> list[list[int]]:
        """The clusters, members in order, by their first member."""
        return sorted(sorted(group) for group in self.members.values())

    def _mean(self, a: int, b: int) -> float:
        sizes = len(self.members[a]), len(self.members[b])
        if max(sizes) > _LARGE and self._totals[a]:
            return cosine(self._totals[a], self._totals[b]) / (sizes[0] * sizes[1])
        return self._sums[a].get(b, 0.0) / (sizes[0] * sizes[1])


def _sum(into: Vector, other: Vector, *, owned: bool) -> Vector:
    """Both added up; in place where the first is `owned`, a sum already."""
    total = into if owned else dict(into)
    for key, weight in other.items():
        total[key] = total.get(key, 0.0) + weight
    return total


def average_link(
    count: int,
    alike: Mapping[Pair, float],
    least: float,
    *,
    vectors: Sequence[Vector] | None = None,
    together: Iterable[Pair] = (),
    may_join: MayJoin | None = None,
) -> list[list[int]]:
    """Clusters whose mean likeness is at least `least`. Pairs `together` are one from the start, whatever their likeness;
    `may_join` may forbid to join two clusters.
    """
    linkage = Linkage(count, alike, vectors)
    for i, j in together:
        a, b = linkage.home(i), linkage.home(j)
        if a != b:
            linkage.join(a, b)
    for _ in linkage.joins(least, may_join):
        pass
    return linkage.clusters()
