"""Corresponding words and phrases of two wordings, whatever their order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.model import Span
from dateline.stories.quotations.phrases import SaidWord

_MORE_WORDS = 2


@dataclass(frozen=True, slots=True)
class PhrasePair:
    """Two stretches that say the same: character spans, one on each side."""

    a: Span
    b: Span


def word_pairs(a: Sequence[SaidWord], b: Sequence[SaidWord]) -> dict[int, int]:
    """Which word of `a` stands for which of `b`: equal stems, longest common runs first, each word used once.

    A run needs a word that carries meaning; of equal runs the one nearest to what is already paired wins.
    """
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    while True:
        runs = [
            run for run in _runs(a, b, pairs, taken) if any(a[run[1] + k].is_content for k in range(run[0]))
        ]
        if not runs:
            return dict(sorted(pairs.items()))
        length, i, j = min(runs, key=lambda run: (-run[0], _distance(run, pairs), run[1], run[2]))
        pairs |= {i + k: j + k for k in range(length)}
        taken |= {j + k for k in range(length)}


def _runs(
    a: Sequence[SaidWord], b: Sequence[SaidWord], pairs: dict[int, int], taken: set[int]
) -> list[tuple[int, int, int]]:
    """Maximal common runs of free words: length, start in `a`, start in `b`."""
    lengths: dict[tuple[int, int], int] = {}
    ends: list[tuple[int, int]] = []
    for i, left in enumerate(a):
        for j, right in enumerate(b):
            if left.stem == right.stem and i not in pairs and j not in taken:
                lengths[(i, j)] = lengths.get((i - 1, j - 1), 0) + 1
                ends.append((i, j))
    return [
        (lengths[(i, j)], i - lengths[(i, j)] + 1, j - lengths[(i, j)] + 1)
        for i, j in ends
        if (i + 1, j + 1) not in lengths
    ]


def _distance(run: tuple[int, int, int], pairs: dict[int, int]) -> int:
    _, i, j = run
    return min((abs(i - x) + abs(j - y) for x, y in pairs.items()), default=0)


def phrase_pairs(a: Sequence[SaidWord], b: Sequence[SaidWord]) -> list[PhrasePair]:
    """The smallest corresponding phrases, in the order of `a` (codebook section 10, rule 5).

    Words that are paired and stand in the same phrase on both sides make one pair of phrases; each is widened over
    unpaired words as far as its phrase goes, by no more than the other side has to offer and a few words.
    """
    pairs = word_pairs(a, b)
    cells: dict[tuple[int, int], list[int]] = {}
    for i, j in pairs.items():
        cells.setdefault((a[i].phrase, b[j].phrase), []).append(i)
    kept = [lefts for lefts in cells.values() if any(a[i].is_content for i in lefts)]
    claimed_a = {i for lefts in kept for i in range(min(lefts), max(lefts) + 1)}
    claimed_b = {
        j for lefts in kept for j in range(min(pairs[i] for i in lefts), max(pairs[i] for i in lefts) + 1)
    }
    found = []
    for lefts in kept:
        rights = [pairs[i] for i in lefts]
        x, y = (min(lefts), max(lefts)), (min(rights), max(rights))
        before = _free(a, x[0], -1, claimed_a), _free(b, y[0], -1, claimed_b)
        after = _free(a, x[1], 1, claimed_a), _free(b, y[1], 1, claimed_b)
        wide_x = x[0] - _room(before[0], before[1]), x[1] + _room(after[0], after[1])
        wide_y = y[0] - _room(before[1], before[0]), y[1] + _room(after[1], after[0])
        found.append(
            PhrasePair(Span(a[wide_x[0]].start, a[wide_x[1]].end), Span(b[wide_y[0]].start, b[wide_y[1]].end))
        )
    return sorted(found, key=lambda pair: (pair.a, pair.b))


def _free(words: Sequence[SaidWord], edge: int, step: int, claimed: set[int]) -> int:
    """How many words beyond an edge belong to the same phrase and to no other pair."""
    count, at = 0, edge + step
    while 0 <= at < len(words) and at not in claimed and words[at].phrase == words[edge].phrase:
        count, at = count + 1, at + step
    return count


def _room(mine: int, theirs: int) -> int:
    return mine if mine <= theirs + _MORE_WORDS else 0
