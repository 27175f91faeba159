"""Pages that are tied to each other, directly or through others."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np


class Ties:
    """Numbers from 0 on, each tied to itself at first: four bytes each."""

    def __init__(self, count: int) -> None:
        self._parent = np.arange(count, dtype=np.int32)

    def tie(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Tie two and two."""
        for a, b in pairs:
            first, second = self._root(a), self._root(b)
            if first != second:
                self._parent[max(first, second)] = min(first, second)

    def roots(self) -> Any:
        """For each number the smallest that it is tied to."""
        roots = self._parent
        while True:
            further = roots[roots]
            if np.array_equal(further, roots):
                return roots
            roots = further

    def _root(self, number: int) -> int:
        parent = self._parent
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = int(parent[number])
        return number


def in_blocks(groups: Any, size: int) -> Any:
    """The block of each of some groups, which are given by their sizes: as many groups after each other as have about `size` members."""
    return (np.cumsum(groups) - groups) // size
