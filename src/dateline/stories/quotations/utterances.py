"""A statement with its page and its words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from dateline.model import Reading, Span, Statement, StatementRef, StatementType
from dateline.stories.facts.ideas import Ideas, ideas_of
from dateline.stories.facts.told_sentences import is_of_other_time, sentences_of
from dateline.stories.quotations.phrases import SaidWord, said_words

_MARKS = " \n\t“”„»«\"'‘’"
_QUOTED_TYPES = (StatementType.DIRECT, StatementType.MIXED)


@dataclass(frozen=True)
class Utterance:
    """A statement with its page and its words."""

    reading: Reading
    statement: Statement

    @cached_property
    def words(self) -> list[SaidWord]:
        return said_words(self.reading.article.text, self.statement)

    @cached_property
    def said(self) -> str:
        """The words alone, without the marks around them."""
        text = self.reading.article.text
        parts = (
            text[span.start : span.end].strip(_MARKS).removeprefix("that ") for span in self.statement.content
        )
        return " ".join(part for part in parts if part)

    @cached_property
    def content(self) -> frozenset[str]:
        return frozenset(word.stem for word in self.words if word.is_content)

    @cached_property
    def ideas(self) -> list[Ideas]:
        """For each stem of `content` what it may stand for."""
        forms = {word.stem: word.form for word in self.words if word.is_content}
        return [ideas_of(forms[stem]) | {stem} for stem in sorted(self.content)]

    @cached_property
    def any_ideas(self) -> Ideas:
        """All that its telling words may stand for."""
        return frozenset().union(*self.ideas)

    @cached_property
    def is_of_another_time(self) -> bool:
        """True where the page says that it was said on another occasion ("last year he told a rally"), in words that are not the
        speaker's own.
        """
        contents = self.statement.content
        touched = [span for span in sentences_of(self.reading) if any(s.touches(span) for s in contents)]
        return any(is_of_other_time(_around(self.reading.article.text, span, contents)) for span in touched)

    @cached_property
    def sentences(self) -> list[int]:
        """For each word the number of its sentence."""
        text, number, found = self.reading.article.text, 0, []
        for i, word in enumerate(self.words):
            number += i > 0 and any(mark in text[self.words[i - 1].end : word.start] for mark in ".?!")
            found.append(number)
        return found

    @property
    def ref(self) -> StatementRef:
        return StatementRef(self.reading.article.id, self.statement.id)

    @property
    def is_quoted(self) -> bool:
        return self.statement.type in _QUOTED_TYPES


def _around(text: str, sentence: Span, contents: Sequence[Span]) -> str:
    """What a sentence says beside some stretches."""
    places = range(sentence.start, sentence.end)
    return "".join(text[i] for i in places if not any(s.start <= i < s.end for s in contents))
