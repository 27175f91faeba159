"""What a page tells, clause by clause: the ideas of each clause, of its sentence, and whether it speaks of another occasion."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from dateline.model import Reading, Span
from dateline.stories.facts.ideas import Ideas, act_ideas, is_past_form
from dateline.stories.facts.told_sentences import COMMON, Told, ToldSentence, telling, told_sentences
from dateline.stories.terms import WORD, usual_frequencies

_CLAUSE_BREAK = re.compile(
    r"[,;:()—]|\s[–-]\s|\b(?:and|but|when|after|before|while|until|who|whom|whose|which|where|that|because|although|though|if)\b",
    re.IGNORECASE,
)
PHASES = frozenset(
    (
        "=begin",
        "=end",
        "=continue",
        "=effect",
        "=hold",
        "=open",
        "=close",
        "=lead",
        "=demand",
        "=deny",
        "=claim",
    )
)


@dataclass(frozen=True, eq=False)
class Clause:
    """A stretch of a sentence without a break. What it tells is worked out when it is asked for."""

    span: Span
    told: ToldSentence

    @property
    def reading(self) -> Reading:
        return self.told.reading

    @property
    def sentence(self) -> Span:
        return self.told.span

    @cached_property
    def words(self) -> tuple[Told, ...]:
        """Its words."""
        return tuple(word for word in self.whole if self.span.start <= word.start < self.span.end)

    @property
    def whole(self) -> tuple[Told, ...]:
        """The words of its sentence."""
        return self.told.words

    @cached_property
    def ideas(self) -> Ideas:
        """The ideas of its telling words."""
        return telling(self.words)

    @property
    def around(self) -> Ideas:
        """Those of its sentence, and of what this leans on."""
        return self.told.around

    @property
    def is_elsewhen(self) -> bool:
        return self.told.is_elsewhen

    @property
    def leans(self) -> bool:
        return self.told.leans

    @property
    def article(self) -> str:
        return self.reading.article.id

    @property
    def text(self) -> str:
        return self.span.of(self.reading.article.text)


def clauses_of(reading: Reading) -> tuple[Clause, ...]:
    """The clauses of headline and body that have words, in order."""
    text, found = reading.article.text, []
    for sentence in told_sentences(reading):
        starts = [word.start() for word in WORD.finditer(text, *sentence.span)]
        for span in _clauses(text, sentence.span):
            at = bisect_left(starts, span.start)
            if at < len(starts) and starts[at] < span.end:
                found.append(Clause(span, sentence))
    return tuple(found)


def nearest_acts(clause: Clause, at: int) -> Ideas:
    """The acts that the word nearest to a place stands for: before it in the clause, else after it, else in the sentence alike. Words
    that only say that something begins, ends or goes on are passed over.
    """
    for words in (clause.words, clause.whole):
        before = [word for word in reversed(words) if word.end <= at]
        after = [word for word in words if word.start >= at]
        for word in (*before, *after):
            if acts := (word.ideas & act_ideas()) - PHASES or _unlisted(word):
                return acts
    return frozenset()


def _unlisted(word: Told) -> Ideas:
    """The stem of a verb in the past that belongs to no group, unless it is common."""
    if not is_past_form(word.form) or any(idea.startswith("=") for idea in word.ideas):
        return frozenset()
    return frozenset(idea for idea in word.ideas if usual_frequencies().get(idea, 0.0) < COMMON)


def _clauses(text: str, sentence: Span) -> Iterator[Span]:
    start = sentence.start
    for match in _CLAUSE_BREAK.finditer(text, *sentence):
        if (
            match.group() == ","
            and text[match.start() - 1 : match.start()].isdigit()
            and text[match.end() : match.end() + 1].isdigit()
        ):
            continue
        yield Span(start, match.start())
        start = match.start() if match.group().isalpha() else match.end()
    yield Span(start, sentence.end)
