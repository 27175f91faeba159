"""Whether two answers to one question exclude each other (codebook section 9, rule 3)."""

from __future__ import annotations

from dateline.stories.facts.answers import Question
from dateline.stories.facts.asked_values import AskedValue
from dateline.stories.facts.excluding_numbers import counts_exclude, measures_exclude
from dateline.stories.facts.excluding_times import times_exclude


def exclude(a: AskedValue, b: AskedValue) -> bool:
    """True where, of two answers to one question, only one can be true."""
    if a.question is not b.question or a.is_elsewhen or b.is_elsewhen:
        return False
    if a.question is Question.HOW_MANY:
        return counts_exclude(a, b)
    if a.question is Question.HOW_MUCH:
        return measures_exclude(a, b)
    return times_exclude(a, b)
