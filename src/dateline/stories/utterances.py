"""A statement with its page and its words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from dateline.model import Reading, Statement, StatementRef, StatementType
from dateline.stories.phrases import SaidWord, said_words

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
    def content(self) -> frozenset[str]:
        return frozenset(word.stem for word in self.words if word.is_content)

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
