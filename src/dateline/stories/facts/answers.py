"""Words of a sentence that can answer a question: how many, how much, when."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from dateline.events import find_times
from dateline.model import Span
from dateline.stories.facts.amounts import find_amounts
from dateline.stories.facts.measures import find_measures

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


class Question(StrEnum):
    """What is asked: a number of people or things, a measure or a sum, a time."""

    HOW_MANY = "how_many"
    HOW_MUCH = "how_much"
    WHEN = "when"


@dataclass(frozen=True, slots=True)
class Answer:
    """Words that can answer a question of one kind."""

    question: Question
    span: Span


def find_answers(text: str, start: int, end: int) -> list[Answer]:
    """The answers of a stretch of text, in order."""
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
    return sorted(found, key=lambda answer: (answer.span, answer.question))


def _is_no_count(text: str, start: int, span: Span) -> bool:
    """Whether a number is part of a name, or an age."""
    if _NUMBERED.search(text, start, span.start) or _NO_NUMBER.match(text, span.end):
        return True
    return (
        _AGE_BEFORE.search(text, start, span.start) is not None
        and _AGE_AFTER.match(text, span.end) is not None
    )
