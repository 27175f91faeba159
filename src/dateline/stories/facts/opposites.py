"""Words that say the opposite of each other, so that one road cannot be both: "open" and "closed"."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from dateline.stories.facts.ideas import base_stem


def opposites_of(stem: str) -> frozenset[str]:
    """The base stems of the words that say the opposite of a word, by its base stem."""
    return _table().get(stem, frozenset())


@cache
def _table() -> Mapping[str, frozenset[str]]:
    text = files("dateline.stories").joinpath("data", "opposites.csv").read_text(encoding="utf-8")
    found: defaultdict[str, set[str]] = defaultdict(set)
    for row in csv.DictReader(text.splitlines()):
        word, opposite = base_stem(row["word"]), base_stem(row["opposite"])
        found[word].add(opposite)
        found[opposite].add(word)
    return {word: frozenset(others) for word, others in found.items()}
