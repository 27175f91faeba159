"""Longer pairs of invented reports, written by somebody who had not read the comparing code: every third is kept aside.

They are in `labels/long_pairs.jsonl`, in the form of `labels/pairs.jsonl`.
"""

from __future__ import annotations

from pathlib import Path

from evaluation.bench import Bench
from evaluation.cases import SetResult
from evaluation.sets import pairs

NAME = "long_pairs"
FILES: tuple[str, ...] = ()
FAST_PAIRS = 24

LABELS = Path(__file__).parents[1] / "labels" / "long_pairs.jsonl"


def measure(bench: Bench) -> SetResult:
    """What `pairs` measures, on these pairs; `unread` are those kept aside."""
    return pairs.measured(bench, NAME, pairs.labelled(LABELS), FAST_PAIRS)
