"""Statements by the places of their words."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from heapq import heappop, heappush

from dateline.model import Statement


class StatementPlaces:
    """Answers which statement's content a character lies in: the shortest one, and of equals the first."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        self._statements = statements
        self._bounds = sorted({at for s in statements for span in s.content for at in span})
        self._innermost = list(self._from_bound_to_bound())

    def _from_bound_to_bound(self) -> Iterator[int | None]:
        """For each stretch between bounds the number of the statement; those that are open wait in a heap, the innermost on top."""
        lengths = [sum(end - start for start, end in s.content) for s in self._statements]
        opening = defaultdict(list)
        for number, statement in enumerate(self._statements):
            for start, end in statement.content:
                opening[start].append((lengths[number], number, end))
        opened: list[tuple[int, int, int]] = []
        for bound in self._bounds:
            for each in opening[bound]:
                heappush(opened, each)
            while opened and opened[0][2] <= bound:
                heappop(opened)
            yield opened[0][1] if opened else None

    def __call__(self, offset: int) -> Statement | None:
        """The innermost statement at an offset of the text; None outside all of them."""
        at = bisect_right(self._bounds, offset) - 1
        number = self._innermost[at] if at >= 0 else None
        return self._statements[number] if number is not None else None
