"""Who made a picture, and for which agency: the credit in a caption or on a line of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.article.chain import agencies_in
from dateline.article.outlet import OutletLookup
from dateline.model import Block, BlockKind, Span

_LINE = re.compile(r"[^\r\n]+")
_CREDIT_AT_END = re.compile(
    r"[\(\[](?P<bracket>[^()\[\]]{2,80})[\)\]]\W*$"
    r"|(?:\b(?:photo(?:graph)?s?|picture|image|credit|foto|bild|quelle|crédit|source)\b[^:|/]{0,30}[:|/]|©|\(c\))\s*(?P<label>.{2,80})$"
    r"|[.!?…][\"'”’]?\s+(?P<tail>[^.!?]{2,80})\.?\s*$",
    re.IGNORECASE,
)
_PART = re.compile(r"[^/|:,;©·()\[\]]+?(?=\s*(?:[/|:,;©·()\[\]]|\bvia\b|$))")


def agency_in_credit(text: str, block: Block, outlets: OutletLookup | None = None) -> tuple[Span, str] | None:
    """The agency or outlet that a caption or credit block of a page names as the origin of its picture: the place and the full
    name. None for other blocks, and where only a person is named.

    A picture's agency is not in the article's chain: it did not write the text.
    """
    if block.kind not in (BlockKind.CREDIT, BlockKind.CAPTION):
        return None
    for line in _LINE.finditer(text, block.start, block.end):
        for start, end in _credits(line.group(), block.kind is BlockKind.CREDIT):
            found = _named(text, line.start() + start, line.start() + end, outlets)
            if found is not None:
                return found
    return None


def _credits(line: str, is_credit: bool) -> Iterator[tuple[int, int]]:
    """Where a line may hold a credit: at its end, and all of it where the line is nothing else."""
    found = _CREDIT_AT_END.search(line)
    if found and found.lastgroup:
        yield found.span(found.lastgroup)
    if is_credit:
        yield 0, len(line)


def _named(text: str, start: int, end: int, outlets: OutletLookup | None) -> tuple[Span, str] | None:
    agencies = agencies_in(text[start:end], start)
    if agencies:
        return agencies[0].span, agencies[0].outlet
    for part in _PART.finditer(text, start, end):
        words = part.group().strip(" .:–—-")
        known = outlets.outlet(words) if outlets is not None and words else None
        if known is not None:
            at = part.start() + part.group().index(words)
            return Span(at, at + len(words)), known.name
    return None
