"""What a second worker brings: `python -m benchmarks.crew FILE [TIER]` prints a JSON line.

The same pages go through `read_many` with one worker and with two in turn, by the clock on the wall; the best of several counts, since other programs can only add
to it. The start of the workers is left out: each run goes over a few pages first.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from benchmarks.webpages import read_webpages

TIMES = 3
FIRST = 8
"""Pages after which the clock begins to run."""


def seconds(pages: list[str], workers: int, tier: str) -> float:
    """Wall time of the pages behind the first ones."""
    import dateline

    def given() -> Iterator[str]:
        yield from pages

    answers = dateline.read_many(given(), workers=workers, tier=tier)
    for _ in islice(answers, FIRST):
        pass
    begun = time.perf_counter()
    left = sum(1 for _ in answers)
    return (time.perf_counter() - begun) * (len(pages) - FIRST) / left


def main(path: Path, tier: str) -> None:
    """Both in turn."""
    pages = [page.html for page in read_webpages(path)]
    found = {1: [], 2: []}  # type: dict[int, list[float]]
    for _ in range(TIMES):
        for workers, runs in found.items():
            runs.append(seconds(pages, workers, tier))
    one, two = (min(runs) for runs in found.values())
    print(
        json.dumps(
            {
                "two_workers_to_one": round(one / two, 2),
                "one_worker_ms": round(1000 * one / (len(pages) - FIRST), 1),
                "two_workers_ms": round(1000 * two / (len(pages) - FIRST), 1),
            }
        )
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "accurate")
