"""Words of a sentence that can answer a question: how many, how much, when, where, who."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dateline.events import find_times
from dateline.model import Span
from dateline.readers import Question
from dateline.stories.facts.amounts import find_amounts
from dateline.stories.facts.ideas import is_past_form
from dateline.stories.facts.measures import find_measures
from dateline.stories.wordlists import word_list

_HOUR = re.compile(
    r"\b(?:(?:about|around|shortly (?:before|after)|just (?:before|after)|close to|before|after)\s+)?"
    r"(?:(?:1[0-2]|0?\d)(?:[.:][0-5]\d)?\s*[ap]\.?m\b\.?|(?<=at )(?:[01]?\d|2[0-3])[.:][0-5]\d(?![\d%])|midnight|noon|midday|dawn|dusk|daybreak|sunrise|sunset"
    r"|(?:this |the )?(?:early |late )?(?:morning|afternoon|evening))\b",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"(?:[a-z] [A-Z]\w+|\b(?:[Nn]o\.?|[Nn]umber|[Rr]oute|[Hh]ighway|[Ff]light|[Aa]ged?|[Rr]oom|[Ss]ection|[Aa]rticle|[Aa]ct)) $"
)
_AGE_BEFORE, _AGE_AFTER = re.compile(r"\w, $"), re.compile(r"[,.;]")
_NO_NUMBER = re.compile(r"(?:-|\s+)(?:year|month|day|week)s?-old\b")
"""What a number behind or before it does not count: "Flight 26", "aged 19", "19-year-old"."""
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W_][\w’'-]*")
_BLANKS = (" ", "\u00a0")
_PLACE_BEFORE = re.compile(
    r"\b(?:in|at|near|outside|inside|on|into|onto|from|to|towards?|off|through|across|along|beside|behind|under|over|between|beyond|around|for|opposite|north|south|east|west)(?: of)?\s+$",
    re.IGNORECASE,
)
_DETERMINERS = frozenset("the a an his her its their this these that those another our my your".split())
_LONGEST = 6


@dataclass(frozen=True, slots=True)
class Answer:
    """Words that can answer a question of one kind."""

    question: Question
    span: Span


def find_answers(text: str, start: int, end: int) -> list[Answer]:
    """The answers of a stretch of text, in order. What stands behind a preposition of place may be where or who."""
    found = [Answer(Question.HOW_MUCH, m.span) for m in find_measures(text, start, end)]
    taken = [answer.span for answer in found]
    times = [Span(*words.span) for words in find_times(text, start, end)]
    hours = [Span(*match.span()) for match in _HOUR.finditer(text, start, end)]
    times += [hour for hour in hours if not any(hour.touches(other) for other in times)]
    found += [Answer(Question.WHEN, span) for span in times]
    taken += times
    for amount in find_amounts(text, start, end):
        if not _is_no_count(text, start, amount.span) and not any(
            amount.span.touches(span) for span in taken
        ):
            found.append(Answer(Question.HOW_MANY, amount.span))
    for span in noun_phrases(text, start, end):
        if any(span.touches(other) for other in taken):
            continue
        if _PLACE_BEFORE.search(text, max(start, span.start - 20), span.start):
            found.append(Answer(Question.WHERE, span))
        found.append(Answer(Question.WHO, span))
    return sorted(found, key=lambda answer: (answer.span, answer.question))


def _is_no_count(text: str, start: int, span: Span) -> bool:
    """Whether a number is part of a name, or an age."""
    if _NUMBERED.search(text, start, span.start) or _NO_NUMBER.match(text, span.end):
        return True
    return (
        _AGE_BEFORE.search(text, start, span.start) is not None
        and _AGE_AFTER.match(text, span.end) is not None
    )


def noun_phrases(text: str, start: int, end: int) -> Iterator[Span]:
    """Stretches that may be phrases of a noun: words up to a verb in the past, a word of grammar or a mark."""
    run: list[re.Match[str]] = []
    for match in _WORD.finditer(text, start, end):
        word = match[0].lower().removesuffix("'s").removesuffix("’s")
        is_gap = bool(run) and text[run[-1].end() : match.start()] not in _BLANKS
        is_owner = bool(run) and run[-1][0].lower().endswith(("'s", "’s"))
        is_new = word in _DETERMINERS and not is_owner
        if run and (is_gap or is_new or word in _grammar() or _is_verb(word, match[0], run)):
            yield from _phrase(run)
            run = []
        if word not in _grammar() and not (not run and not is_new and _is_verb(word, match[0], run)):
            run.append(match)
    yield from _phrase(run)


def _is_verb(word: str, form: str, run: list[re.Match[str]]) -> bool:
    """A form of the past is a verb unless it opens a phrase after its article, or is part of a name."""
    if form[0].isupper() and run:
        return False
    return is_past_form(word) and not (len(run) == 1 and run[0][0].lower() in _DETERMINERS)


def _phrase(run: list[re.Match[str]]) -> Iterator[Span]:
    if len(run) > _LONGEST or all(m[0].lower() in _DETERMINERS or m[0][0].isdigit() for m in run):
        return
    yield Span(run[0].start(), run[-1].end())


@cache
def _grammar() -> frozenset[str]:
    """Words that belong to no phrase of a noun."""
    return word_list("ends a noun phrase")
