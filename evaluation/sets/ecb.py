"""Two like events to a topic, undated excerpts: an event must not be joined to its twin."""

from __future__ import annotations

import re
from typing import Any

from evaluation.bench import Bench, first_by_hash
from evaluation.cases import SetResult
from evaluation.sets.grouping import measure_grouping

NAME = "ecb"
FILES = ("stories/ecbplus_topics_1-35.tar.gz",)
FAST_TOPICS = 6


def topic_of(story: str) -> str:
    """The number that the two stories of a topic share."""
    match = re.match(r"\d+", story)
    return match[0] if match else story


def documents(bench: Bench) -> list[Any]:
    """The excerpts: of a fast run those of some topics."""
    found = list(bench.datasets.ecb(bench.data))
    if bench.fast:
        topics = set(first_by_hash(sorted({topic_of(d.story) for d in found}), str, FAST_TOPICS))
        found = [document for document in found if topic_of(document.story) in topics]
    return found


def measure(bench: Bench) -> SetResult:
    """Grouping of all excerpts together, without dates."""
    return measure_grouping(bench, NAME, documents(bench))
