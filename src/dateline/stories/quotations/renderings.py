"""How much of one wording is found again in another, in words that are alike: "showcase" for "case", "they won" for "victory"."""

from __future__ import annotations

from collections.abc import Sequence
from math import log10

from dateline.events import NUMBER_WORDS
from dateline.stories.alike_words import AlikeWords
from dateline.stories.quotations.utterances import Utterance
from dateline.stories.terms import usual_frequencies

FEWEST_WORDS = 4
"""Telling words that both sides must have."""
_FEWEST_EQUAL = 2
_LEAST, _LEAST_MEAN = 0.5, 0.55
_UNLIKE, _ALIKE = 0.3, 0.8
"""Where likeness of words begins to count, and from where it counts in full."""
_RARE, _COMMONEST = 0.01, 0.1
_NEGATIONS = frozenset("not no never nobody none nor neither cannot nothing without unable".split())


def rendering(a: Utterance, b: Utterance, alike: AlikeWords) -> float:
    """How surely one reports what the other quotes, by words that are alike; 0 where it does not, where a number differs, or where one denies
    and the other does not. Both have one speaker and telling words enough.
    """
    if _are_at_odds(a, b) or sum(not b.any_ideas.isdisjoint(ideas) for ideas in a.ideas) < _FEWEST_EQUAL:
        return 0.0
    sides = _found(a, b, alike), _found(b, a, alike)
    mean = sum(sides) / 2
    return mean if min(sides) >= _LEAST and mean >= _LEAST_MEAN else 0.0


def _are_at_odds(a: Utterance, b: Utterance) -> bool:
    numbers = [
        {w.form for w in side.words if w.form.isdigit() or w.form in NUMBER_WORDS} - {"one"}
        for side in (a, b)
    ]
    if all(numbers) and numbers[0] != numbers[1] and not numbers[0] & numbers[1]:
        return True
    denied = [any(w.form in _NEGATIONS or w.form.endswith("n't") for w in side.words) for side in (a, b)]
    return denied[0] != denied[1]


def _found(side: Utterance, other: Utterance, alike: AlikeWords) -> float:
    """The share of the words of one side that the other has words for, the rarer each the more."""
    stems, theirs = sorted(side.content), sorted(other.content)
    found = [
        1.0 if not ideas.isdisjoint(other.any_ideas) else _counted(alike.best(stem, theirs))
        for stem, ideas in zip(stems, side.ideas, strict=True)
    ]
    weights = [_weight(stem) for stem in stems]
    return sum(w * f for w, f in zip(weights, found, strict=True)) / sum(weights)


def _counted(likeness: float) -> float:
    return min(1.0, max(0.0, (likeness - _UNLIKE) / (_ALIKE - _UNLIKE)))


def _weight(stem: str) -> float:
    """1 for a rare word, less for a common one."""
    return max(_COMMONEST, min(1.0, -log10(max(usual_frequencies().get(stem, 0.0), 0.001)) / 2))


def rated_renderings(
    pairs: Sequence[tuple[int, int]], utterances: Sequence[Utterance]
) -> list[tuple[int, int]]:
    """Of pairs of utterances, by their numbers, those of which one renders the other, the surest first."""
    alike = AlikeWords(stem for k in {k for pair in pairs for k in pair} for stem in utterances[k].content)
    rated = [(rendering(utterances[i], utterances[j], alike), i, j) for i, j in pairs]

    def order(row: tuple[float, int, int]) -> tuple[float, list[tuple[str, str]]]:
        refs = [utterances[n].ref for n in row[1:]]
        return -row[0], sorted((ref.article, ref.statement) for ref in refs)

    return [(i, j) for rating, i, j in sorted(rated, key=order) if rating]
