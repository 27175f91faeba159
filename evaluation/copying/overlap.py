"""How well the passages of an edge cover the words that two pages are known to share."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dateline.model import Article, ChainEdge, Span
from evaluation.copying.collection import Page
from evaluation.copying.drafts import Taken

_WORD = re.compile(r"\w+")
RUNNING = 12
"""Words that a shared stretch must have to be asked for."""


@dataclass(slots=True)
class Words:
    """Words of the copy that passages should cover (`gold`), those that they do (`hit`), those covered (`found`), and of these
    those that come from the original's stretch (`right`)."""

    gold: int = 0
    hit: int = 0
    found: int = 0
    right: int = 0

    @property
    def f1(self) -> float:
        if not self.gold:
            return 1.0
        precision, recall = self.right / max(1, self.found), self.hit / self.gold
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0

    def add(self, other: Words) -> None:
        self.gold += other.gold
        self.hit += other.hit
        self.found += other.found
        self.right += other.right


def words_found(page: Page, source: str, edge: ChainEdge | None) -> Words:
    """The words of a page that stand in its original, against those inside the passages of an edge between the two."""
    asked = [t for t in page.shared(RUNNING) if t.base == source]
    known = [t for t in page.shared(1) if t.base == source]
    pairs = _as_copied(page, edge)
    found = Words()
    for match in _WORD.finditer(page.article.text):
        covering = [pair for pair in pairs if pair[1].start <= match.start() < pair[1].end]
        wanted = any(_holds(t, match.start()) for t in asked)
        right = any(_fits(t, match.start(), pair) for t in known for pair in covering)
        found.gold += wanted
        found.hit += wanted and right
        found.found += bool(covering)
        found.right += right
    return found


def _as_copied(page: Page, edge: ChainEdge | None) -> list[tuple[Span, Span]]:
    """Pairs of spans with the page's own second, whichever side the edge has it on."""
    if edge is None:
        return []
    if edge.to == page.article.id:
        return list(edge.passages)
    return [(b, a) for a, b in edge.passages]


def _holds(taken: Taken, place: int) -> bool:
    return taken.copy[0] <= place < taken.copy[1]


def _fits(taken: Taken, place: int, pair: tuple[Span, Span]) -> bool:
    """True when the word is of a known stretch, and the passage's other side holds the place that it comes from."""
    origin = taken.original[0] + place - taken.copy[0]
    return _holds(taken, place) and pair[0].start <= origin < pair[0].end


def shared_words(edge: ChainEdge, first: Article, second: Article, words: str) -> float:
    """The overlap of a paragraph that stands in both pages with the passages, as intersection over union, the lesser side."""
    shares = []
    for article in (first, second):
        start = article.text.index(words)
        side = [pair[edge.to == article.id] for pair in edge.passages]
        gold = {m.start() for m in _WORD.finditer(article.text, start, start + len(words))}
        found = {m.start() for span in side for m in _WORD.finditer(article.text, *span)}
        shares.append(len(gold & found) / max(1, len(gold | found)))
    return min(shares)
