"""Short lists of words that rules refer to by name."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files


@cache
def word_list(name: str) -> frozenset[str]:
    """The words of one list of `words.csv`; a list that is not there is an error.

    Raises:
        KeyError: there is no list of that name.
    """
    return _lists()[name]


@cache
def _lists() -> dict[str, frozenset[str]]:
    table = files("dateline.stories").joinpath("data", "words.csv").read_text(encoding="utf-8")
    lists: dict[str, set[str]] = {}
    for row in csv.DictReader(table.splitlines()):
        lists.setdefault(row["list"], set()).add(row["word"])
    return {key: frozenset(words) for key, words in lists.items()}
