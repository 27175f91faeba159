"""Stories of a stream: `python -m benchmarks.grouping NUMBER PAGES_A_DAY` prints a JSON line.

The pages are invented sketches, which is what grouping gets: words are drawn by Zipf's law over a large vocabulary and weighted by
their rarity; a page in four opens a story with words of its own, the others tell one of the last days, large ones more often, with half
of their words from it. A million pages are a year of a crawl of some thousands a day: memory must stay that of the window.
"""

from __future__ import annotations

import json
import random
import sys
import time
from array import array
from collections.abc import Iterator
from math import exp, log
from typing import Any

WORDS = 300_000
COMMONEST = 17
"""Words up to this rank are on so many pages that they say nothing."""
NEW_STORY = 0.25
OF_STORY, OF_PAGE, ALL_STEMS = 24, 60, 200
FIRST_DAY = 738_000


def sketches(number: int, a_day: int) -> Iterator[Any]:
    """Invented pages in the order of their days."""
    from dateline.stories.grouping.sketches import Sketch
    from dateline.stories.grouping.told_dates import ToldTime
    from dateline.stories.grouping.vectors import strongest_terms, unit

    chance = random.Random("stories")
    told: list[list[int]] = []
    for count in range(number):
        if not told or chance.random() < NEW_STORY:
            topic = [rank for rank in (_rank(chance) for _ in range(70)) if rank > COMMONEST]
        else:
            topic = told[chance.randrange(len(told))]
        told.append(topic)
        if len(told) > 2 * a_day:
            told = told[-a_day:]
        weights: dict[str, float] = {}
        for rank in chance.sample(topic, min(len(topic), OF_STORY)):
            weights[f"w{rank}"] = _rarity(rank) * (1 + log(1 + 6 * chance.random()))
        for rank in (_rank(chance) for _ in range(OF_PAGE)):
            if rank > COMMONEST:
                weight = _rarity(rank) * (1 + log(1 + 2 * chance.random()))
                weights[f"w{rank}"] = max(weights.get(f"w{rank}", 0.0), weight)
        strongest = strongest_terms(weights)
        day = FIRST_DAY + count // a_day
        stems = array("I", sorted(chance.sample(range(1 << 31), ALL_STEMS)))
        names = tuple(sorted(strongest[:12]))
        vector = unit({key: weights[key] for key in strongest})
        yield Sketch(f"{count:08}", day, ToldTime(day, None), vector, frozenset(names), names, stems)


def _rank(chance: random.Random) -> int:
    return int(exp(chance.random() * log(WORDS)))


def _rarity(rank: int) -> float:
    return min(6.2, -log(min(0.9, 2.0 / rank)))


def grouped(number: int, a_day: int) -> dict[str, float]:
    """Pages a CPU-second, stories, and the most pages that were open at once; making the pages does not count."""
    from dateline.stories import Grouping

    grouping, spent, stories, most, today, still_open = Grouping(), 0.0, 0, 0, None, 0
    for page in sketches(number, a_day):
        begun = time.process_time()
        if page.day != today:
            closed = grouping.close_before(page.day)
            stories, today = stories + len(closed), page.day
            still_open -= sum(map(len, closed))
        grouping.add(page)
        spent += time.process_time() - begun
        still_open += 1
        most = max(most, still_open)
    begun = time.process_time()
    stories += len(grouping.groups())
    spent += time.process_time() - begun
    return {
        "pages": number,
        "pages_per_second": round(number / spent, 1),
        "stories": stories,
        "most_open": most,
    }


if __name__ == "__main__":
    print(json.dumps(grouped(int(sys.argv[1]), int(sys.argv[2]))))
