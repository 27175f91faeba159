"""In which direction a language is written."""

from __future__ import annotations

_FROM_THE_RIGHT = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
"""Languages whose usual script runs from right to left (CLDR 46, characterOrder)."""


def direction(language: str | None) -> str:
    """`rtl` or `ltr`, as the attribute `dir` has it; only the language of a whole page is asked for, each line of it has its own."""
    return "rtl" if language in _FROM_THE_RIGHT else "ltr"
