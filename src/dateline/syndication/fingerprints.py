"""Shingles of words, a winnowed sample of them, and an index that finds pairs of articles worth comparing.

Winnowing keeps the lowest hash of every window, so two texts that share a run of `SHINGLE + WINDOW - 1` words share at
least one fingerprint (Schleimer, Wilkerson and Aiken, 2003).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from zlib import crc32

from dateline.syndication.words import Wording

SHINGLE = 5
WINDOW = 4
_MASK = (1 << 61) - 1
_BASE = 1_000_003
_B2, _B3, _B4 = _BASE**2 & _MASK, _BASE**3 & _MASK, _BASE**4 & _MASK
_LONGEST_POSTING = 60
_FEWEST_SHARED = 2
_STANDING_PAGES = 4
_LARGE_SHARE = 0.15
_LEAST_REST = 0.4


@dataclass(frozen=True)
class Fingerprint:
    """An article's shingles by position, the set of those that are not wholly quoted, and the winnowed sample."""

    wording: Wording
    hashes: tuple[int, ...]
    own: frozenset[int]
    sample: frozenset[int]


def _shingle_hashes(forms: Sequence[str]) -> tuple[int, ...]:
    words = [crc32(form.encode()) + 1 for form in forms]
    five = zip(words, words[1:], words[2:], words[3:], words[4:], strict=False)
    return tuple((a * _B4 + b * _B3 + c * _B2 + d * _BASE + e) & _MASK for a, b, c, d, e in five)


def _winnow(hashes: Sequence[int]) -> frozenset[int]:
    if len(hashes) <= WINDOW:
        return frozenset(hashes)
    return frozenset(min(hashes[i : i + WINDOW]) for i in range(len(hashes) - WINDOW + 1))


def fingerprint(wording: Wording) -> Fingerprint:
    """Hash a text. Shingles inside quotation marks do not count as the writer's own: a shared quotation is no copy."""
    hashes = _shingle_hashes(wording.forms)
    own = frozenset(value for i, value in enumerate(hashes) if 0 in wording.quoted[i : i + SHINGLE])
    return Fingerprint(wording, hashes, own or frozenset(hashes), _winnow(hashes))


def candidate_pairs(prints: Sequence[Fingerprint], fixed: frozenset[int]) -> list[tuple[int, int]]:
    """Pairs of positions in `prints` that share enough of their samples to be compared in full.

    What an outlet puts under many of its pages (`fixed`) does not count, unless a good part of a text is shared. A posting list is
    cut at its first entries, so that a text with hundreds of copies stays tied to the first of them and the work for an
    article stays bounded.
    """
    postings: dict[int, list[int]] = defaultdict(list)
    pairs: list[tuple[int, int]] = []
    for j, current in enumerate(prints):
        shared: Counter[int] = Counter()
        standing: Counter[int] = Counter()
        for value in current.sample:
            posting = postings[value]
            (standing if value in fixed else shared).update(posting)
            if len(posting) < _LONGEST_POSTING:
                posting.append(j)
        found = {i for i, count in shared.items() if count >= _FEWEST_SHARED}
        for i, count in standing.items():
            if shared[i] + count >= _LARGE_SHARE * min(len(prints[i].sample), len(current.sample)):
                found.add(i)
        pairs.extend((i, j) for i in sorted(found))
    return pairs


def own_text(current: Fingerprint, fixed: frozenset[int]) -> frozenset[int]:
    """A page's shingles without standing text; all of them where little else would be left (versions of one report)."""
    rest = current.own - fixed
    return rest if len(rest) >= _LEAST_REST * len(current.own) else current.own


def standing_text(prints: Sequence[Fingerprint]) -> frozenset[int]:
    """Shingles that stand on several pages of one outlet: notices, invitations, background that is repeated."""
    pages: Counter[tuple[str, int]] = Counter()
    for current in prints:
        outlet = current.wording.article.outlet
        if outlet is not None:
            pages.update((outlet.name, value) for value in current.own)
    return frozenset(value for (_, value), count in pages.items() if count >= _STANDING_PAGES)
