"""Values of a page that can answer a question, each in the sentence that gives it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from dateline.events import day_of, find_times, resolve_time
from dateline.model import Span
from dateline.stories.events.days import Days, days_of
from dateline.stories.facts.amounts import Amount, find_amounts
from dateline.stories.facts.answers import Question, find_answers
from dateline.stories.facts.measures import Measure, find_measures
from dateline.stories.facts.minutes import Minutes, minutes_of
from dateline.stories.facts.told_sentences import ToldSentence
from dateline.stories.terms import WORD

_AHEAD = re.compile(
    r"\b(?:will|would|shall|is to|are to|was to|were to|to be|due|planned|expected|scheduled|until|next)\b",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"\b(?:said|says|told|tells|announced|wrote|added|reported|according|statement|confirmed)\b[^,;]{0,40}$"
)
_TO_DO = re.compile(r"\s+(?:not )?to (?!reporters|a\b|the\b|an\b)[a-z]+")
_SINCE_A_YEAR = re.compile(r"\b(?:since|in) (?:\w+ )?(?:19|20)\d\d\b")
_FEW_WORDS = 9
_BETWEEN = 4
"""Characters between two times that are one."""
_HOUR = len("2024-05-08T12")


@dataclass(frozen=True, eq=False)
class AskedValue:
    """Words of a page that answer a question, and their sentence."""

    told: ToldSentence
    question: Question
    span: Span

    @property
    def article(self) -> str:
        return self.told.reading.article.id

    @property
    def page(self) -> str:
        """The text of its page."""
        return self.told.reading.article.text

    @property
    def text(self) -> str:
        return self.span.of(self.page)

    @property
    def hour(self) -> str:
        """When its page came out, to the hour where it is known."""
        published = self.told.reading.article.published
        return published.value[:_HOUR] if published else ""

    @cached_property
    def asked_from(self) -> int:
        """Where what is read with its sentence begins."""
        return read_from(self.told)

    @cached_property
    def amount(self) -> Amount | None:
        """The number, with what hedges it."""
        found = find_amounts(self.page, *self.told.span)
        return next((amount for amount in found if amount.span.touches(self.span)), None)

    @cached_property
    def measure(self) -> Measure | None:
        found = find_measures(self.page, *self.told.span)
        return next((measure for measure in found if measure.span.touches(self.span)), None)

    @cached_property
    def days(self) -> Days | None:
        """The days that the words name."""
        published = self.told.reading.article.published
        day = day_of(published.value) if published else None
        for words in find_times(self.page, *self.told.span) if day else ():
            if Span(*words.span).touches(self.span):
                return days_of(resolve_time(words, day, is_future=self.is_ahead))
        return None

    @cached_property
    def is_elsewhen(self) -> bool:
        """Whether it is told of another occasion, or behind a year in its sentence ("the worst since 2020, when ...")."""
        return self.told.is_elsewhen or bool(
            _SINCE_A_YEAR.search(self.page, self.told.span.start, self.span.start)
        )

    @cached_property
    def is_ahead(self) -> bool:
        """Whether its sentence has spoken of what is to come when it is reached."""
        return _AHEAD.search(self.page, self.told.span.start, self.span.start) is not None

    @cached_property
    def link(self) -> str:
        """The word before it in its sentence."""
        words = WORD.findall(self.page[self.told.span.start : self.span.start])
        return words[-1].lower() if words else ""

    @property
    def place(self) -> float:
        """Where it stands on its page, from nought to one."""
        return self.span.start / max(1, len(self.page))

    @property
    def size(self) -> float | None:
        """The number that it gives, or about what a vague word says."""
        amount = self.measure.amount if self.measure and self.question is Question.HOW_MUCH else self.amount
        if amount is None:
            return None
        return (
            amount.value if amount.value is not None else (amount.low + min(amount.high, 2 * amount.low)) / 2
        )

    @property
    def normal(self) -> str:
        """A digit, the day, or the words without capitals."""
        amount = self.measure.amount if self.measure and self.question is Question.HOW_MUCH else self.amount
        if amount is not None and self.question in (Question.HOW_MANY, Question.HOW_MUCH):
            return amount.normal
        if self.question is Question.WHEN and self.days is not None and self.days[0] == self.days[1]:
            return date.fromordinal(self.days[0]).isoformat()
        return self.text.lower()

    @cached_property
    def minutes(self) -> Minutes | None:
        """The part of the day that the words name."""
        return minutes_of(self.text)


def is_of_speaking(value: AskedValue) -> bool:
    """Whether a time says when somebody spoke, or belongs to a noun ("Monday's price")."""
    page, span = value.page, value.span
    if page[span.end : span.end + 2] in ("'s", "’s"):
        return True
    return _SAID.search(page, value.told.span.start, span.start) is not None and not _TO_DO.match(
        page, span.end
    )


def asked_values(sentences: Sequence[ToldSentence]) -> Iterator[AskedValue]:
    """The values of some sentences, in order; times that stand side by side are one."""
    for told in sentences:
        for question, span in _joined_times(told):
            yield AskedValue(told, question, span)


def read_from(told: ToldSentence) -> int:
    """Where what is read of a sentence begins."""
    text, own = told.reading.article.text, told.span.of(told.reading.article.text)
    start = told.span.start + len(own) - len(own.lstrip())
    before = told.before
    if before is None or not is_short(told):
        return start
    words = before.span.of(text)
    return before.span.start + len(words) - len(words.lstrip())


def is_short(told: ToldSentence) -> bool:
    """Whether a sentence is read with the one before: it leans on that, or has few words. A headline is read alone."""
    if told.before is None or told.before.before is None:
        return False
    return told.leans or len(told.words) < _FEW_WORDS


def _joined_times(told: ToldSentence) -> Iterator[tuple[Question, Span]]:
    """The answers of a sentence; "shortly before noon" and "on Friday" side by side are one time."""
    text = told.reading.article.text
    found: list[tuple[Question, Span]] = []
    for answer in find_answers(text, *told.span):
        question, span = answer.question, answer.span
        last = found[-1] if found else None
        if (
            question is Question.WHEN
            and last is not None
            and last[0] is Question.WHEN
            and span.start - last[1].end <= _BETWEEN
        ):
            found[-1] = (question, Span(last[1].start, span.end))
        else:
            found.append((question, span))
    yield from found
