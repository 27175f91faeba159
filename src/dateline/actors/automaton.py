"""Finds the known names in a running text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

PLAIN = (("’", "'"), ("‘", "'"), ("\u00a0", " "), ("\u202f", " "))
"""Replacements of one character by one, so that offsets stay as they are."""


class Hit(NamedTuple):
    """A known surface form in the text."""

    start: int
    end: int
    surface: str


class NameIndex:
    """All surface forms of the knowledge tables, looked for in one pass."""

    def __init__(self, surfaces: Iterable[str]) -> None:
        self._surfaces = sorted({_plain(surface) for surface in surfaces if len(surface) > 1})
        self._automaton = AhoCorasick(self._surfaces)

    def find(self, text: str) -> list[Hit]:
        """Whole-word matches from left to right, the longest at each place, none inside another."""
        plain = _plain(text)
        matches = self._automaton.find_matches_as_indexes(plain, overlapping=True)
        whole = [(start, -end, which) for which, start, end in matches if _is_whole(plain, start, end)]
        hits: list[Hit] = []
        at = 0
        for start, minus_end, which in sorted(whole):
            if start >= at:
                at = -minus_end
                hits.append(Hit(start, at, self._surfaces[which]))
        return hits


def _plain(text: str) -> str:
    for curly, straight in PLAIN:
        text = text.replace(curly, straight)
    return text


def _is_whole(text: str, start: int, end: int) -> bool:
    if start and text[start - 1].isalnum() and text[start].isalnum():
        return False
    if end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        return False
    return not (start and text[start - 1] == "-" and text[start].isalnum())
