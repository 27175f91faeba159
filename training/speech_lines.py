"""Speeches, interviews and statements as two outlets carry them: what each says, and which of it is one utterance.

A line has its `speaker`, the `occasion`, the sayings that the outlets `a` and `b` carry, and `same`, pairs of places (from nought) of sayings that render one utterance. All else is other points of the same speech.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from training.json_lines import checked_lines
from training.wording_lines import Line

FOLDER = Path(__file__).parent / "speeches"
_FIELDS = {"speaker", "occasion", "a", "b", "same"}
SPEECH = "speech"
"""How the second wording of an utterance of a speech comes about: it is not said."""
_FEWEST = 3


def speeches(folder: Path = FOLDER) -> Iterator[list[Line]]:
    """For each speech its utterances as lines of wordings, whose look-alikes are all that the second outlet carries of other points.

    Raises:
        ValueError: see `checked_lines`.
    """
    for _, _, row in checked_lines(folder, fault_of):
        yield [
            Line(row["speaker"], SPEECH, row["a"][i], row["b"][j], _others(row, i, j)) for i, j in row["same"]
        ]


def _others(row: dict[str, Any], i: int, j: int) -> tuple[str, ...]:
    """What is none of the wordings of an utterance."""
    own = {j for a, j in row["same"] if a == i} | {j}
    return tuple(text for n, text in enumerate(row["b"]) if n not in own)


def fault_of(row: dict[str, Any]) -> str | None:
    """What is wrong with a line; None where it is as it should be."""
    if set(row) != _FIELDS:
        return f"fields are {', '.join(sorted(row))}"
    if min(len(row["a"]), len(row["b"])) < _FEWEST:
        return "each outlet carries three sayings or more"
    if not row["same"] or any(len(pair) != 2 for pair in row["same"]):
        return "same has pairs of places"
    if any(not (0 <= i < len(row["a"]) and 0 <= j < len(row["b"])) for i, j in row["same"]):
        return "a place in same is of no saying"
    return "a saying stands there twice" if any(len(set(row[s])) < len(row[s]) for s in "ab") else None
