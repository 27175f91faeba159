"""Which values of two pages are asked whether they answer one question: those of one kind in sentences that are close."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.stories.facts.aboutness import Aboutness
from dateline.stories.facts.answers import Question
from dateline.stories.facts.asked_values import AskedValue, is_of_speaking
from dateline.stories.facts.question_signs import QuestionSigns

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_CLOSEST = 3
"""Among how many sentences of the other page, the closest ones, a value is sought."""
_MOST = 400


@dataclass(frozen=True, eq=False, slots=True)
class AskedPairs:
    """Values of two pages that answer one kind of question, and which of them are compared."""

    first: Sequence[AskedValue]
    second: Sequence[AskedValue]
    signs: QuestionSigns
    pairs: Sequence[tuple[int, int]]


def asked_pairs(
    first: Sequence[AskedValue], second: Sequence[AskedValue], about: Aboutness
) -> Iterator[AskedPairs]:
    """For each kind of question the values of two pages that are compared."""
    for question in Question:
        a = [value for value in first if value.question is question and _is_asked(value)]
        b = [value for value in second if value.question is question and _is_asked(value)]
        if a and b:
            signs = QuestionSigns(a, b, about)
            yield AskedPairs(a, b, signs, _pairs(a, b, signs))


def _is_asked(value: AskedValue) -> bool:
    """A number, or a time that is nobody's day of speaking."""
    return value.question is not Question.WHEN or not is_of_speaking(value)


def _pairs(a: Sequence[AskedValue], b: Sequence[AskedValue], signs: QuestionSigns) -> list[tuple[int, int]]:
    """The pairs in close sentences, a bounded number of them."""
    close = signs.close
    near = _ranks(close, a, b) < _CLOSEST
    found = list(zip(*near.nonzero(), strict=True))
    ranked = sorted(found, key=lambda pair: -close[pair])
    return [(int(i), int(j)) for i, j in ranked[:_MOST]]


def _ranks(close: NDArray[np.float64], a: Sequence[AskedValue], b: Sequence[AskedValue]) -> NDArray[np.int64]:
    """How many sentences of the other page are closer to that of a value, from whichever side these are fewer."""
    import numpy as np

    found = []
    for table, columns in ((close, b), (close.T, a)):
        sentences = {value.told: n for n, value in enumerate(columns)}
        only = list(sentences.values())
        ranks = (-table[:, only]).argsort(axis=1, kind="stable").argsort(axis=1, kind="stable")
        place = {told: n for n, told in enumerate(sentences)}
        found.append(ranks[:, [place[value.told] for value in columns]])
    return np.minimum(found[0], found[1].T)
