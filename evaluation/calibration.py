"""Fits and measures confidence: a ridge logistic curve over signs, cross-validated over pages, and how near it comes to the share of right events."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from evaluation.judged import Judged

Numbers = NDArray[np.float64]

READER_SIGNS = frozenset({"root_share", "no_act", "status_share"})
_RIDGE = 20.0
"""Strength of the pull towards no weight, on signs of unit spread: chosen among five by the Brier score across pages."""
_STEPS = 25
_FOLDS = 10
_BINS = 10


@dataclass(frozen=True, slots=True)
class Curve:
    """An intercept, and a weight for each sign."""

    intercept: float
    signs: dict[str, float]

    def shares(self, events: Sequence[Judged]) -> Numbers:
        """What it says of some events."""
        totals = [
            self.intercept + sum(w * e.signs.values.get(name, 0.0) for name, w in self.signs.items())
            for e in events
        ]
        return 1 / (1 + np.exp(-np.array(totals)))


@dataclass(frozen=True, slots=True)
class Bin:
    """Events of like confidence: how many, what they are said to be, and the share that is right."""

    events: int
    said: float
    right: float


def fit(events: Sequence[Judged], *, with_reader: bool) -> Curve:
    """The curve that fits judged events best, by Newton's steps; with or without what the trained reader says."""
    names = sorted(
        {n for e in events for n in e.signs.values} - (frozenset() if with_reader else READER_SIGNS)
    )
    x = np.array([[e.signs.values.get(name, 0.0) for name in names] for e in events])
    y = np.array([float(e.is_right) for e in events])
    middle, spread = x.mean(axis=0), x.std(axis=0)
    spread[spread == 0] = 1.0
    scaled = np.column_stack([np.ones(len(x)), (x - middle) / spread])
    ridge = np.diag([0.0, *([_RIDGE] * len(names))])
    weights = np.zeros(len(names) + 1)
    for _ in range(_STEPS):
        p = 1 / (1 + np.exp(-scaled @ weights))
        slope = scaled.T @ (p - y) + ridge @ weights
        weights -= np.linalg.solve((scaled * (p * (1 - p))[:, None]).T @ scaled + ridge, slope)
    own = weights[1:] / spread
    return Curve(float(weights[0] - own @ middle), {n: float(w) for n, w in zip(names, own, strict=True)})


def cross_validated(events: Sequence[Judged], *, with_reader: bool) -> Numbers:
    """What curves say of events on pages that they were not fitted to: ten folds of pages, by the hash of their ids."""
    fold = np.array([int(hashlib.sha256(e.page.encode()).hexdigest(), 16) % _FOLDS for e in events])
    said = np.zeros(len(events))
    for number in sorted(set(fold)):
        others = [e for e, own in zip(events, fold, strict=True) if own != number]
        mine = [e for e, own in zip(events, fold, strict=True) if own == number]
        said[fold == number] = fit(others, with_reader=with_reader).shares(mine)
    return said


def brier(said: Numbers, right: Numbers) -> float:
    """The mean squared distance of what is said from what is: 0 is perfect, a constant guess has the variance."""
    return float(np.mean((said - right) ** 2))


def reliability(said: Numbers, right: Numbers) -> list[Bin]:
    """Ten equal parts, from the least sure to the surest."""
    parts = np.array_split(np.argsort(said, kind="stable"), _BINS)
    return [Bin(len(p), float(said[p].mean()), float(right[p].mean())) for p in parts if len(p)]


def calibration_error(said: Numbers, right: Numbers) -> float:
    """The expected calibration error: how far the parts' shares are from what is said of them, on average."""
    bins = reliability(said, right)
    return sum(b.events * abs(b.said - b.right) for b in bins) / max(1, len(said))


def right_at_top(said: Numbers, right: Numbers, share: float) -> float:
    """The share of right events among the surest; ties count as their average."""
    wanted = max(1, int(len(said) * share))
    edge = np.sort(said)[::-1][wanted - 1]
    sure, level = said > edge, said == edge
    return float((right[sure].sum() + right[level].mean() * (wanted - sure.sum())) / wanted)


def ranking(said: Numbers, right: Numbers) -> float:
    """How often a right event has more confidence than a wrong one; .5 is chance."""
    good, bad = said[right == 1], said[right == 0]
    if not len(good) or not len(bad):
        return 0.5
    above = (good[:, None] > bad[None, :]).mean()
    return float(above + (good[:, None] == bad[None, :]).mean() / 2)
