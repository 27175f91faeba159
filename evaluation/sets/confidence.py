"""Is the confidence of events the share that is right? On the events of all draws that a person judged.

The packaged weights are fitted to these very events, so what is measured is the same fit on pages that it has not seen: ten folds of pages.
"""

from __future__ import annotations

import numpy as np

from evaluation.bench import Bench
from evaluation.calibration import (
    Numbers,
    brier,
    calibration_error,
    cross_validated,
    ranking,
    reliability,
    right_at_top,
)
from evaluation.cases import Case, SetResult, with_prefix
from evaluation.judged import judged_events

NAME = "confidence"
FILES = ("stories/basil_even_years.tar.gz", "stories/newswcl50_conll.tar.gz")


def measure(bench: Bench) -> SetResult:
    """How near confidence comes to what is right (1 less the Brier score); the calibration error, how it ranks, what the surest half and quarter
    are worth; and the share of right events in ten parts from the least sure to the surest."""
    events = judged_events(bench)
    right = np.array([float(event.is_right) for event in events])
    said = cross_validated(events, with_reader=True)
    numbers = [("closeness", 1 - brier(said, right))]
    also = [
        ("right", float(right.mean())),
        ("calibration_error", calibration_error(said, right)),
        ("ranking", ranking(said, right)),
        ("top_half", right_at_top(said, right, 0.5)),
        ("top_quarter", right_at_top(said, right, 0.25)),
        *_without_reader(cross_validated(events, with_reader=False), right),
    ]
    for number, part in enumerate(reliability(said, right), 1):
        also += [(f"part{number:02}.said", part.said), (f"part{number:02}.right", part.right)]
    cases = tuple(
        Case(
            f"{event.page} {event.trigger}",
            1 - abs(share - event.is_right),
            {"said": round(float(share), 3), "confidence": event.confidence, "right": event.is_right},
        )
        for event, share in zip(events, said, strict=True)
    )
    return SetResult(NAME, with_prefix(NAME, numbers), cases, with_prefix(NAME, also))


def _without_reader(said: Numbers, right: Numbers) -> list[tuple[str, float]]:
    return [
        ("rules_closeness", 1 - brier(said, right)),
        ("rules_calibration_error", calibration_error(said, right)),
        ("rules_ranking", ranking(said, right)),
    ]
