"""Pages into stories, as they arrive or all at once (codebook section 8)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from dateline.stories.grouping.clusters import Pair, average_link
from dateline.stories.grouping.decisions import Decision, Rulings
from dateline.stories.grouping.likeness import OTHER_TIME_DAYS, WINDOW_DAYS, OpenPages, Pages, of_other_times
from dateline.stories.grouping.sketches import Sketch
from dateline.stories.grouping.twins import split_twins

SAME_STORY = 0.24
"""The mean likeness above which clusters of reports are one story; one value for every source."""

_CROWD = 40

Group = list[str]
"""The ids of the articles of one story, by day, then id."""


class Grouping:
    """Stories of pages that arrive in any order.

    Only pages that are alike enough to be joined are looked at again when a page comes in, so the stories are those that
    all pages together would give, and the work for a page is bounded by the pages of its window. `close_before` gives
    the stories that no later page can reach, and forgets their pages. `pages` knows which are alike, where that was found out
    elsewhere.
    """

    def __init__(self, decisions: Iterable[Decision] = (), pages: Pages | None = None) -> None:
        self._rulings = Rulings(decisions)
        self._pages = OpenPages() if pages is None else pages
        self._numbers: dict[str, int] = {}
        self._next = 0
        self._alike: dict[int, dict[int, float]] = {}
        self._kin: dict[int, int] = {}
        self._members: dict[int, list[int]] = {}
        self._parts: dict[int, list[list[int]]] = {}
        self._touched: set[int] = set()

    def __len__(self) -> int:
        return len(self._numbers)

    def __contains__(self, article: object) -> bool:
        return article in self._numbers

    def add(self, page: Sketch, *, is_news: bool = True) -> None:
        """Take in a page; one that is known by its id already is passed over. `changed` does not tell of one that is no news."""
        if page.article in self._numbers:
            return
        number = self._next
        self._next += 1
        near = self._pages.neighbours(page)
        self._pages.add(number, page)
        self._numbers[page.article] = number
        if is_news:
            self._touched.add(number)
        self._alike[number] = near
        for other, value in near.items():
            self._alike[other][number] = value
        self._kin[number] = number
        self._members[number] = [number]
        ruled = [
            self._numbers[article]
            for article in self._rulings.with_(page.article)
            if article in self._numbers
        ]
        for other in (*(o for o, value in near.items() if value >= SAME_STORY), *ruled):
            self._tie(number, other)
        self._parts.pop(self._kin[number], None)

    def remove(self, article: str) -> None:
        """Forget a page that was taken back or that a later version took the place of."""
        number = self._numbers[article]
        kin = self._kin[number]
        self._touched.update(other for other in self._members[kin] if other != number)
        self._forget(kin, [number])

    def changed(self) -> list[Group]:
        """The stories of the pages that came in since this was last asked, and of all that are tied to these or were tied to
        one that was removed.
        """
        kins = {self._kin[number] for number in self._touched if number in self._kin}
        self._touched.clear()
        return sorted(self._named(part) for kin in kins for part in self._settled(kin))

    def groups(self) -> list[Group]:
        """The stories of the pages that are still open."""
        return sorted(self._named(part) for kin in list(self._members) for part in self._settled(kin))

    def group_of(self, article: str) -> Group:
        """The story of an open page."""
        number = self._numbers[article]
        return next(self._named(part) for part in self._settled(self._kin[number]) if number in part)

    def close_before(self, day: int) -> list[Group]:
        """The stories whose pages are all older than the window before `day` (a running number). Their pages are forgotten.
        A story with a page that has no date stays open: a page of any day may join it. In a stream that never ends, give such
        a page the day on which it came in.
        """
        closed: list[Group] = []
        for kin in list(self._members):
            parts = self._settled(kin)
            over = [part for part in parts if self._is_over(part, day)]
            if over:
                closed += map(self._named, over)
                self._forget(kin, [number for part in over for number in part])
        return sorted(closed)

    def _is_over(self, part: Sequence[int], day: int) -> bool:
        days = (self._pages.sketches[number].day for number in part)
        return all(other is not None and other < day - WINDOW_DAYS for other in days)

    def _settled(self, kin: int) -> list[list[int]]:
        """The stories among pages that are tied, worked out anew where a page was added or forgotten."""
        if kin not in self._parts:
            self._parts[kin] = self._stories(self._members[kin])
        return self._parts[kin]

    def _stories(self, numbers: Sequence[int]) -> list[list[int]]:
        if len(numbers) == 1:
            return [list(numbers)]
        ordered = sorted(numbers, key=lambda number: self._pages.sketches[number].order)
        pages = [self._pages.sketches[number] for number in ordered]
        place = {number: i for i, number in enumerate(ordered)}
        alike = {
            (place[a], place[b]): value
            for a in ordered
            for b, value in self._alike[a].items()
            if b in place and place[a] < place[b]
        } | of_other_times(pages)
        clusters = average_link(
            len(pages),
            alike,
            SAME_STORY,
            vectors=[page.vector for page in pages],
            together=self._ruled_pairs(pages),
            may_join=lambda a, b: self._may_join([pages[i] for i in a], [pages[i] for i in b]),
        )
        parts = [part for cluster in clusters for part in self._split(cluster, pages)]
        return [[ordered[i] for i in part] for part in parts]

    def _split(self, cluster: Sequence[int], pages: Sequence[Sketch]) -> list[list[int]]:
        """Twins apart, unless a decision holds them together."""
        parts = split_twins(cluster, pages)
        if not self._rulings or len(parts) == 1:
            return parts
        home = {i: k for k, part in enumerate(parts) for i in part}
        pairs = [(i, j) for i, j in self._ruled_pairs(pages) if i in home and j in home]
        joined = average_link(len(parts), {}, 1.0, together=[(home[i], home[j]) for i, j in pairs])
        return [sorted(i for k in group for i in parts[k]) for group in joined]

    def _ruled_pairs(self, pages: Sequence[Sketch]) -> list[Pair]:
        if not self._rulings:
            return []
        place = {page.article: i for i, page in enumerate(pages)}
        return [
            (i, place[other])
            for i, page in enumerate(pages)
            for other in self._rulings.with_(page.article)
            if other in place and i < place[other]
        ]

    def _may_join(self, a: Sequence[Sketch], b: Sequence[Sketch]) -> bool:
        """Not against a decision; nor, among crowds, of which not all pairs were compared, from another time."""
        if self._rulings.part([page.article for page in a], [page.article for page in b]):
            return False
        if len(a) + len(b) <= _CROWD:
            return True
        days = [sorted(page.day for page in side if page.day is not None) for side in (a, b)]
        return (
            not all(days) or abs(days[0][len(days[0]) // 2] - days[1][len(days[1]) // 2]) <= OTHER_TIME_DAYS
        )

    def _tie(self, number: int, other: int) -> None:
        """Make one of the pages tied to each."""
        a, b = self._kin[number], self._kin[other]
        if a == b:
            return
        if len(self._members[a]) < len(self._members[b]):
            a, b = b, a
        for member in self._members[b]:
            self._kin[member] = a
        self._members[a] += self._members.pop(b)
        self._parts.pop(a, None)
        self._parts.pop(b, None)

    def _forget(self, kin: int, numbers: Sequence[int]) -> None:
        """Drop pages; what is left of those they were tied to is tied anew."""
        gone = set(numbers)
        left = [number for number in self._members.pop(kin) if number not in gone]
        self._parts.pop(kin, None)
        for number in numbers:
            for other in self._alike.pop(number):
                if other in self._alike:
                    self._alike[other].pop(number, None)
            del self._numbers[self._pages.sketches[number].article]
            del self._kin[number]
        self._pages.remove(numbers)
        for number in left:
            self._kin[number] = number
            self._members[number] = [number]
        for number in left:
            ruled = self._rulings.with_(self._pages.sketches[number].article)
            tied = [other for other, value in self._alike[number].items() if value >= SAME_STORY]
            for other in (*tied, *(self._numbers[article] for article in ruled if article in self._numbers)):
                self._tie(number, other)

    def _named(self, part: Sequence[int]) -> Group:
        pages = sorted((self._pages.sketches[number] for number in part), key=lambda page: page.order)
        return [page.article for page in pages]


def group_sketches(pages: Iterable[Sketch], decisions: Iterable[Decision] = ()) -> list[Group]:
    """The stories of some pages. Those without a date come first, the others by day; what no later page can reach is closed
    as it goes, so the memory is that of a window.
    """
    ordered = sorted(pages, key=lambda page: (page.day is not None, page.order))
    return group_in_order(
        Grouping(decisions), ordered, sorted({page.day for page in ordered if page.day is not None})
    )


def group_in_order(grouping: Grouping, pages: Iterable[Sketch], days: Sequence[int]) -> list[Group]:
    """The stories of pages that come undated first, then by day and id. Before the pages of each of `days`, stories that are over
    are closed; days on which none of these pages came may be among them.
    """
    found: list[Group] = []
    at: int | None = None
    for page in pages:
        if page.day is not None:
            at = bisect_left(days, page.day) if at is None else at
            while at < len(days) and days[at] <= page.day:
                found += grouping.close_before(days[at])
                at += 1
        grouping.add(page)
    for day in days[at or 0 :]:
        if not len(grouping):
            break
        found += grouping.close_before(day)
    return sorted((*found, *grouping.groups()))
