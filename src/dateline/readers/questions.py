"""The questions that words of a report can answer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dateline.model import Span


class Question(StrEnum):
    """What is asked: a number of people or things, a measure or a sum, a time, a place, or who."""

    HOW_MANY = "how_many"
    HOW_MUCH = "how_much"
    WHEN = "when"
    WHERE = "where"
    WHO = "who"


@dataclass(frozen=True, slots=True)
class AskedText:
    """A text, and the words in it that answer a question."""

    text: str
    span: Span
    question: Question
