"""Memory of lines that repeat over the pages of one outlet: what stands on several of them is no story's own."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from hashlib import sha256

from dateline.article.lines import Line, lines_of
from dateline.article.marks import UNMARKED, Marks
from dateline.article.outlet import domain_of
from dateline.model import BlockKind

_PAGES = 3
"""Other pages that a line stands on."""
_WORDS = 4
"""Shorter lines, such as names and sub-headings, may repeat in stories."""


class Repeats:
    """Lines by the number of pages of an outlet that have them, in any order of the pages.

    `pages` are pairs of an outlet, a domain or its name, and a text. A page that comes twice counts once. Texts that are read
    later need not be among them.
    """

    def __init__(self, pages: Iterable[tuple[str, str]] = ()) -> None:
        self._counts: dict[str, Counter[str]] = defaultdict(Counter)
        self._texts: dict[str, set[bytes]] = defaultdict(set)
        for outlet, text in pages:
            self.add(outlet, text)

    def add(self, outlet: str, text: str) -> None:
        """Count the lines of one more page."""
        digest = _digest(text)
        if digest not in self._texts[outlet]:
            self._texts[outlet].add(digest)
            self._counts[outlet].update(_long_lines(text))

    def on_others(self, outlet: str, text: str) -> frozenset[str]:
        """Folded lines of a text that stand on at least three other pages of the outlet."""
        counts = self._counts.get(outlet)
        if not counts:
            return frozenset()
        least = _PAGES + (_digest(text) in self._texts[outlet])
        return frozenset(line for line in _long_lines(text) if counts[line] >= least)


def outlet_key(url: str | None, outlet: str | None) -> str | None:
    """What `Repeats` knows a page's outlet by: its domain, else its name."""
    return domain_of(url) or outlet


def mark_repeated(lines: Sequence[Line], marks: list[Marks], repeated: frozenset[str]) -> None:
    """Set the marks of repeated lines that no table knows, in place."""
    for i, line in enumerate(lines):
        if marks[i] == UNMARKED and line.folded in repeated:
            marks[i] = Marks(None, BlockKind.NAVIGATION)


def _long_lines(text: str) -> set[str]:
    return {line.folded for line in lines_of(text) if line.words >= _WORDS}


def _digest(text: str) -> bytes:
    return sha256(text.encode("utf-8", "surrogatepass")).digest()
