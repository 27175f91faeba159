"""What stands around a word in its sentence: the words that tell something, rare ones and near ones weighing more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log

from dateline.model import Span
from dateline.stories.grouping.vectors import Vector, cosine, unit
from dateline.stories.stems import stem
from dateline.stories.terms import WORD, usual_frequencies

_UNSEEN = 0.002
_COMMON = 0.2
_HALF_AWAY = 6
_NEXT_WORDS = 4


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Stems by weight, the telling stems that come next, and the numbers of the sentence."""

    weights: Vector
    following: frozenset[str]
    numbers: frozenset[str]


def surroundings(text: str, sentence: Span, trigger: Span) -> Surroundings:
    """The words of a sentence but for those of the trigger. A word six words away weighs half."""
    words = list(WORD.finditer(text, sentence.start, sentence.end))
    told: dict[str, float] = {}
    after: list[str] = []
    first, last = _bounds([Span(*word.span()) for word in words], trigger)
    for i, word in enumerate(words):
        if first <= i < last:
            continue
        key = stem(word[0].lower().replace("’", "'"))
        share = usual_frequencies().get(key, _UNSEEN)
        if share > _COMMON:
            continue
        away = first - i - 1 if i < first else i - last
        told[key] = max(told.get(key, 0.0), -log(share) / (1 + away / _HALF_AWAY))
        if i >= last:
            after.append(key)
    numbers = frozenset(word[0] for word in words if word[0].isdigit())
    return Surroundings(unit(told), frozenset(after[:_NEXT_WORDS]), numbers)


def _bounds(words: Sequence[Span], trigger: Span) -> tuple[int, int]:
    """Which words the trigger takes: the first, and the first after it."""
    before = sum(word.end <= trigger.start for word in words)
    return before, max(before, sum(word.start < trigger.end for word in words))


def likeness(a: Surroundings, b: Surroundings) -> float:
    """From 0 to 1: how much of the sentences is in the same words."""
    return cosine(a.weights, b.weights)


def share_following(a: Surroundings, b: Surroundings) -> float:
    """The share of the shorter's next words that the other has too."""
    shortest = min(len(a.following), len(b.following))
    return len(a.following & b.following) / shortest if shortest else 0.0
