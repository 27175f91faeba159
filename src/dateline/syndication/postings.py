"""An index of samples: which pages share enough to be compared. The work for a page is bounded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import numpy as np

from dateline.syndication.fingerprints import Fingerprint
from dateline.syndication.words import Hashes

LONGEST_POSTING = 60
"""Pages that are kept for one fingerprint: a text with hundreds of copies stays tied to the first of them."""
MOST_CANDIDATES = 100
_FEWEST_SHARED = 2
_LARGE_SHARE = 0.15


class Postings:
    """Pages, by a number that the caller gives them, under each fingerprint of their samples."""

    def __init__(self) -> None:
        self._pages: dict[int, int | list[int]] = {}  # most fingerprints have one page, and need no list

    def add(self, number: int, page: Fingerprint) -> None:
        """Files a page; where a fingerprint has enough pages, it is passed over."""
        pages = self._pages
        for value in page.sample.tolist():
            held = pages.setdefault(value, number)
            if isinstance(held, list):
                if len(held) < LONGEST_POSTING:
                    held.append(number)
            elif held != number:
                pages[value] = [held, number]

    def remove(self, number: int, page: Fingerprint) -> None:
        """Takes a page out again."""
        for value in page.sample.tolist():
            held = self._pages.get(value)
            if isinstance(held, list):
                if number in held:
                    held.remove(number)
                if not held:
                    del self._pages[value]
            elif held == number:
                del self._pages[value]

    def candidates(self, page: Fingerprint, fixed: Hashes, held: Mapping[int, Fingerprint]) -> list[int]:
        """Numbers of the pages that are worth a comparison, those with most in common first taken, in their order.

        What outlets put on many of their pages (`fixed`) does not count, unless a good part of a text is shared.
        """
        shared: Counter[int] = Counter()
        standing: Counter[int] = Counter()
        for value, is_fixed in zip(page.sample.tolist(), np.isin(page.sample, fixed).tolist(), strict=True):
            found = self._pages.get(value)
            if found is not None:
                (standing if is_fixed else shared).update(found if isinstance(found, list) else (found,))
        sizes = {number: len(held[number].sample) for number in standing}
        return most_shared(shared, standing, sizes, len(page.sample))


def most_shared(
    shared: Mapping[int, int], standing: Mapping[int, int], sizes: Mapping[int, int], size: int
) -> list[int]:
    """Numbers of the pages that are worth a comparison with one of a sample of `size`, in their order: by how many fingerprints they
    share with it, and how many that are standing text, which need the sizes of their samples."""
    kept = {number: count for number, count in shared.items() if count >= _FEWEST_SHARED}
    for number, count in standing.items():
        whole = shared.get(number, 0) + count
        if whole >= _LARGE_SHARE * min(sizes[number], size):
            kept[number] = whole
    best = sorted(kept, key=lambda number: (-kept[number], number))[:MOST_CANDIDATES]
    return sorted(best)
