"""Words that say the opposite of each other, so that one road cannot be both: "open" and "closed"."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from dateline.stories.facts.ideas import base_stem
from dateline.stories.facts.told_sentences import Told


def keys_of(word: Told) -> frozenset[str]:
    """What a word is looked up by: its base stem and its groups, those that have opposites."""
    return frozenset(key for key in {base_stem(word.form)} | word.ideas if key in _table())


def are_opposite(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two words say the opposite of each other, by what they are looked up by."""
    return any(not _table()[key].isdisjoint(b) for key in a) and a.isdisjoint(b)


@cache
def _table() -> Mapping[str, frozenset[str]]:
    text = files("dateline.stories").joinpath("data", "opposites.csv").read_text(encoding="utf-8")
    found: defaultdict[str, set[str]] = defaultdict(set)
    for row in csv.DictReader(text.splitlines()):
        word, opposite = (side if side.startswith("=") else base_stem(side) for side in row.values())
        found[word].add(opposite)
        found[opposite].add(word)
    return {word: frozenset(others) for word, others in found.items()}
