"""Confidence against verdicts: the fit, and the measures of it."""

from __future__ import annotations

import random

import numpy as np
import pytest

from dateline.events import EventSigns
from evaluation.calibration import (
    brier,
    calibration_error,
    cross_validated,
    fit,
    ranking,
    reliability,
    right_at_top,
)
from evaluation.judged import Judged


def invented(number: int = 400) -> list[Judged]:
    """Events that are right in nine of ten cases where both sides stand near, and in three of ten else."""
    chance = random.Random(7)
    events = []
    for i in range(number):
        near = float(chance.random() < 0.5)
        signs = EventSigns(i, True, {"near": near, "root_share": chance.random()})
        events.append(Judged(f"page{i % 40}", i, signs, 0.5, chance.random() < (0.9 if near else 0.3)))
    return events


def test_the_fit_finds_what_tells_right_from_wrong() -> None:
    events = invented()
    curve = fit(events, with_reader=True)
    assert curve.signs["near"] > 1 > abs(curve.signs["root_share"])
    assert set(fit(events, with_reader=False).signs) == {"near"}


def test_what_is_said_of_unseen_pages_is_near_to_what_is_right() -> None:
    events = invented()
    right = np.array([float(event.is_right) for event in events])
    said = cross_validated(events, with_reader=True)
    assert calibration_error(said, right) < 0.1
    assert brier(said, right) < brier(np.full(len(right), right.mean()), right)
    assert ranking(said, right) > 0.7
    assert right_at_top(said, right, 0.25) > right.mean() + 0.1


def test_ten_parts_go_from_the_least_sure_to_the_surest() -> None:
    said, right = np.linspace(0, 1, 100), np.repeat([0.0, 1.0], 50)
    parts = reliability(said, right)
    assert [part.events for part in parts] == [10] * 10
    assert [part.right for part in parts] == [0.0] * 5 + [1.0] * 5
    assert parts[0].said < parts[-1].said


def test_equal_confidence_ranks_by_chance_and_counts_as_its_average() -> None:
    said, right = np.full(10, 0.5), np.array([1.0] * 6 + [0.0] * 4)
    assert ranking(said, right) == 0.5
    assert right_at_top(said, right, 0.5) == pytest.approx(0.6)
