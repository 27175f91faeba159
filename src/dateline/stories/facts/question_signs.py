"""Signs that two values of different pages answer one question: what stands around them, not what they are."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from math import log
from typing import TYPE_CHECKING

from dateline.readers import likeness
from dateline.stories.facts.aboutness import Aboutness
from dateline.stories.facts.answers import Question
from dateline.stories.facts.asked_values import AskedValue
from dateline.stories.facts.counted_nouns import PEOPLE
from dateline.stories.facts.surroundings import Surroundings, surroundings_of, weight

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]

_UNLIKE, _ALIKE = 0.35, 0.85
_NEAR, _NEARBY = 3.0, 9.0
"""After how many words between it and the value a word counts half; of the other side, where it is only sought."""
_COMPARED = (0, 5, 6)
"""The signs by which others may be closer: sentences as a whole, words near by, words of the sentences."""
_OF_ONE_SIDE = ((1, 2), (3, 4), (-6, -5), (-4, -3), (-2, -1))
"""Signs that say of one page what another says of the other page."""
_DIGITS = 5
_LEAST = 0.3
_NONE = -0.2
_TIMES, _MOST, _WEEK = log(4), 4.0, 7


def turned(signs: Sequence[float]) -> list[float]:
    """The signs of a pair, the pages in the other order."""
    found = list(signs)
    for one, other in _OF_ONE_SIDE:
        found[one], found[other] = found[other], found[one]
    return found


class QuestionSigns:
    """The signs of pairs of values of two pages that answer questions of one kind."""

    def __init__(self, first: Sequence[AskedValue], second: Sequence[AskedValue], about: Aboutness) -> None:
        self._values, self._about = (first, second), about

    def of(self, pairs: Sequence[tuple[int, int]]) -> list[list[float]]:
        """The signs of some pairs, each one of the first and one of the second: their own, and by how much others are closer to either."""
        found = [self._of(i, j) for i, j in pairs]
        for kind in _COMPARED:
            rows: dict[int, float] = {}
            columns: dict[int, float] = {}
            for (i, j), signs in zip(pairs, found, strict=True):
                rows[i] = max(rows.get(i, signs[kind]), signs[kind])
                columns[j] = max(columns.get(j, signs[kind]), signs[kind])
            for (i, j), signs in zip(pairs, found, strict=True):
                signs += [signs[kind] - rows[i], signs[kind] - columns[j]]
        return [[round(sign, _DIGITS) for sign in signs] for signs in found]

    def _of(self, i: int, j: int) -> list[float]:
        a, b = self.first[i], self.second[j]
        return [
            float(self.close[i, j]),
            *self._found_both(i, j),
            self._best((a.noun,), (b.noun,)),
            float(a.link == b.link),
            self._best(a.left, b.left),
            self._best(a.right, b.right),
            float(bool(a.acts & b.acts)),
            self._best(a.verbs[:1], b.verbs[:1]),
            self._best(a.verbs, b.verbs),
            *_states(a, b),
            float(bool(a.unit) and a.unit == b.unit),
            float(a.unit == b.unit == PEOPLE),
            float(bool(a.unit) != bool(b.unit)),
            float(a.is_part != b.is_part),
            float(a.is_change != b.is_change),
            float(a.value.is_elsewhen != b.value.is_elsewhen),
            float(a.value.is_ahead != b.value.is_ahead),
            float(a.is_early and b.is_early),
            abs(a.value.place - b.value.place),
            _apart(a.value, b.value),
            log(len(self.first) * len(self.second)),
            sum(weight(s) for s in sorted(a.names & b.names)),
            (len(a.words) + len(b.words)) / 40,
            *(float(a.value.question is question) for question in Question),
        ]

    @cached_property
    def first(self) -> list[Surroundings]:
        """What stands around the values of one page."""
        return [surroundings_of(value) for value in self._values[0]]

    @cached_property
    def second(self) -> list[Surroundings]:
        """What stands around those of the other."""
        return [surroundings_of(value) for value in self._values[1]]

    @cached_property
    def close(self) -> Numbers:
        """How close the sentence of each of the first is to that of each of the second."""
        import numpy as np

        return np.array(
            [
                [self._about.sentence_likeness(a.told, b.told) for b in self._values[1]]
                for a in self._values[0]
            ]
        )

    def _found_both(self, i: int, j: int) -> list[float]:
        """How much of the words around either value has a like word around the other: the nearer the more, and wherever it stands."""
        (rows, near, nearby, whole), (columns, near_, nearby_, whole_) = self._rows[i], self._columns[j]
        if not len(rows) or not len(columns):
            return [0.0] * 6
        alike = self._alike[rows][:, columns]
        found = [
            float((near * (alike * nearby_).max(axis=1)).sum() / max(near.sum(), _LEAST)),
            float((near_ * (alike.T * nearby).max(axis=1)).sum() / max(near_.sum(), _LEAST)),
            float((whole * alike.max(axis=1)).sum() / max(whole.sum(), _LEAST)),
            float((whole_ * alike.max(axis=0)).sum() / max(whole_.sum(), _LEAST)),
        ]
        return [*found, found[0] + found[1], found[2] + found[3]]

    @cached_property
    def _rows(self) -> list[tuple[list[int], Numbers, Numbers, Numbers]]:
        return [_weighed(one, self._names[0]) for one in self.first]

    @cached_property
    def _columns(self) -> list[tuple[list[int], Numbers, Numbers, Numbers]]:
        return [_weighed(one, self._names[1]) for one in self.second]

    @cached_property
    def _names(self) -> list[dict[str, int]]:
        """Where each stem of either page has its row."""
        found = []
        for side in (self.first, self.second):
            stems = sorted({s for one in side for s in one.stems})
            found.append({s: n for n, s in enumerate(stems)})
        return found

    @cached_property
    def _alike(self) -> Numbers:
        """How much each stem of one page is like each of the other."""
        import numpy as np

        found = likeness(list(self._names[0]), list(self._names[1])).astype(np.float64)
        return np.clip((found - _UNLIKE) / (_ALIKE - _UNLIKE), 0.0, 1.0)

    def _best(self, first: Sequence[str], second: Sequence[str]) -> float:
        """How much two words are alike that are most so; less than nought where there is none."""
        found = [self._alike[self._names[0][s], self._names[1][t]] for s in first for t in second if s and t]
        return float(max(found, default=_NONE))


def _weighed(one: Surroundings, names: dict[str, int]) -> tuple[list[int], Numbers, Numbers, Numbers]:
    """The rows of the words around a value, and what each weighs there: near it, to be found near it, and in the sentence."""
    import numpy as np

    weights = np.array([weight(s) for s, _ in one.words])
    off = np.array([n for _, n in one.words], dtype=np.float64)
    return [names[s] for s, _ in one.words], weights / (1 + off / _NEAR), 1 / (1 + off / _NEARBY), weights


def _states(a: Surroundings, b: Surroundings) -> list[float]:
    """Whether the same became of what is counted, something else, or nothing is said on one side."""
    return [
        float(a.state is not None and a.state == b.state),
        float(a.state is not None and b.state is not None and a.state != b.state),
        float((a.state is None) != (b.state is None)),
    ]


def _apart(a: AskedValue, b: AskedValue) -> float:
    """How much larger one number is than the other, beyond four times; how many weeks lie between two days."""
    if a.question is Question.WHEN:
        if a.days is None or b.days is None:
            return 0.0 if a.days is b.days else 0.5
        return min(_MOST, max(0, a.days[0] - b.days[1], b.days[0] - a.days[1]) / _WEEK)
    if a.question is Question.HOW_MUCH and a.measure and b.measure and a.measure.unit != b.measure.unit:
        return _MOST if a.measure.is_money == b.measure.is_money else 2 * _MOST
    if a.size is None or b.size is None:
        return 0.0
    return max(0.0, abs(log((a.size + 1) / (b.size + 1))) - _TIMES)
