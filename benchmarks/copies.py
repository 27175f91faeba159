"""Copies among pages: `python -m benchmarks.copies speed FILE` and `... hold NUMBER` print a JSON line each.

`speed` goes over the pages of a file: words and fingerprints of each beside trafilatura's simhash of the same text, which is what
the next best installed library offers for this. `hold` streams invented pages, every fifth of them cut from an earlier one, through an
index that holds them all: the words are real, their order is drawn by a fixed seed, so that only the cut pages have text in common.
"""

from __future__ import annotations

import json
import random
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.contenders import FIRST_PAGE
from benchmarks.texts import read_pages

ROUNDS = 5
WORDS = 600
"""Of an invented page: as many as a report has."""
COPIED = 5
_VOCABULARY = 20_000


def article_of(name: str, text: str) -> Any:
    """A page whose whole text is body."""
    from dateline.model import Article, Block, BlockKind

    body = (Block(BlockKind.BODY, 0, len(text)),)
    return Article(name, "", None, None, None, (), None, None, None, "en", True, text, body, ())


def speed(path: Path) -> dict[str, float]:
    """Signatures a CPU-second of either side, in turn, and the median ratio."""
    from trafilatura.deduplication import Simhash

    from dateline.syndication.fingerprints import fingerprint

    texts = [page.text for page in read_pages(path)]
    articles = [article_of(str(number), text) for number, text in enumerate(texts)]
    fingerprint(article_of("first", FIRST_PAGE))
    Simhash(FIRST_PAGE)
    ours, theirs = [], []
    for _ in range(ROUNDS):
        ours.append(timed(fingerprint, articles))
        theirs.append(timed(Simhash, texts))
    return {
        "copies_signatures_per_second": round(len(texts) / median(ours), 1),
        "simhash_signatures_per_second": round(len(texts) / median(theirs), 1),
        "copies_to_simhash": round(median(b / a for a, b in zip(ours, theirs, strict=True)), 2),
        "copies_words_per_second": round(sum(len(text.split()) for text in texts) / median(ours)),
    }


def timed(work: Callable[[Any], Any], items: Sequence[Any]) -> float:
    """CPU-seconds of a call for each item."""
    begun = time.process_time()
    for item in items:
        work(item)
    return time.process_time() - begun


def stream(number: int) -> Iterator[Any]:
    """Invented pages."""
    chance = random.Random("copies")
    words = [
        "".join(chance.choices("abcdefghilmnoprstu", k=chance.randint(2, 9))) for _ in range(_VOCABULARY)
    ]
    weights = [1 / (rank + 10) for rank in range(_VOCABULARY)]
    told: list[str] = []
    for count in range(number):
        if told and count % COPIED == 0:
            text = " ".join(chance.choice(told).split()[: WORDS // 2])
        else:
            text = " ".join(chance.choices(words, weights, k=WORDS))
            told.append(text)
        yield article_of(f"{count:06}", text)


def hold(number: int) -> dict[str, float]:
    """Pages a CPU-second through the index for the first and the last tenth of the stream, and the edges found."""
    from dateline.syndication import CopyIndex

    index, spent, edges = CopyIndex(), [], 0
    for article in stream(number):
        begun = time.process_time()
        edges += len(index.add(article))
        spent.append(time.process_time() - begun)
    tenth = max(1, number // 10)
    return {
        "copies_held_pages": number,
        "copies_found": edges,
        "copies_first_pages_per_second": round(tenth / sum(spent[:tenth]), 1),
        "copies_last_pages_per_second": round(tenth / sum(spent[-tenth:]), 1),
    }


if __name__ == "__main__":
    print(json.dumps(speed(Path(sys.argv[2])) if sys.argv[1] == "speed" else hold(int(sys.argv[2]))))
