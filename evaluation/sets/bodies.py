"""The body of an article as the page sets want it: as one text, and line by line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from dateline.article import read_article
from dateline.knowledge import Knowledge
from dateline.language import identify_language
from dateline.model import Article, BlockKind, Span
from dateline.sources import page_of


@cache
def _knowledge() -> Knowledge:
    return Knowledge.load()


def cleaned(html: bytes, url: str | None, tier: str) -> Article:
    """The article of a page as one tier reads it."""
    page = page_of(html, url=url)
    return read_article(page, outlets=_knowledge(), language=identify_language, tier=tier)


def body_text(article: Article | None) -> str:
    """Body blocks joined by blank lines; empty without an article."""
    if article is None:
        return ""
    return "\n\n".join(span.of(article.text) for span in article.spans_of(BlockKind.BODY))


def body_flags(article: Article | None, lines: Iterable[tuple[int, int]]) -> list[bool]:
    """For each line, whether body blocks cover most of its characters (codebook section 2, rule 1)."""
    bodies = article.spans_of(BlockKind.BODY) if article else []
    return [_covered(line, bodies) * 2 > line[1] - line[0] for line in lines]


def _covered(line: tuple[int, int], spans: Sequence[Span]) -> int:
    return sum(max(0, min(line[1], end) - max(line[0], start)) for start, end in spans)
