"""The whole chain, from HTML to the stored reading, beside spaCy: `python -m benchmarks.chain FILE ROUNDS` prints a JSON line.

In one process and on one thread each page goes through `Collection.add` (cleaned, read, written to SQLite and its index, grouped, its story told) in the
accurate tier and in the fast one, in turn first; what it takes to group and tell stories is counted apart. spaCy's full pipeline goes over the texts that Dateline took from the same pages, and trafilatura over the HTML. All is
CPU time. Pages in rounds come once; all warm up on others first.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.contenders import spacy_pipeline
from benchmarks.contest import coded_text
from benchmarks.webpages import WARMING, WebPage, read_webpages


@dataclass(frozen=True, slots=True)
class Round:
    """CPU-seconds of each over the same pages. `spacy_coded` is spaCy over headline, body and captions alone."""

    pages: int
    words: int
    coded_words: int
    accurate: float
    fast: float
    accurate_stories: float
    fast_stories: float
    spacy: float
    spacy_coded: float
    trafilatura: float


class Contenders:
    """Those who are measured, in one process."""

    def __init__(self, folder: Path) -> None:
        import trafilatura

        import dateline
        from dateline.store.grouping import Regrouping

        self._clean = dateline.clean
        self._tiers = {
            tier: partial(dateline.open(folder / tier).add, workers=0, tier=tier)
            for tier in ("accurate", "fast")
        }
        self._pipeline, self._extract = spacy_pipeline(), trafilatura.extract
        self._stories = 0.0
        settle = Regrouping.settle

        def settled(*arguments: Any) -> None:
            self._stories += timed(lambda: settle(*arguments))

        setattr(Regrouping, "settle", settled)  # noqa: B010

    def play(self, pages: Sequence[WebPage], *, fast_first: bool) -> Round:
        """Everyone over the same pages, one after the other."""
        spent: dict[str, float] = {}
        for tier in sorted(self._tiers, reverse=fast_first):
            spent |= self._add(tier, pages)
        articles = [self._clean(page.html, url=page.url) for page in pages]
        texts, coded = [a.text for a in articles], [coded_text(a) for a in articles]
        return Round(
            len(pages),
            sum(len(text.split()) for text in texts),
            sum(len(text.split()) for text in coded),
            **spent,
            spacy=timed(lambda: [self._pipeline(text) for text in texts]),
            spacy_coded=timed(lambda: [self._pipeline(text) for text in coded]),
            trafilatura=timed(lambda: [self._extract(page.html) for page in pages]),
        )

    def _add(self, tier: str, pages: Sequence[WebPage]) -> dict[str, float]:
        """Seconds until the readings are stored, and those for the stories."""
        from dateline.sources import page_of

        given = [page_of(page.html, url=page.url) for page in pages]
        self._stories = 0.0
        whole = timed(lambda: self._tiers[tier](given))
        return {tier: whole - self._stories, f"{tier}_stories": self._stories}


def timed(work: Callable[[], Any]) -> float:
    """CPU-seconds of a call."""
    start = time.process_time()
    work()
    return time.process_time() - start


def result(rounds: Sequence[Round]) -> dict[str, Any]:
    """Ratios as medians over the rounds, milliseconds over all of them, and the rounds themselves."""
    pages = sum(r.pages for r in rounds)
    parts = ("accurate", "fast", "accurate_stories", "fast_stories", "spacy", "spacy_coded", "trafilatura")
    each = {f"chain_{p}_ms": round(1000 * sum(getattr(r, p) for r in rounds) / pages, 2) for p in parts}
    return {
        "chain_ratio_accurate": round(median(r.spacy / r.accurate for r in rounds), 3),
        "chain_ratio_fast": round(median(r.spacy / r.fast for r in rounds), 3),
        "chain_ratio_accurate_coded": round(median(r.spacy_coded / r.accurate for r in rounds), 3),
        "chain_ratio_fast_coded": round(median(r.spacy_coded / r.fast for r in rounds), 3),
        **{
            f"chain_ratio_{tier}_stories": round(
                median(r.spacy / (getattr(r, tier) + getattr(r, f"{tier}_stories")) for r in rounds), 3
            )
            for tier in ("accurate", "fast")
        },
        "chain_pages": pages,
        "chain_words": round(sum(r.words for r in rounds) / pages),
        "chain_coded_words": round(sum(r.coded_words for r in rounds) / pages),
        **each,
        "chain_rounds": [{key: round(value, 3) for key, value in asdict(r).items()} for r in rounds],
    }


def main(path: Path, rounds: int) -> None:
    """Warms up on the first pages, then deals the others out like cards."""
    pages = read_webpages(path)
    warming = pages[: min(WARMING, len(pages) // 4)]
    rest = pages[len(warming) :]
    with tempfile.TemporaryDirectory() as folder:
        contenders = Contenders(Path(folder))
        contenders.play(warming, fast_first=False)
        played = [
            contenders.play(rest[i::rounds], fast_first=bool(i % 2)) for i in range(min(rounds, len(rest)))
        ]
    print(json.dumps(result(played)))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
