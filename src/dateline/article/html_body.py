"""Which lines of an HTML page are body: trafilatura decides, its paragraphs are found again in the page's own lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml.html import HtmlElement  # type: ignore[import-untyped]

_LETTERS = re.compile(r"[\W_]+")


def squeeze(text: str) -> str:
    """Letters and digits only, lower case: what survives any re-spacing."""
    return _LETTERS.sub("", text.casefold())


def extract_paragraphs(tree: HtmlElement) -> list[str]:
    """Body paragraphs as trafilatura finds them, precision first; none when it fails. No network is used, the tree stays as it is."""
    import trafilatura

    text = trafilatura.extract(
        tree,
        favor_precision=True,
        include_comments=False,
        include_tables=True,
        include_images=False,
        deduplicate=False,
    )
    return [line for line in (text or "").split("\n") if line.strip()]


def match_paragraphs(paragraphs: Sequence[str], lines: Sequence[str]) -> list[bool]:
    """Flags, one a line: whether the paragraphs hold most of it. Paragraphs are looked for in the order of the page."""
    squeezed = [squeeze(line) for line in lines]
    starts, at = [], 0
    for line in squeezed:
        starts.append(at)
        at += len(line)
    page = "".join(squeezed)
    covered = bytearray(len(page))
    cursor, missed = 0, []
    for paragraph in map(squeeze, paragraphs):
        if not paragraph:
            continue
        where = page.find(paragraph, cursor)
        if where < 0 and len(paragraph) > 30:
            where = page.find(paragraph)
        if where < 0:
            missed.append(paragraph)
            continue
        covered[where : where + len(paragraph)] = b"\x01" * len(paragraph)
        cursor = where + len(paragraph)
    flags = []
    rest = "\n".join(missed)
    for line, start in zip(squeezed, starts, strict=True):
        share = covered[start : start + len(line)].count(1) / len(line) if line else 0.0
        flags.append(share > 0.5 or (len(line) > 25 and bool(rest) and line in rest))
    return flags
