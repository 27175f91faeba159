"""One event by three outlets, dated: the even years."""

from __future__ import annotations

from typing import Any

from evaluation.bench import Bench, first_by_hash
from evaluation.cases import SetResult
from evaluation.sets.grouping import measure_grouping

NAME = "basil"
FILES = ("stories/basil_even_years.tar.gz",)
FAST_STORIES = 20


def documents(bench: Bench) -> list[Any]:
    """The articles: of a fast run those of some events."""
    found = list(bench.datasets.basil(bench.data))
    if bench.fast:
        stories = set(first_by_hash(sorted({d.story for d in found}), str, FAST_STORIES))
        found = [document for document in found if document.story in stories]
    return found


def measure(bench: Bench) -> SetResult:
    """Grouping of full articles, each given its date of publication and nothing else."""
    return measure_grouping(bench, NAME, documents(bench))
