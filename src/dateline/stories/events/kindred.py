"""Words that may tell of one act: the forms of a verb, and kindred words such as "quake" and "tremor"."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from dateline.model import Span
from dateline.stories.labels.verbs import base_form
from dateline.stories.stems import stem
from dateline.stories.terms import WORD
from dateline.stories.wordlists import word_list

_MOST_WORDS = 4
_REACH = 40
_EMPTY = (
    word_list("preposition")
    | word_list("pronoun")
    | word_list("opens a phrase")
    | word_list("no part of a subject")
)


@cache
def act_key(word: str) -> str:
    """The same for all forms of a word in lower case, irregular ones included: "shot", "shooting" and "shoots"."""
    return stem(base_form(word))


def telling_word(words: Sequence[str]) -> str | None:
    """The last word of a trigger that is not only grammar: of "gunned down" it is "gunned", of "it" there is none."""
    return next((word for word in reversed(words) if word not in _EMPTY), None)


def kin_of(words: Sequence[str], following: Sequence[str]) -> frozenset[str]:
    """The kinds of act that a trigger in lower case may tell of.

    A phrase comes first, also where the page goes on with it: "passed" before "away", "checked" before "himself into".
    """
    phrases: set[str] = set()
    for i, word in enumerate(words):
        phrases.update(*map(_of_phrase, _phrases_from(act_key(word), [*words[i + 1 :], *following])))
    if phrases:
        return frozenset(phrases)
    told = [word for word in reversed(words) if word not in _EMPTY]
    return next((found for found in map(_of_phrase, map(act_key, told)) if found), frozenset())


def _phrases_from(key: str, rest: Sequence[str]) -> list[str]:
    """A word with those that follow it, and with the next but one: a pronoun may stand between verb and particle."""
    phrases = [" ".join((key, *rest[:n])) for n in range(1, min(_MOST_WORDS, len(rest) + 1))]
    return [*phrases, f"{key} {rest[1]}"] if len(rest) > 1 else phrases


def _of_phrase(phrase: str) -> frozenset[str]:
    return _table().get(phrase, frozenset())


@cache
def _table() -> dict[str, frozenset[str]]:
    """Kinds by words, the first of which stands as its key."""
    table = files("dateline.stories").joinpath("data", "kindred.csv").read_text(encoding="utf-8")
    kin: dict[str, set[str]] = defaultdict(set)
    for row in csv.DictReader(table.splitlines()):
        first, *rest = row["words"].split()
        kin[" ".join((act_key(first), *rest))].add(row["kin"])
    return {words: frozenset(kinds) for words, kinds in kin.items()}


def kin_of_trigger(text: str, trigger: Span) -> frozenset[str]:
    """The kinds of act that a word of a text may tell of, by itself or with the words after it."""
    ahead = text[trigger.end : trigger.end + _REACH]
    return kin_of(lower_words(trigger.of(text)), lower_words(ahead)[:2])


def lower_words(text: str) -> list[str]:
    """The words of some text in lower case."""
    return [word.lower().replace("’", "'") for word in WORD.findall(text)]
