"""Which words of some pages are alike, beside those that are equal: "lorries" and "vehicles"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

from dateline.readers import likeness

LEAST = 0.4
"""From here on two words are taken for alike at all; about one in a hundred pairs of unrelated words is."""


class AlikeWords:
    """The likeness of the stems of a few pages, worked out at once when it is first asked for."""

    def __init__(self, stems: Iterable[str]) -> None:
        self._stems = list(stems)

    def of(self, a: str, b: str) -> float:
        """1 for equal stems, 0 for those that are not alike."""
        return 1.0 if a == b else self._near.get((a, b), 0.0)

    def best(self, stem: str, others: Sequence[str]) -> float:
        """How much a stem is like that of some others which is most like it."""
        return max((self.of(stem, other) for other in others), default=0.0)

    @cached_property
    def _near(self) -> dict[tuple[str, str], float]:
        stems = sorted({stem for stem in self._stems if stem.isalpha()})
        found = likeness(stems, stems)
        return {
            (stems[i], stems[j]): float(found[i, j])
            for i, j in zip(*(found >= LEAST).nonzero(), strict=True)
            if i != j
        }
