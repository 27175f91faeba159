"""Joins the lines of a mail that wraps its paragraphs as `format=flowed` (RFC 3676)."""

from __future__ import annotations

import re

_QUOTES = re.compile(r">*")
_SIGNATURE = "-- "


def join_flowed(text: str, *, drop_space: bool = False) -> str:
    """The text with one line for each paragraph. `drop_space` is the parameter `DelSp=yes`: the space at a line's end
    only says that the paragraph goes on."""
    joined: list[str] = []
    depth_before, goes_on = 0, False
    for line in text.splitlines():
        depth, content = _unquoted(line)
        is_flowed = content.endswith(" ") and content != _SIGNATURE
        kept = content[:-1] if is_flowed and drop_space else content
        if goes_on and depth == depth_before and content != _SIGNATURE:
            joined[-1] += kept
        else:
            joined.append(f"{'>' * depth} {kept}" if depth else kept)
        depth_before, goes_on = depth, is_flowed
    return "\n".join(joined) + ("\n" if text.endswith("\n") else "")


def _unquoted(line: str) -> tuple[int, str]:
    """How deep a line is quoted, and its words without the space that protects a line's start."""
    quotes = _QUOTES.match(line)
    depth = quotes.end() if quotes else 0
    return depth, line[depth:].removeprefix(" ")
