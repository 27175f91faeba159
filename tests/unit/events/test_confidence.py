"""Confidence: from the signs of an event to the share of events like it that were right."""

from __future__ import annotations

import hashlib
from importlib.resources import files

import pytest

import dateline
from dateline.events.calibration import FILE, RECORDED, Weights, calibrated
from dateline.events.confidence import EventSigns
from dateline.language import installed_model

needs_model = pytest.mark.skipif(installed_model() is None, reason="no English language model is installed")


def test_the_packaged_weights_are_the_recorded_ones() -> None:
    content = files("dateline.events").joinpath("data", FILE).read_bytes()
    assert hashlib.sha256(content).hexdigest() == RECORDED


def test_signs_that_are_not_there_count_as_nought() -> None:
    weights = Weights(0.0, {"near": 2.0, "left": -1.0})
    assert weights.share({}) == 0.5
    assert weights.share({"near": 1.0}) > weights.share({"near": 1.0, "left": 1.0}) > 0.5


def test_a_reader_that_agrees_makes_an_event_surer() -> None:
    common = {"source": 1.0, "target": 1.0, "both": 1.0, "near": 1.0}
    agreed, denied = (
        calibrated(
            EventSigns(0, True, {**common, "root_share": share, "status_share": share, "no_act": -share})
        )
        for share in (4.0, -4.0)
    )
    assert 0 < denied < agreed < 1


@needs_model
def test_both_sides_beside_the_act_are_surer_than_one_with_others_left_out() -> None:
    (plain,) = dateline.code_events("Iceland condemned Belize.")
    text = "While Norway and Fiji argue about Malta, the arrest of a sailor of Belize that Tonga wanted went ahead."
    (bare,) = dateline.code_events(text)
    assert plain.confidence > bare.confidence


@needs_model
def test_a_text_gives_the_same_confidence_each_time() -> None:
    text = "Iceland condemned Belize. Norway will meet the king of Tonga in Oslo."
    first, again = (dateline.code_events(text) for _ in range(2))
    assert [event.confidence for event in first] == [event.confidence for event in again]
    assert all(0 < event.confidence < 1 for event in first)
