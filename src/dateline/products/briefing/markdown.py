"""A briefing as Markdown: the same content in plain order, every citation a footnote."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.products.briefing.outline import (
    Block,
    Grid,
    Heading,
    Item,
    Line,
    Mark,
    Note,
    Outline,
    Words,
    outline,
)
from dateline.products.briefing.view import Briefing

_SPECIAL = re.compile(r"([\\`*_{}\[\]|~])")
_LEADING = re.compile(r"^(\d+(?=[.)](?:\s|$))|(?=[-+#=]))(.)")


def render(briefing: Briefing) -> str:
    """The briefing in CommonMark with footnotes (`[^1]`)."""
    plain = outline(briefing)
    lines = [line for block, after in _neighbours(plain) for line in _block(block, after)]
    lines += ["## Notes", "", *map(_definition, plain.notes), ""]
    return "\n".join([*lines, *map(escaped, plain.origins), ""])


def escaped(text: str) -> str:
    """Words in which nothing is Markdown or HTML."""
    plain = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _LEADING.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", plain))


def _neighbours(plain: Outline) -> Iterator[tuple[Block, Block | None]]:
    yield from zip(plain.blocks, (*plain.blocks[1:], None), strict=True)


def _block(block: Block, after: Block | None) -> Iterator[str]:
    """The lines of a block, and an empty one where no list goes on."""
    if isinstance(block, Heading):
        yield f"{'#' * block.level} {escaped(block.words)}"
    elif isinstance(block, Item):
        yield f"{'  ' * block.depth}- {_line(block.line)}"
    elif isinstance(block, Grid):
        yield f"| {' | '.join(map(escaped, block.heads))} |"
        yield "|---|---|"
        yield from (f"| {_line(left)} | {_line(right)} |" for left, right in block.rows)
    else:
        yield _line(block.line)
    if not (isinstance(block, Item) and isinstance(after, Item)):
        yield ""


def _line(line: Line) -> str:
    return "".join(map(_part, line)).strip()


def _part(part: Words | Mark) -> str:
    if isinstance(part, Mark):
        return f"[^{part.number}]"
    if part.code:
        return f"`{part.text}`"
    inner = part.text.strip()
    sign = "**" if part.bold else "*" if part.italic else ""
    if not sign or not inner:
        return escaped(part.text)
    return part.text.replace(inner, f"{sign}{escaped(inner)}{sign}", 1)


def _definition(note: Note) -> str:
    return f"[^{note.number}]: “{escaped(note.quoted)}” {escaped(note.place)}"
