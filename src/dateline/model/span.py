"""Stretches of a text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of `article.text` in Unicode code points, end exclusive: `text[start:end]` is the evidence."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words inside the span."""
        return text[self.start : self.end]

    def touches(self, other: tuple[int, int]) -> bool:
        """True when both share at least one character."""
        return max(self.start, other[0]) < min(self.end, other[1])

    def covers(self, other: tuple[int, int]) -> bool:
        """True when `other` lies inside."""
        return self.start <= other[0] and other[1] <= self.end


def hull(spans: Iterable[tuple[int, int]]) -> Span:
    """The smallest span that covers all of `spans`, which must not be empty."""
    pairs = list(spans)
    return Span(min(start for start, _ in pairs), max(end for _, end in pairs))
