"""Stretches of a page as a reader is led to them: the words, the paragraph, the offsets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dateline.model import Reading, Span
from dateline.products.briefing.shelf import lines_of

_LONGEST = 160


@dataclass(frozen=True, slots=True)
class Cited:
    """Words of the page: their paragraph (or the kind of their line), their place, and they themselves, cut where they are long."""

    words: str
    where: str
    start: int
    end: int


def citing(reading: Reading) -> Callable[[Span], Cited]:
    """Tells of a stretch of a page where it stands."""
    lines = lines_of(reading.article)

    def cited(span: Span) -> Cited:
        line = next((line for line in lines if line.span.start <= span.start < line.span.end), None)
        where = "" if line is None else f"par. {line.number}" if line.number else line.kind.replace("_", " ")
        words = " ".join(span.of(reading.article.text).split())
        return Cited(words if len(words) <= _LONGEST else words[:_LONGEST] + "…", where, *span)

    return cited
