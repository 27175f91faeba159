"""What an outlet puts on many of its pages: notices, invitations, background that is repeated."""

from __future__ import annotations

from bisect import insort
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

import numpy as np

from dateline.syndication.fingerprints import Fingerprint
from dateline.syndication.words import Hashes

_PAGES = 4
_EIGHTH = 8
_LOOKED_AT = 64
"""Pages of one outlet that are looked at: those with the smallest keys, so that it does not matter when each was added."""

Entry = tuple[int, str]
"""The key of a page, and its id."""


class Standing:
    """Shingles that stand on several pages of one outlet. Versions of one report, which have one key, count as one page."""

    def __init__(self) -> None:
        self._pages: dict[str, list[Entry]] = defaultdict(list)
        self._prints: dict[str, Fingerprint] = {}
        self._found: dict[str, Hashes] = {}
        self._changes: Counter[str] = Counter()
        self._all: Hashes = np.zeros(0, dtype=np.uint64)

    def add(self, page: Fingerprint) -> None:
        """Counts a page; one without an outlet tells nothing."""
        outlet = page.wording.article.outlet
        if outlet is not None:
            entry = (page.key, page.wording.article.id)
            insort(self._pages[outlet.name], entry)
            self._prints[entry[1]] = page
            self._note(outlet.name, entry)

    def remove(self, page: Fingerprint) -> None:
        """Forgets a page that was added."""
        outlet = page.wording.article.outlet
        if outlet is not None:
            entry = (page.key, page.wording.article.id)
            self._note(outlet.name, entry)
            self._pages[outlet.name].remove(entry)
            del self._prints[entry[1]]

    def hashes(self) -> Hashes:
        """All shingles that stand on several pages of some outlet, sorted."""
        return self._refreshed(list(self._changes))

    def recent_hashes(self) -> Hashes:
        """The same as it was not long ago: an outlet is gone over again when an eighth of what is looked at has changed."""
        return self._refreshed(
            [o for o, n in self._changes.items() if _EIGHTH * n >= len(self._looked_at(o))]
        )

    def _refreshed(self, outlets: Sequence[str]) -> Hashes:
        for outlet in outlets:
            self._found[outlet] = self._of(outlet)
            del self._changes[outlet]
        if outlets:
            self._all = np.unique(np.concatenate(list(self._found.values())))
        return self._all

    def _note(self, outlet: str, entry: Entry) -> None:
        """An outlet is looked at again when a page among those looked at comes or goes."""
        if entry in self._looked_at(outlet):
            self._changes[outlet] += 1

    def _looked_at(self, outlet: str) -> list[Entry]:
        return looked_at(self._pages[outlet])

    def _of(self, outlet: str) -> Hashes:
        return on_several([own_shingles(self._prints[article]) for _, article in self._looked_at(outlet)])


def looked_at(entries: Iterable[Entry]) -> list[Entry]:
    """Of the pages of an outlet, in order, the first of each of the smallest keys."""
    found: list[Entry] = []
    for entry in entries:
        if not found or entry[0] != found[-1][0]:
            found.append(entry)
        if len(found) == _LOOKED_AT:
            break
    return found


def own_shingles(page: Fingerprint) -> Hashes:
    """The shingles of a page that are not wholly quoted, each once."""
    return np.unique(page.shingles()[page.own_places()])


def on_several(each: Sequence[Hashes]) -> Hashes:
    """The shingles that stand on several of an outlet's pages."""
    if len(each) < _PAGES:
        return np.zeros(0, dtype=np.uint64)
    values, counts = np.unique(np.concatenate(each), return_counts=True)
    return values[counts >= _PAGES]
