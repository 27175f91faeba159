"""Dateline and spaCy over the same pages in turn: `python -m benchmarks.contest FILE ROUNDS` prints a JSON line.

A round is a share of the pages, none of which comes twice, so that nothing remembered from an earlier round can help. Only
pages that Dateline calls English count: an English pipeline over other languages would compare nothing.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.contenders import FIRST_PAGE, dateline_reader, spacy_pipeline
from benchmarks.texts import Page, read_pages


@dataclass(frozen=True, slots=True)
class Round:
    """CPU-seconds of each side over the same pages. `spacy_coded` is spaCy over headline, body and captions alone."""

    pages: int
    words: int
    dateline: float
    spacy: float
    spacy_coded: float

    @property
    def ratio(self) -> float:
        """How many times as fast Dateline is as spaCy over the whole text."""
        return self.spacy / self.dateline if self.dateline else 0.0

    @property
    def ratio_coded(self) -> float:
        """The same against spaCy over the coded blocks alone."""
        return self.spacy_coded / self.dateline if self.dateline else 0.0


def rounds_of(pages: Sequence[Page], rounds: int) -> list[list[Page]]:
    """The pages dealt out like cards, so that every round has long and short ones."""
    return [list(pages[i::rounds]) for i in range(min(rounds, len(pages)))]


def play(pages: Sequence[Page], read: Callable[[str], Any], pipeline: Callable[[str], Any]) -> Round | None:
    """One round; None when none of its pages is English."""
    counted = words = 0
    spent = [0.0, 0.0, 0.0]
    for page in pages:
        seconds, reading = timed(read, page.text)
        article = reading.article
        if article.language != "en":
            continue
        counted, words = counted + 1, words + len(article.text.split())
        whole, _ = timed(pipeline, article.text)
        coded, _ = timed(pipeline, coded_text(article))
        spent = [a + b for a, b in zip(spent, (seconds, whole, coded), strict=True)]
    return Round(counted, words, *spent) if counted else None


def coded_text(article: Any) -> str:
    """What a pipeline would be given by someone who had cleaned the page already."""
    from dateline.model import CODED_KINDS

    return "\n\n".join(span.of(article.text) for span in article.spans_of(*CODED_KINDS))


def timed(work: Callable[[str], Any], text: str) -> tuple[float, Any]:
    """CPU-seconds of a call, and what it returned."""
    start = time.process_time()
    found = work(text)
    return time.process_time() - start, found


def result(rounds: Sequence[Round]) -> dict[str, Any]:
    """Medians over the rounds, speeds over all of them, and the rounds themselves."""
    pages, words = sum(r.pages for r in rounds), sum(r.words for r in rounds)
    ours, theirs = sum(r.dateline for r in rounds), sum(r.spacy for r in rounds)
    return {
        "pages": pages,
        "words": words,
        "ratio_to_spacy": round(median(r.ratio for r in rounds), 3),
        "ratio_to_spacy_coded": round(median(r.ratio_coded for r in rounds), 3),
        "dateline_pages_per_second": round(pages / ours, 2),
        "spacy_pages_per_second": round(pages / theirs, 2),
        "dateline_words_per_second": round(words / ours),
        "spacy_words_per_second": round(words / theirs),
        "rounds": [{key: round(value, 3) for key, value in asdict(r).items()} for r in rounds],
    }


def main(path: Path, rounds: int) -> None:
    """Both sides warm up on a page that is in no round."""
    pages = read_pages(path)
    read, pipeline = dateline_reader(), spacy_pipeline()
    read(FIRST_PAGE)
    pipeline(FIRST_PAGE)
    played = [done for share in rounds_of(pages, rounds) if (done := play(share, read, pipeline))]
    if not played:
        sys.exit("none of the pages is English")
    print(json.dumps(result(played)))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
