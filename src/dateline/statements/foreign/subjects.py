"""Whose a verb is, by word order, in a language without a parser."""

from __future__ import annotations

import re

from dateline.model import Span
from dateline.statements.foreign.phrases import noun_of, noun_phrase, phrase_at
from dateline.statements.foreign.table import any_word, foreign_words


def subject_of(language: str, text: str, clause: Span, finite: Span) -> Span | None:
    """The phrase before the verb, or behind it where something else opens the sentence: "In Bonn sagte X"."""
    first = leader(language, text, clause.start, finite.start)
    behind = follower(language, text, finite.end, clause.end)
    if behind is not None and (first is None or _is_nominative(language, behind.of(text))):
        return behind
    return first or inner_subject(language, text, clause.start, finite.start)


def leader(language: str, text: str, start: int, end: int) -> Span | None:
    """The phrase that ends at the verb; where the verb comes second, else the one that opens the sentence."""
    noun, opener = noun_phrase(language), rf"(?:{any_word(language, 'opener')}\s+)*"
    if not _is_verb_second(language):
        return _last_phrase(language, text, start, end)
    subject = rf"{opener}(?!{any_word(language, 'object', 'front')}\b){noun}"
    first = re.compile(subject).match(text, start, end)
    if first is not None and not text[first.end() : end].strip(" ,"):
        return noun_of(first)
    return noun_of(re.compile(rf"[,;]\s+{subject},?\s*$").search(text, start, end) or first)


def _last_phrase(language: str, text: str, start: int, end: int) -> Span | None:
    """The longest phrase that ends at a place and has no preposition before it."""
    front = re.compile(rf"(?<!\w){any_word(language, 'front', 'link')}\s+$")
    pattern, at = re.compile(rf"(?<!\w){noun_phrase(language)},?\s*$"), start
    while (found := pattern.search(text, at, end)) is not None:
        if not front.search(text[start : found.start()]):
            return noun_of(found)
        at = found.start() + 1
    return None


def follower(language: str, text: str, start: int, end: int) -> Span | None:
    """The phrase right behind a verb, small words left out: "sagte gestern der Minister", "a-t-il dit"."""
    small = re.compile(rf"(?:(?:-t)?-)?(?:\s*{any_word(language, 'filler')}\b)*\s*")
    found = small.match(text, start, end)
    return phrase_at(language, text, found.end() if found else start, end)


def inner_subject(language: str, text: str, start: int, end: int) -> Span | None:
    """Behind the first verb of the main clause: "Als es dunkel wurde, griff X zum Wort und sagte"."""
    if not _is_verb_second(language):
        return None
    bare = noun_phrase(language).replace("?P<noun>", "?:")
    front = rf"{any_word(language, 'front', 'object')}(?:\s+{bare})?"
    no_verb = any_word(language, "front", "determiner", "pronoun")
    verb = re.compile(rf"(?:,|^{front})\s+(?!{no_verb}\b)[^\W\d_A-ZÄÖÜ]+\s+")
    found = (follower(language, text, start + m.end(), end) for m in verb.finditer(text[start:end]))
    return next((span for span in found if span is not None), None)


def _is_verb_second(language: str) -> bool:
    return "verb_second" in foreign_words(language, "trait")


def _is_nominative(language: str, word: str) -> bool:
    return word.lower() in foreign_words(language, "nominative")
