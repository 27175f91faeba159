"""Two texts side by side: what they have in common, and how much of either that is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from dateline.model import Article
from dateline.syndication.fingerprints import SHINGLE, Fingerprint
from dateline.syndication.passages import Passage, Run, Shingles, passages, shared_runs
from dateline.syndication.words import Hashes

PASSAGE_WORDS = 12
_LEAST_REST = 0.1
_Words = NDArray[np.bool_]


@dataclass(frozen=True)
class Side:
    """A text with the words that count as its writer's own (neither quoted nor standing), and those that are standing."""

    page: Fingerprint
    shingles: Shingles
    own: _Words
    standing: _Words

    @property
    def article(self) -> Article:
        return self.page.wording.article

    def __len__(self) -> int:
        return len(self.page.wording)


@dataclass(frozen=True, slots=True)
class Share:
    """How much of a text the other one has: of its writer's own words, and of all but standing ones."""

    own: float
    all: float


@dataclass(frozen=True)
class Shared:
    """What `b` has in common with `a`, and the share that it is of either."""

    a: Side
    b: Side
    runs: tuple[Run, ...]
    of_a: Share
    of_b: Share

    def turned(self) -> Shared:
        """The same seen from the other side."""
        back = sorted((Run(run.b, run.a, run.length) for run in self.runs), key=lambda run: (run.b, run.a))
        return Shared(self.b, self.a, tuple(back), self.of_b, self.of_a)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Stretches in common, in the order of `b`."""
        return tuple(passages(self.runs))

    def running(self) -> tuple[Passage, ...]:
        """Passages of running text, without mere quotations, phrases and furniture of an outlet."""
        return tuple(p for p in self.passages if p.equal >= PASSAGE_WORDS and self._is_running(p))

    def _is_running(self, passage: Passage) -> bool:
        for side, (first, last) in ((self.a, passage.a), (self.b, passage.b)):
            stretch = slice(first, last + 1)
            told = np.count_nonzero(~side.page.wording.quoted[stretch])
            standing = np.count_nonzero(side.standing[stretch])
            if told < PASSAGE_WORDS or 2 * standing >= last + 1 - first:
                return False
        return True


def side_of(page: Fingerprint, shingles: Shingles, fixed: Hashes) -> Side:
    """A page with its own words; standing ones count like others where there is nothing else."""
    standing = np.zeros(len(page.wording), dtype=np.bool_)
    for place in np.flatnonzero(np.isin(shingles.values, fixed)).tolist():
        standing[place : place + SHINGLE] = True
    if np.count_nonzero(~standing) < _LEAST_REST * len(standing):
        standing[:] = False
    return Side(page, shingles, ~page.wording.quoted & ~standing, standing)


def compared(a: Side, b: Side) -> Shared:
    """What two texts have in common. A word counts where neither side has it as standing text, and for a writer's own share where
    neither has it in quotation marks."""
    runs = tuple(shared_runs(a.shingles, b.shingles))
    own_a, own_b = np.zeros(len(a), dtype=np.bool_), np.zeros(len(b), dtype=np.bool_)
    all_a, all_b = own_a.copy(), own_b.copy()
    for run in runs:
        left, right = slice(run.a, run.a + run.length), slice(run.b, run.b + run.length)
        own = a.own[left] & b.own[right]
        told = ~a.standing[left] & ~b.standing[right]
        own_a[left] |= own
        own_b[right] |= own
        all_a[left] |= told
        all_b[right] |= told
    return Shared(
        a,
        b,
        runs,
        Share(_share(own_a, a.own), _share(all_a, ~a.standing)),
        Share(_share(own_b, b.own), _share(all_b, ~b.standing)),
    )


def _share(equal: _Words, words: _Words) -> float:
    return int(np.count_nonzero(equal)) / max(1, int(np.count_nonzero(words)))
