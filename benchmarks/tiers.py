"""What the fast tier gives up: `python -m benchmarks.tiers [PAGES]` prints a JSON line.

Labelled sets are read in both tiers: sentences with their acts (`acts`) and PolNeAR dev with its statements, each scored by the ruler of its set; BASIL, even years, has no
labels, so there the fast tier's rows are held against the accurate one's. Shares of the coded sentences that were parsed stand beside. PAGES limits each set.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from evaluation.bench import Bench, first_by_hash, shared_folder
from evaluation.sets import acts, polnear

TIERS = ("accurate", "fast")


class Counting:
    """Counts the sentences that the gate is asked about, and those that it lets through."""

    def __init__(self) -> None:
        from dateline import api

        self.asked = self.parsed = 0
        gate = api.resources().gate
        self._select = gate.select
        setattr(gate, "select", self._counted)  # noqa: B010

    def _counted(self, text: str, sentences: Sequence[Any], *rest: Any) -> list[Any]:
        chosen = self._select(text, sentences, *rest)
        self.asked, self.parsed = self.asked + len(sentences), self.parsed + len(chosen)
        return chosen

    def share(self) -> float:
        """The share since the last call."""
        found = self.parsed / self.asked if self.asked else 0.0
        self.asked = self.parsed = 0
        return round(found, 3)


def statements(bench: Bench, limit: int) -> dict[str, float]:
    """IoU F1 of PolNeAR dev in either tier."""
    articles = first_by_hash(bench.datasets.polnear("dev", bench.data), lambda a: str(a.id), limit)
    counting, found, find = Counting(), {}, bench.part("find_statements")
    for tier in TIERS:
        triples = []
        for article in articles:
            gold = [bench.metrics.Attribution(s.content, s.source) for s in article.statements]
            said = [polnear.attribution(bench, s) for s in find(article.text, tier=tier)]
            triples.append((article.text, gold, said))
        found[f"polnear_{tier}_f1"] = round(bench.metrics.statement_scores(triples)["all"].iou.f, 3)
        found[f"polnear_{tier}_parsed"] = counting.share()
    return found


def events(bench: Bench) -> dict[str, float]:
    """F1 of dyad and root of the labelled sentences in either tier, those on pages that both read."""
    pages = acts.pages_of_labels(bench)
    asked = list(acts.labelled(acts.LABELS, pages))
    read, found, counting = bench.part("read"), {}, Counting()
    for tier in TIERS:
        readings = {
            name: read(
                pages[name].text, published=pages[name].published, outlet=pages[name].outlet, tier=tier
            )
            for name in {sentence.page for sentence in asked}
        }
        total = acts.Tally()
        for sentence in asked:
            inside = acts.with_names(sentence, pages[sentence.page].text)
            total.add(acts.score(inside, readings[sentence.page].events)[0])
        found[f"acts_{tier}_f1"] = round(total.f1, 3)
        found[f"acts_{tier}_parsed"] = counting.share()
    return found


def agreement(bench: Bench, limit: int) -> dict[str, float]:
    """F1 of the fast tier's events and statements of BASIL against those of the accurate one."""
    documents = first_by_hash(bench.datasets.basil(bench.data), lambda d: str(d.id), limit)
    read, counting, found = bench.part("read"), Counting(), {}
    readings = {}
    for tier in TIERS:
        readings[tier] = [read(document.text, tier=tier) for document in documents]
        found[f"basil_{tier}_parsed"] = counting.share()
    pairs = list(zip(*(readings[tier] for tier in TIERS), strict=True))
    found["basil_events_agree_f1"] = f1_of((_events(a), _events(b)) for a, b in pairs)
    found["basil_statements_agree_f1"] = f1_of((_said(a), _said(b)) for a, b in pairs)
    return found


def _events(reading: Any) -> Counter[Any]:
    return Counter((event.trigger.start, event.plover, event.status) for event in reading.events)


def _said(reading: Any) -> Counter[Any]:
    return Counter(tuple(map(tuple, statement.content)) for statement in reading.statements)


def f1_of(pairs: Iterable[tuple[Counter[Any], Counter[Any]]]) -> float:
    """F1 over all pages of what both have."""
    both = size = 0
    for a, b in pairs:
        both, size = both + (a & b).total(), size + a.total() + b.total()
    return round(2 * both / size, 3) if size else 0.0


def main(limit: int) -> None:
    """All sets, each as a line of its own as soon as it is there, then all together."""
    shared = shared_folder()
    bench, found = Bench(shared / "data", shared / "tools"), {}
    for part in (lambda: statements(bench, limit), lambda: agreement(bench, limit), lambda: events(bench)):
        numbers = part()
        print(json.dumps(numbers), flush=True)
        found |= numbers
    print(json.dumps(found))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
