"""One article of the pages that a report runs over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.article.identity import article_id, body_sha256
from dateline.model import Article, Block, BlockKind, Span

_HEAD = frozenset((BlockKind.HEADLINE, BlockKind.DEK, BlockKind.BYLINE, BlockKind.DATELINE))


def join_articles(first: Article, further: Sequence[Article]) -> Article:
    """The first page with the text of the others behind it, a line feed between two. What the later pages repeat of its head is
    `other`; title, people and dates are the first page's."""
    text, blocks, entries = first.text, list(first.blocks), list(first.entries)
    for page in further:
        shift = len(text) + 1
        text = f"{text}\n{page.text}"
        blocks += [_moved(block, shift) for block in page.blocks]
        entries += [replace(entry, span=_shifted(entry.span, shift)) for entry in page.entries]
    return replace(
        first,
        id=article_id(first.url, first.outlet.name if first.outlet else None, text),
        body_sha256=body_sha256(first.title, text, blocks),
        text=text,
        blocks=tuple(blocks),
        entries=tuple(entries),
        pages=tuple(page.url for page in further if page.url),
    )


def _moved(block: Block, shift: int) -> Block:
    kind = BlockKind.OTHER if block.kind in _HEAD else block.kind
    return Block(kind, block.start + shift, block.end + shift)


def _shifted(span: Span, shift: int) -> Span:
    return Span(span.start + shift, span.end + shift)
