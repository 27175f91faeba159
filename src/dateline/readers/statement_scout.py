"""A quick first look for the statement tagger: where a cue may stand beside words that may be said."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.model import Span
from dateline.readers.pieces import PieceModel, Pieces

if TYPE_CHECKING:
    from dateline.readers.pieces import Scores

_LONGEST = 256
_CONTENT, _CUE = 0, 2
_REACH, _FEWEST = 8, 5
"""Pieces beside a cue that are looked at, and how many there must be."""


class StatementScout:
    """A few layers that look at eight words to each side, and take a sixteenth of the tagger's time."""

    def __init__(self) -> None:
        self._model = PieceModel("scout", _LONGEST)

    def likely_cues(
        self, text: str, sentences: Sequence[Span], taken: Sequence[Span]
    ) -> list[dict[int, float]]:
        """For each sentence how likely the words that begin at these offsets are cues of something said beside them, 0 to 1.

        Args:
            taken: what is known to be said already, and does not count.
        """
        rows = [self._model.pieces(text[s.start : s.end]) for s in sentences]
        found = self._model.scores(rows)[0] if rows else []
        said = [[t for t in taken if t.start < s.end and s.start < t.end] for s in sentences]
        return [
            _likely(s.start, row, scores, known)
            for s, row, scores, known in zip(sentences, rows, found, said, strict=True)
        ]


def _likely(start: int, row: Pieces, scores: Scores, taken: Sequence[Span]) -> dict[int, float]:
    import numpy as np

    shares = 1 / (1 + np.exp(-scores))
    free = [b > 0 and not any(t.start <= start + a < t.end for t in taken) for a, b in row.places]
    content = [0.0, *np.cumsum(shares[:, _CONTENT] * np.array(free)).tolist()]
    cues = shares[:, _CUE].tolist()
    found: dict[int, float] = {}
    word = end = start - 1
    for i, (a, b) in enumerate(row.places):
        if b:
            word = word if start + a == end else start + a
            sides = (max(0, i - _REACH), i), (i + 1, min(len(cues), i + 1 + _REACH))
            beside = [(content[y] - content[x]) / (y - x) for x, y in sides if y - x >= _FEWEST]
            likely = cues[i] * max(beside, default=0.0)
            found[word] = max(likely, found.get(word, 0.0))
            end = start + b
    return found
