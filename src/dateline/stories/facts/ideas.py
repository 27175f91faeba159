"""What words stand for, so that "seized" and "taken into custody" meet: groups of words and phrases that news uses for one thing."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files

from dateline.stories.labels.verbs import verb_table
from dateline.stories.stems import stem

Ideas = frozenset[str]
"""Names of groups that a word may belong to ("=arrest"), or the word's stem where it belongs to none."""

_ANY = "*"
_MOST_BETWEEN = 3


def base_stem(word: str) -> str:
    """The stem of a word; of an irregular verb form that of its base."""
    folded = word.lower().replace("’", "'")
    return stem(_bases().get(folded, folded))


@lru_cache(maxsize=65_536)
def ideas_of(word: str) -> Ideas:
    """The groups of a word standing alone, or its stem."""
    own = base_stem(word)
    return _single().get(own) or _single().get(stem(word.lower())) or frozenset((own,))


def is_past_form(word: str) -> bool:
    """True for a form of a verb that tells of something done: "seized", "held"."""
    folded = word.lower()
    return folded in _bases() or (folded.endswith("ed") and len(folded) > 3)


def phrases_in(stems: Sequence[str]) -> list[tuple[int, Ideas]]:
    """Phrases of several words among some base stems: where each begins, and its groups."""
    return [
        (i, groups)
        for i, first in enumerate(stems)
        for phrase, groups in _phrases().get(first, ())
        if _continues(phrase[1:], stems, i + 1)
    ]


def _continues(phrase: Sequence[str], stems: Sequence[str], at: int) -> bool:
    """True where the rest of a phrase stands from a place on; a star is up to three words of any kind."""
    if not phrase:
        return True
    if phrase[0] == _ANY:
        return any(_continues(phrase[1:], stems, at + skipped) for skipped in range(_MOST_BETWEEN + 1))
    return at < len(stems) and stems[at] == phrase[0] and _continues(phrase[1:], stems, at + 1)


@cache
def act_ideas() -> Ideas:
    """The groups whose words tell of an act or a happening, not of a thing or a person."""
    return frozenset("=" + row["idea"] for row in _table() if row["kind"] == "act")


@cache
def _bases() -> dict[str, str]:
    forms: dict[str, str] = {}
    for verb in verb_table().values():
        forms |= {verb.past: verb.base, verb.participle: verb.base}
    return forms


@cache
def _table() -> list[dict[str, str]]:
    table = files("dateline.stories").joinpath("data", "ideas.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(table.splitlines()))


@cache
def _rows() -> dict[tuple[str, ...], Ideas]:
    groups: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for row in _table():
        words = tuple(word if word == _ANY else base_stem(word) for word in row["words"].split())
        groups[words].add("=" + row["idea"])
    return {words: frozenset(names) for words, names in groups.items()}


@cache
def _single() -> dict[str, Ideas]:
    return {words[0]: names for words, names in _rows().items() if len(words) == 1}


@cache
def _phrases() -> dict[str, list[tuple[tuple[str, ...], Ideas]]]:
    found: dict[str, list[tuple[tuple[str, ...], Ideas]]] = defaultdict(list)
    for words, names in _rows().items():
        if len(words) > 1:
            found[words[0]].append((words, names))
    return found
