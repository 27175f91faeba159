"""What a speaker looks like in a language without a parser: „der Sprecher der Polizei, Jens Hallig (CDU)“."""

from __future__ import annotations

import re
from functools import cache

from dateline.model import Span
from dateline.statements.foreign.table import any_word, foreign_words

CAPITAL = "A-ZÀ-ÖØ-ÞĄĆĘŁŃÓŚŠŽŹŻА-ЯЁІЇЄҐ"
_WORD = rf"(?:[{CAPITAL}][\w’'&./-]*\w|[{CAPITAL}]\.?)"
_NOBILIARY = r"(?:(?:van|von)\s+de[rn]|de|del|della|di|da|do|dos|la|le|van|von|bin|al|el)"
_PARTICIPLE = r"[^,.:;()„“”\"«»\n]{1,80}?(?:end|t|en)e[nrs]?\s+"
_QUOTED = r"[„“\"«»][^„“”\"«»\n]{1,40}[“”\"«»](?:-\w+)?"
_BRACKETED = r"\s*\([^()\n]{1,60}\)"
_SPACE = r"(?:(?<=[’'])|\s+)"


@cache
def noun_phrase(language: str) -> str:
    """A pattern for a pronoun, or for a noun or name with all that belongs to it; its group is `noun`."""
    head, tail = _head(language), _tail(language)
    apposition = rf",\s+{head}{tail}(?=\s*(?:[,.:;–—(„“\"«»]|$))"
    pronoun = rf"{any_word(language, 'pronoun')}\b(?!-)"
    return rf"(?P<noun>{pronoun}|{head}{tail}(?:{apposition}){{0,2}})"


def phrase_at(language: str, text: str, start: int, end: int) -> Span | None:
    """The noun phrase that begins at a place."""
    return noun_of(re.compile(noun_phrase(language)).match(text, start, end))


def noun_of(found: re.Match[str] | None) -> Span | None:
    """The noun phrase in a match."""
    if found is None:
        return None
    return Span(found.start("noun"), found.start("noun") + len(found["noun"].rstrip(" ,")))


@cache
def _head(language: str) -> str:
    determiner = rf"{any_word(language, 'determiner')}{_SPACE}"
    small, name = _small(language), _name(language)
    if "capital_nouns" in foreign_words(language, "trait"):
        plain = rf"(?:{determiner})?(?:{small}\s+){{0,3}}?(?:{name}|{_QUOTED})"
        return rf"(?:{plain}|{determiner}{_PARTICIPLE}{name})"
    if not foreign_words(language, "determiner"):
        return rf"(?:{small}\s+){{0,3}}?{name}"
    return rf"(?:(?:{determiner}(?:{small}\s+){{0,5}}?|(?:{small}\s+)?){name}|{determiner}{small})"


@cache
def _tail(language: str) -> str:
    """What follows a noun and belongs to it: another that is tied to it, a bracket, a name in marks."""
    small, name = _small(language), _name(language)
    noun = name if "capital_nouns" in foreign_words(language, "trait") else rf"(?:{name}|{small})"
    determiner = rf"{any_word(language, 'determiner')}{_SPACE}"
    linked = rf"\s+{any_word(language, 'link')}{_SPACE}(?:{determiner})?(?:{small}\s+){{0,2}}?{noun}"
    joined = rf"\s+{any_word(language, 'join')}\s+(?:{determiner}(?:{small}\s+){{0,3}}?)?{name}"
    return rf"(?:{linked}|{joined}|{_BRACKETED}|\s+{_QUOTED})*"


@cache
def _name(language: str) -> str:
    barred = any_word(language, "front", "time", "pronoun", "object")
    article = rf"{any_word(language, 'determiner')}\s+(?![{CAPITAL}])"
    more = rf"(?!{any_word(language, 'time')}\b){_WORD}"
    return rf"(?!{barred}\b(?!-)|{article}){_WORD}(?:\s+(?:{_NOBILIARY}\s+)*{more})*"


@cache
def _small(language: str) -> str:
    """A word in lower case that can belong to a noun phrase."""
    barred = any_word(language, "front", "join", "determiner", "pronoun", "auxiliary", "link")
    return rf"(?!{barred}\b)(?![{CAPITAL}])[^\W\d_][\w’-]*"
