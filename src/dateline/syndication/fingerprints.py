"""Shingles of words, and a winnowed sample of them by which articles are found.

Winnowing keeps the lowest hash of every window, so two texts that share a run of `SHINGLE + WINDOW - 1` words share at
least one fingerprint, and two where they share 12 words, the shortest passage that is told (Schleimer, Wilkerson and Aiken, 2003).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dateline.model import Article
from dateline.syndication.words import Hashes, Wording, mixed, wording

SHINGLE = 5
WINDOW = 4
_FACTORS = tuple(np.uint64(pow(1_000_003, power, 1 << 64)) for power in reversed(range(SHINGLE)))


@dataclass(frozen=True, slots=True, eq=False)
class Fingerprint:
    """An article's words, and the winnowed sample of its shingles, sorted. `key` is the smallest of them: versions of one report
    mostly have the same, other reports another one."""

    wording: Wording
    sample: Hashes
    key: int

    def shingles(self) -> Hashes:
        """The hashes of all shingles by place."""
        return shingles(self.wording.codes)

    def own_places(self) -> NDArray[np.bool_]:
        """Which shingles are not wholly quoted: a shared quotation is no copy. All of them where everything is quoted."""
        count = max(0, len(self.wording) - SHINGLE + 1)
        own = np.zeros(count, dtype=np.bool_)
        for shift in range(SHINGLE):
            own |= ~self.wording.quoted[shift : shift + count]
        return own if own.any() else ~own


def fingerprint(article: Article) -> Fingerprint:
    """The words of an article, with their sample."""
    words = wording(article)
    sample = np.unique(_winnow(shingles(words.codes)))
    return Fingerprint(words, sample, int(sample[0]) if len(sample) else 0)


def shingles(codes: Hashes) -> Hashes:
    """The hash of each run of `SHINGLE` words."""
    count = max(0, len(codes) - SHINGLE + 1)
    hashes = np.zeros(count, dtype=np.uint64)
    for shift, factor in enumerate(_FACTORS):
        hashes += codes[shift : shift + count] * factor
    return mixed(hashes)


def _winnow(hashes: Hashes) -> Hashes:
    if len(hashes) <= WINDOW:
        return hashes
    count = len(hashes) - WINDOW + 1
    lowest = hashes[:count]
    for shift in range(1, WINDOW):
        lowest = np.minimum(lowest, hashes[shift : shift + count])
    return lowest
