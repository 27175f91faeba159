"""Whether two answers to where or who are others: two names, or two kinds of place."""

from __future__ import annotations

import re
from functools import cache

from dateline.model import ActorKind
from dateline.readers import Question, likeness
from dateline.stories.facts.asked_values import AskedValue
from dateline.stories.facts.ideas import ideas_of
from dateline.stories.speakers import name_words
from dateline.stories.stems import stem
from dateline.stories.wordlists import word_list

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_FROM = frozenset("from off".split())
_TO = frozenset("to into onto towards toward for".split())
_AREA = frozenset(
    "province region district county island republic state territory country coast river sea".split()
)
_SAID = re.compile(r"\b(?:said|says|told|tells)\b[^.]{0,40}$")
"""Behind it stands where somebody spoke."""
_BEFORE = re.compile(r"(\w+)(?: of)? $")
_UNLIKE = 0.45
_NO_PLACES = frozenset((ActorKind.PERSON, ActorKind.ORGANISATION, ActorKind.COMPANY, ActorKind.OUTLET))


def are_others(a: AskedValue, b: AskedValue) -> bool:
    """True for two names of which neither page has the other's; for two kinds of place that are unlike. A name and a description may mean one."""
    first, second = names_in(a), names_in(b)
    if first and second:
        is_known = _is_known(first, b) or _is_known(second, a) or bool(set(first) & set(second))
        return not is_known and _same_kind(a, b) and _same_way(a, b)
    if first or second or a.question is not Question.WHERE:
        return False
    return _are_unlike(a, b) and _same_way(a, b)


def is_place(value: AskedValue) -> bool:
    """Whether words behind a preposition of place are one: a kind of place, or a name that is nobody's."""
    if any(character.isdigit() for character in value.text) or _SAID.search(
        value.page, value.told.span.start, value.span.start
    ):
        return False
    kinds = {m.kind for m in value.told.reading.mentions if value.span.touches((m.start, m.end))}
    if kinds & _NO_PLACES:
        return False
    words = [word.lower() for word in _WORD.findall(value.text)]
    return bool(names_in(value)) or any(word in word_list("site") for word in words)


def names_in(value: AskedValue) -> list[str]:
    """The words of names among those of a value, folded; an opening word with a capital is none unless it is all."""
    words = list(_WORD.finditer(value.text))
    named = [m[0] for m in words if m[0][0].isupper() and m[0].lower() not in _grammar()]
    if len(words) > 1 and named and named[0] == words[0][0] and _opens_sentence(value) and len(named) == 1:
        named = named[1:]
    return [word for name in named for word in name_words(name)]


def _opens_sentence(value: AskedValue) -> bool:
    return not value.page[value.told.span.start : value.span.start].strip(" \n\"“'‘")


def _is_known(names: list[str], other: AskedValue) -> bool:
    """Whether the sentence of the other, or the one before, has one of the names."""
    there = _words_of(other.page[other.asked_from : other.told.span.end])
    return any(name in there or stem(name) in there for name in names)


@cache
def _words_of(page: str) -> frozenset[str]:
    words = {match[0].lower().removesuffix("'s").removesuffix("’s") for match in _WORD.finditer(page)}
    return frozenset(words | {stem(word) for word in words})


def _same_kind(a: AskedValue, b: AskedValue) -> bool:
    """Not a state and a town in it, a person and a body."""
    kinds = [{m.kind for m in v.told.reading.mentions if v.span.touches((m.start, m.end))} for v in (a, b)]
    return not kinds[0] or not kinds[1] or bool(kinds[0] & kinds[1])


def _same_way(a: AskedValue, b: AskedValue) -> bool:
    """Whether both say where it was, where from or where to; and neither is an area that may hold the other."""
    ways = []
    for value in (a, b):
        link = _BEFORE.search(value.page[max(0, value.span.start - 16) : value.span.start])
        word = link[1].lower() if link else ""
        ways.append("from" if word in _FROM else "to" if word in _TO else "in")
    words = {word.lower() for value in (a, b) for word in _WORD.findall(value.text)}
    return ways[0] == ways[1] and words.isdisjoint(_AREA)


def _are_unlike(a: AskedValue, b: AskedValue) -> bool:
    """Whether no word of one kind of place is like one of the other."""
    first, second = (
        [m[0].lower() for m in _WORD.finditer(v.text) if m[0].lower() not in _grammar()] for v in (a, b)
    )
    if not first or not second:
        return False
    if any(ideas_of(x) & ideas_of(y) for x in first for y in second):
        return False
    return float(likeness([stem(w) for w in first], [stem(w) for w in second]).max()) < _UNLIKE


@cache
def _grammar() -> frozenset[str]:
    return word_list("ends a noun phrase") | frozenset(
        "the a an his her its their this that these those".split()
    )
