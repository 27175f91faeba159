"""Lexical cohesion: how much of the words of a part of a text another part has said before."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from itertools import accumulate

from dateline.article.lines import Line

_WORD = re.compile(
    r"[^\W\d_\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]{5,}|[\u3400-\u9fff\u30a0-\u30ff\uac00-\ud7af]{2}"
)
_FLOOR = 0.08
_USUAL = 0.3
"""Share of known words of a text too short to measure."""


class Cohesion:
    """Word stems (six letters) of the lines of a run, each known by the first line that has it."""

    def __init__(self, lines: Sequence[Line]) -> None:
        firsts: dict[str, int] = {}
        steps = [0] * (len(lines) + 2)
        seen, total = [0], [0]
        for j, line in enumerate(lines):
            stems = {word[:6] for word in _WORD.findall(line.folded)}
            repeated = 0
            for stem in stems:
                first = firsts.setdefault(stem, j)
                if first < j:
                    repeated += 1
                    steps[first + 1] += 1
                    steps[j + 1] -= 1
            seen.append(seen[-1] + repeated)
            total.append(total[-1] + len(stems))
        self._seen, self._total = seen, total
        self._carried = list(accumulate(steps))

    def drop(self, i: int) -> float:
        """How much less of its words the part from line `i` on has from the part before than the latter from itself, as the
        logarithm of a ratio; 0 where nothing follows."""
        rest = self._total[-1] - self._total[i]
        return math.log((self._usual(i) + _FLOOR) / (self._carried[i] / rest + _FLOOR)) if rest > 3 else 0.0

    def scatter(self, i: int) -> float:
        """How much less the part from line `i` on repeats any words, its own or those before: a list of stories keeps bringing
        new ones."""
        rest = self._total[-1] - self._total[i]
        known = self._seen[-1] - self._seen[i]
        return math.log((self._usual(i) + _FLOOR) / (known / rest + _FLOOR)) if rest > 3 else 0.0

    def _usual(self, i: int) -> float:
        """Share of the words before line `i` that were known when they came, the first two lines aside."""
        front = self._total[i] - self._total[2]
        return (self._seen[i] - self._seen[2]) / front if front > 10 else _USUAL
