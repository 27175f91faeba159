"""Addresses of the page itself, at the words in question (a text fragment, which browsers scroll to)."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

from dateline.model import Span

_LONG, _SHOWN = 12, 5
"""Words from which a passage is named by its beginning and end, and how many of them."""


def web_address(url: str | None) -> str | None:
    """An address that may be linked to: http or https, else None."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None


def live_link(url: str | None, text: str, span: Span | None) -> str | None:
    """The page's own address, at some words of it; None where it has none that may be linked to."""
    address = web_address(url)
    if address is None or span is None:
        return address
    words = span.of(text).split()
    ends = (words[:_SHOWN], words[-_SHOWN:]) if len(words) > _LONG else (words,)
    return f"{address.partition('#')[0]}#:~:text={','.join(map(_coded, ends))}"


def _coded(words: list[str]) -> str:
    """Words without what parts a fragment: commas, hyphens, ampersands."""
    return quote(" ".join(words), safe="").replace("-", "%2D")
