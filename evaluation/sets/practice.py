"""Pairs of invented reports, written to practise on before the comparing code was read: every third is kept aside.

They are in `labels/practice_pairs.jsonl`, in the form of `labels/pairs.jsonl`.
"""

from __future__ import annotations

from pathlib import Path

from evaluation.bench import Bench
from evaluation.cases import SetResult
from evaluation.sets import pairs

NAME = "practice"
FILES: tuple[str, ...] = ()
FAST_PAIRS = 30

LABELS = Path(__file__).parents[1] / "labels" / "practice_pairs.jsonl"


def measure(bench: Bench) -> SetResult:
    """What `pairs` measures, on these pairs; `unread` are those kept aside."""
    return pairs.measured(bench, NAME, pairs.labelled(LABELS), FAST_PAIRS)
