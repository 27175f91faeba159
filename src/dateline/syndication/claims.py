"""What a page says of its own origin, matched with the articles at hand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from dateline.model import Article

_DROPPED = re.compile(r"^(?:the|la|le|el|die|der|das)\s+|\b(?:news agency|news|online|com|org|net)\b|[^\w\s]")


@lru_cache(maxsize=4096)
def outlet_key(name: str) -> str:
    """An outlet's name without article, punctuation and the words that come and go around it."""
    folded = name.casefold().replace("’", "'")
    key = " ".join(_DROPPED.sub(" ", folded).split())
    return key or folded


def is_from(article: Article, outlet: str) -> bool:
    """True when the article was published by the outlet of that name."""
    if article.outlet is None:
        return False
    mine, theirs = outlet_key(article.outlet.name), outlet_key(outlet)
    return mine == theirs or mine.replace(" ", "") == theirs.replace(" ", "")


def is_same_outlet(a: Article, b: Article) -> bool:
    """True when both articles were published by one outlet."""
    return b.outlet is not None and is_from(a, b.outlet.name)


def republished_outlets(article: Article) -> list[str]:
    """Outlets from which the page says it took its text, first named first."""
    return _named(article, ("republished_from",))


def cited_outlets(article: Article) -> list[str]:
    """Outlets and agencies that the page cites, without those it republishes."""
    taken = {outlet_key(name) for name in republished_outlets(article)}
    return [name for name in _named(article, ("quotes", "agency")) if outlet_key(name) not in taken]


def says_taken_from(copy: Article, original: Article) -> bool:
    """True when `copy` says that its text, or part of it, comes from the outlet of `original`."""
    return any(is_from(original, link.outlet) for link in copy.chain)


def _named(article: Article, relations: Sequence[str]) -> list[str]:
    found: dict[str, str] = {}
    for link in article.chain:
        if link.relation in relations and not is_from(article, link.outlet):
            found.setdefault(outlet_key(link.outlet), link.outlet)
    return list(found.values())
