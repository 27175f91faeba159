"""What is counted: the noun behind a number, and the group of things that it stands for."""

from __future__ import annotations

import re

from dateline.stories.facts.counted_states import states_in
from dateline.stories.facts.ideas import ideas_of
from dateline.stories.stems import stem
from dateline.stories.terms import WORD
from dateline.stories.wordlists import word_list

PEOPLE = "people"
_UNIT_WORDS = 3
_STOPS = word_list("ends a counted noun")
_PEOPLE = frozenset(stem(word) for word in word_list("person"))
_IRREGULAR = word_list("irregular plural")
_TIME_UNITS = frozenset(stem(word) for word in word_list("unit of time"))


def is_time_unit(unit: str) -> bool:
    """True for the stem of "hours", "days" and the like."""
    return unit in _TIME_UNITS


def counted_noun(after: str, lasting: bool) -> tuple[str, frozenset[str]]:
    """The word for what is counted, with the stems up to it: of the few words that follow without a break the first in
    the plural. Units of time count only where something lasts ("for three hours").
    """
    gap = re.match(r"\s*(?:of (?:the |them |those |these )?(?:were |are )?)?", after)
    tail = after[gap.end() :] if gap else after
    words: list[str] = []
    last = 0
    for match in WORD.finditer(tail):
        word = match[0].lower()
        is_end = word in _STOPS and not (lasting and stem(word) in _TIME_UNITS)
        if tail[last : match.start()].strip() or is_end or len(words) == _UNIT_WORDS:
            break
        words.append(word)
        last = match.end()
        if _is_counted(word) or (lasting and stem(word) in _TIME_UNITS):
            is_time = stem(word) in _TIME_UNITS and not lasting
            return ("", frozenset()) if is_time else (word, frozenset(stem(w) for w in words))
    return "", frozenset()


def _is_counted(word: str) -> bool:
    if stem(word) in _PEOPLE or word in _IRREGULAR:
        return True
    return word.endswith("s") and not word.endswith("ss") and len(word) > 3 and not states_in([word])


def unit_of(noun: str) -> str:
    """The group that the noun belongs to, or its stem; one for all words for people."""
    if not noun or stem(noun) in _PEOPLE:
        return PEOPLE
    return min(ideas_of(noun), default=stem(noun))
