"""Lines of examples for the reader of wordings: one utterance as two outlets carry it, and other sayings that look like it.

A line has its `speaker`, how the second wording comes about (`how`: `translation`, `reported`, `cut` or `reworded`), the wordings `a` and `b`, and `look_alikes` of the same speaker and occasion that say something else.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from training.json_lines import checked_lines

FOLDER = Path(__file__).parent / "wordings"
HOW = frozenset({"translation", "reported", "cut", "reworded"})
_FIELDS = {"speaker", "how", "a", "b", "look_alikes"}


@dataclass(frozen=True)
class Line:
    """One utterance in two wordings."""

    speaker: str
    how: str
    a: str
    b: str
    look_alikes: tuple[str, ...]


def lines(folder: Path = FOLDER) -> Iterator[Line]:
    """The lines of all files of a folder, in the order of their names.

    Raises:
        ValueError: see `checked_lines`.
    """
    for _, _, row in checked_lines(folder, fault_of):
        yield Line(row["speaker"], row["how"], row["a"], row["b"], tuple(row["look_alikes"]))


def fault_of(row: dict[str, Any]) -> str | None:
    """What is wrong with a line; None where it is as it should be."""
    if set(row) != _FIELDS:
        return f"fields are {', '.join(sorted(row))}"
    if row["how"] not in HOW:
        return f"no way of rendering: {row['how']}"
    if len(row["look_alikes"]) < 2:
        return "look-alikes are missing"
    sayings = [row["a"], row["b"], *row["look_alikes"]]
    if not all(isinstance(text, str) and len(text.split()) >= 3 for text in sayings):
        return "a saying has three words or more"
    return "a saying stands there twice" if len(set(sayings)) < len(sayings) else None


def said(text: str) -> str:
    """A wording as a page's statement holds it: without the marks around it and the word that opens it."""
    return text.strip().strip('“”"').removeprefix("that ").strip()
