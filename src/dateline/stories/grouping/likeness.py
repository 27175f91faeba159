"""The pages that may still get company, and how alike a new page and they are."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from dateline.stories.grouping.sketches import Sketch
from dateline.stories.grouping.told_dates import time_factor
from dateline.stories.grouping.vectors import cosine

WINDOW_DAYS = 5
"""Pages whose days of publication are known and further apart are not compared."""

OTHER_TIME_DAYS = 14
"""Further apart they speak against one story, so that a page without a date does not tie them together."""

LEAST_LIKENESS = 0.05
_AGAINST = -1.0
_LONGEST_POSTING = 120
_MOST_COMPARED = 80
_FEWEST_SHARED = 2
_FEWEST_NAMES = 2
_NONE_SHARED = 0.5
_SLACK = 2


def likeness(a: Sketch, b: Sketch) -> float:
    """From 0 to 1; below 0 where the days of publication speak against one story; less where one of the two has no date and
    the dates in their texts are others.
    """
    if a.day is None or b.day is None:
        return cosine(a.vector, b.vector) * time_factor(a.told, b.told) * _names_factor(a, b)
    apart = abs(a.day - b.day)
    if apart > WINDOW_DAYS:
        return _AGAINST if apart > OTHER_TIME_DAYS else 0.0
    return cosine(a.vector, b.vector) * _names_factor(a, b)


def _names_factor(a: Sketch, b: Sketch) -> float:
    """Two reports that name people and places, but none in common, tell of the same kind of event elsewhere."""
    few = min(len(a.people), len(b.people)) < _FEWEST_NAMES
    return (
        1.0 if few or not a.people.isdisjoint(b.vector) or not b.people.isdisjoint(a.vector) else _NONE_SHARED
    )


class OpenPages:
    """Pages by number, with an index of their terms. Work for a page is bounded: only the latest pages that have a term are
    looked up, and of those the ones that share most terms are compared.
    """

    def __init__(self) -> None:
        self.sketches: dict[int, Sketch] = {}
        self._postings: dict[str, list[int]] = defaultdict(list)
        self._gone: Counter[str] = Counter()

    def neighbours(self, page: Sketch) -> dict[int, float]:
        """The pages that are alike at all, with their likeness."""
        shared: Counter[int] = Counter()
        for key in page.vector:
            if key in self._postings:
                shared.update(self._postings[key][-_LONGEST_POSTING:])
        near = [
            number for number, count in shared.items() if count >= _FEWEST_SHARED and number in self.sketches
        ]
        if len(near) > _MOST_COMPARED:
            near = sorted(near, key=lambda number: (-shared[number], -number))[:_MOST_COMPARED]
        values = ((number, likeness(page, self.sketches[number])) for number in near)
        return {number: value for number, value in values if value >= LEAST_LIKENESS or value < 0}

    def add(self, number: int, page: Sketch) -> None:
        """Let later pages find this one."""
        self.sketches[number] = page
        for key in page.vector:
            self._postings[key].append(number)

    def remove(self, numbers: Iterable[int]) -> None:
        """Forget pages."""
        touched = [key for number in numbers for key in self.sketches.pop(number).vector]
        self._gone.update(touched)
        for key in dict.fromkeys(touched):
            if _SLACK * self._gone[key] >= len(self._postings[key]):
                del self._gone[key]
                self._postings[key] = [number for number in self._postings[key] if number in self.sketches]
                if not self._postings[key]:
                    del self._postings[key]
