"""The pages that may still get company, and how alike a new page and they are."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from math import inf
from typing import Protocol

from dateline.stories.grouping.clusters import Pair
from dateline.stories.grouping.sketches import Sketch
from dateline.stories.grouping.told_dates import time_factor
from dateline.stories.grouping.vectors import cosine

WINDOW_DAYS = 5
"""Pages whose days of publication are known and further apart are not compared."""

OTHER_TIME_DAYS = 14
"""Further apart they speak against one story, so that a page without a date does not tie them together."""

LEAST_LIKENESS = 0.05
_AGAINST = -1.0
LONGEST_POSTING = 120
"""Pages that are looked up for a term."""
_MOST_COMPARED = 80
_FEWEST_SHARED = 2
_FEWEST_NAMES = 2
_NONE_SHARED = 0.5
_SLACK = 2
_UNDATED, _GONE = 0, -1
"""What stands for the day of a page without one, and of one that was forgotten."""


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


def _reach(page: Sketch) -> tuple[float, float]:
    """The first and the last day whose pages are compared with a page; `_UNDATED` and later are all."""
    return (_UNDATED, inf) if page.day is None else (page.day - WINDOW_DAYS, page.day + WINDOW_DAYS)


def most_shared(shared: Mapping[int, int]) -> list[int]:
    """Of pages by the number of terms that they share with another those that are worth a comparison with it: with most terms
    in common, of equals the later.
    """
    near = [number for number, count in shared.items() if count >= _FEWEST_SHARED]
    if len(near) > _MOST_COMPARED:
        near = sorted(near, key=lambda number: (-shared[number], -number))[:_MOST_COMPARED]
    return near


def of_other_times(pages: Sequence[Sketch]) -> dict[Pair, float]:
    """What speaks against one story among pages that are tied, given in the order of their days: a value below 0 for pairs that
    came out more than `OTHER_TIME_DAYS` apart and share terms. Only what ties them together lies between them, or has no date.
    """
    dated = [(page.day, i) for i, page in enumerate(pages) if page.day is not None]
    if not dated or dated[-1][0] - dated[0][0] <= OTHER_TIME_DAYS:
        return {}
    found: dict[Pair, float] = {}
    postings: dict[str, list[int]] = defaultdict(list)
    recent: deque[tuple[int, int]] = deque()
    for day, i in dated:
        while recent and day - recent[0][0] > OTHER_TIME_DAYS:
            for key in pages[recent[0][1]].vector:
                postings[key].append(recent[0][1])
            recent.popleft()
        recent.append((day, i))
        shared: Counter[int] = Counter()
        for key in pages[i].vector:
            if key in postings:
                shared.update(postings[key][-LONGEST_POSTING:])
        found |= {(j, i): _AGAINST for j in most_shared(shared)}
    return found


class Pages(Protocol):
    """Pages by number, of which it is known which are alike."""

    sketches: dict[int, Sketch]

    def neighbours(self, page: Sketch) -> dict[int, float]:
        """The pages that are alike at all, with their likeness."""
        ...

    def add(self, number: int, page: Sketch) -> None:
        """Let later pages find this one."""
        ...

    def remove(self, numbers: Iterable[int]) -> None:
        """Forget pages."""
        ...


class OpenPages:
    """Pages by number, with an index of their terms. Work for a page is bounded: of the pages within its reach only the latest
    that have a term are looked up, and of those the ones that share most terms are compared. What is out of reach does not
    count, so that it does not matter which pages were forgotten.
    """

    def __init__(self) -> None:
        self.sketches: dict[int, Sketch] = {}
        self._days: dict[int, float] = {}
        self._postings: dict[str, list[int]] = defaultdict(list)
        self._gone: Counter[str] = Counter()

    def neighbours(self, page: Sketch) -> dict[int, float]:
        """The pages that are alike at all, with their likeness."""
        shared: Counter[int] = Counter()
        first, last = _reach(page)
        for key in page.vector:
            posting = self._postings.get(key, ())
            if len(posting) > LONGEST_POSTING:
                posting = list(islice(self._within(reversed(posting), first, last), LONGEST_POSTING))
            shared.update(posting)
        near = [number for number, count in shared.items() if count >= _FEWEST_SHARED]
        near = most_shared({number: shared[number] for number in self._within(near, first, last)})
        values = ((number, likeness(page, self.sketches[number])) for number in near)
        return {number: value for number, value in values if value >= LEAST_LIKENESS}

    def _within(self, numbers: Iterable[int], first: float, last: float) -> Iterator[int]:
        """Those of some pages that are there, and without a date or of the days asked for."""
        days = self._days.get
        return (number for number in numbers if not (day := days(number, _GONE)) or first <= day <= last)

    def add(self, number: int, page: Sketch) -> None:
        """Let later pages find this one."""
        self.sketches[number] = page
        self._days[number] = page.day or _UNDATED
        for key in page.vector:
            self._postings[key].append(number)

    def remove(self, numbers: Iterable[int]) -> None:
        """Forget pages."""
        numbers = list(numbers)
        touched = [key for number in numbers for key in self.sketches.pop(number).vector]
        for number in numbers:
            del self._days[number]
        self._gone.update(touched)
        for key in dict.fromkeys(touched):
            if _SLACK * self._gone[key] >= len(self._postings[key]):
                del self._gone[key]
                self._postings[key] = [number for number in self._postings[key] if number in self.sketches]
                if not self._postings[key]:
                    del self._postings[key]
