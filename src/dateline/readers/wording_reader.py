"""Whether two wordings render one utterance, as a small model reads them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from dateline.readers.pair_signs import signs
from dateline.readers.pieces import PieceModel, Pieces
from dateline.readers.word_rows import word_rows

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

LONGEST = 72
"""Pieces of either wording that are read."""
_HOPELESS = -4.0
"""A score below which the other order is not read as well."""


@dataclass(frozen=True, slots=True)
class PairPieces:
    """Two wordings as one row: piece by piece their numbers, which wording they are of, and their signs."""

    ids: list[int]
    sides: list[int]
    signs: list[int]


class WordingReader:
    """Reads two wordings together, in both orders, so that their order does not matter."""

    def __init__(self) -> None:
        self._model = PieceModel("wordings", LONGEST)

    def share(self, a: str, b: str) -> float:
        """How surely they render one utterance, from nought to one."""
        a, b = sorted((a, b))
        first, second = self._model.pieces(a), self._model.pieces(b)
        score = self._score(joined(a, first, b, second))
        if score > _HOPELESS:
            score = (score + self._score(joined(b, second, a, first))) / 2
        return 1.0 / (1.0 + math.exp(-score))

    def _score(self, row: PairPieces) -> float:
        given = {
            "words": word_rows(row.ids)[None],
            "sides": _numbers(row.sides),
            "signs": _numbers(row.signs),
        }
        (found,) = self._model.outputs(given)
        return float(found[0])


@cache
def packaged_wording_reader() -> WordingReader:
    """The packaged reader; its model is loaded when first used."""
    return WordingReader()


def joined(a: str, first: Pieces, b: str, second: Pieces) -> PairPieces:
    """The row of two wordings: the second goes on where the first ends, without the sign that opens it."""
    rest = Pieces(second.ids[1:], second.places[1:])
    return PairPieces(
        first.ids + rest.ids,
        [0] * len(first.ids) + [1] * len(rest.ids),
        signs(a, first.places, b) + signs(b, rest.places, a),
    )


def _numbers(numbers: Sequence[int]) -> NDArray[np.int64]:
    import numpy as np

    return np.array([numbers], dtype=np.int64)
