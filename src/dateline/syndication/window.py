"""Pages that are held for a time, and the links of a page that comes with those held."""

from __future__ import annotations

import heapq
from datetime import date

import numpy as np

from dateline.model import Article
from dateline.syndication.comparison import Side, compared, side_of
from dateline.syndication.edges import Link, link_of
from dateline.syndication.fingerprints import Fingerprint
from dateline.syndication.passages import Shingles
from dateline.syndication.postings import Postings
from dateline.syndication.words import Hashes

_ISO_DAY = 10
_READY = 2_000
"""Pages that are kept ready for a comparison; others are made ready again when they are needed."""


class Window:
    """Pages held for comparison. With `days`, pages published further apart than that are not compared, and those that no
    coming page can reach are let go; an undated page is held like one of the newest day that was seen when it came."""

    def __init__(self, days: int | None = None) -> None:
        self._days = days
        self._pages: dict[int, Fingerprint] = {}
        self._published: dict[int, int | None] = {}
        self._postings = Postings()
        self._ages: list[tuple[int, int]] = []
        self._newest: int | None = None
        self._added = 0
        self._fixed: Hashes = np.zeros(0, dtype=np.uint64)
        self._sides: dict[int, Side] = {}
        self._shingles: dict[int, Shingles] = {}

    def __len__(self) -> int:
        return len(self._pages)

    def pages(self) -> list[Fingerprint]:
        """The pages held, in the order in which they came."""
        return list(self._pages.values())

    def make_room(self, page: Fingerprint) -> list[Fingerprint]:
        """Lets the pages go that neither this page nor a later one can reach."""
        published = published_day(page.wording.article)
        if published is not None:
            self._newest = max(published, self._newest or published)
        gone = []
        while self._days is not None and self._ages and self._ages[0][0] < (self._newest or 0) - self._days:
            number = heapq.heappop(self._ages)[1]
            gone.append(self._pages.pop(number))
            self._postings.remove(number, gone[-1])
            del self._published[number]
            self._drop(number)
        return gone

    def add(self, page: Fingerprint, fixed: Hashes) -> list[Link]:
        """Holds a page, and tells its links with the others. `fixed` are the shingles that are standing text."""
        if fixed is not self._fixed:
            self._sides.clear()
            self._fixed = fixed
        number, self._added = self._added, self._added + 1
        published = published_day(page.wording.article)
        near = [
            other
            for other in self._postings.candidates(page, fixed, self._pages)
            if self._is_near(published, self._published[other])
        ]
        self._pages[number], self._published[number] = page, published
        self._postings.add(number, page)
        day = published if published is not None else self._newest
        if day is not None:
            heapq.heappush(self._ages, (day, number))
        links = (link_of(compared(self._side(other), self._side(number))) for other in near)
        return [link for link in links if link is not None]

    def _is_near(self, day: int | None, other: int | None) -> bool:
        return self._days is None or day is None or other is None or abs(day - other) <= self._days

    def _side(self, number: int) -> Side:
        if number not in self._sides:
            if number not in self._shingles:
                if len(self._shingles) >= _READY:
                    self._drop(next(iter(self._shingles)))
                self._shingles[number] = Shingles(self._pages[number])
            self._sides[number] = side_of(self._pages[number], self._shingles[number], self._fixed)
        return self._sides[number]

    def _drop(self, number: int) -> None:
        self._sides.pop(number, None)
        self._shingles.pop(number, None)


def published_day(article: Article) -> int | None:
    """The day of publication as a number; None where there is none, or only a month or year."""
    try:
        return (
            date.fromisoformat(article.published.value[:_ISO_DAY]).toordinal() if article.published else None
        )
    except ValueError:
        return None
