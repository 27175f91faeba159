"""Sentences and their parse, free of any parser: what `language` makes and `actors`, `statements` and `events` read."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol

from dateline.model.page import BlockKind
from dateline.model.span import Span

_VERBAL = ("VB", "MD")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a block: its place in the text, its paragraph (a number that grows through the page) and block kind."""

    index: int
    start: int
    end: int
    paragraph: int
    kind: BlockKind

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a parse. `i` and `head` count tokens of the sentence; the root is its own head.

    `tag` is a Penn Treebank tag, `dep` a ClearNLP relation as in spaCy's English models (`nsubj dobj prep pobj ...`),
    `lemma` is lower case; `lower` is the text in lower case, with straight apostrophes.
    """

    i: int
    start: int
    end: int
    text: str
    lemma: str
    tag: str
    dep: str
    head: int
    lower: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # Asked for ten times a token: worked out once.
        object.__setattr__(self, "lower", self.text.lower().replace("’", "'"))

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    @property
    def is_verb(self) -> bool:
        return self.tag[:2] in _VERBAL

    @property
    def is_noun(self) -> bool:
        return self.tag[:2] == "NN"

    @property
    def is_proper(self) -> bool:
        return self.tag[:3] == "NNP"


@dataclass(frozen=True)
class Parse:
    """A parsed sentence: a tree over its tokens, which are in the order of the text and apart."""

    sentence: Sentence
    tokens: tuple[Token, ...]

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    @cached_property
    def _ends(self) -> list[int]:
        return [token.end for token in self.tokens]

    @cached_property
    def _children(self) -> list[list[Token]]:
        below: list[list[Token]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.i:
                below[token.head].append(token)
        return below

    def children(self, token: Token, *deps: str) -> list[Token]:
        """Direct dependents in order; of some relations only, when given."""
        below = self._children[token.i]
        return [child for child in below if child.dep in deps] if deps else list(below)

    def child(self, token: Token, *deps: str) -> Token | None:
        """The first dependent of one of some relations."""
        for child in self._children[token.i]:
            if not deps or child.dep in deps:
                return child
        return None

    def head(self, token: Token) -> Token:
        return self.tokens[token.head]

    def ancestors(self, token: Token) -> Iterator[Token]:
        """Heads from the token upwards, without the token itself."""
        while token.head != token.i:
            token = self.tokens[token.head]
            yield token

    def subtree(self, token: Token) -> list[Token]:
        """The token and everything under it, in the order of the text."""
        found = [token]
        for each in found:
            found.extend(self._children[each.i])
        return sorted(found, key=lambda t: t.i)

    def subtree_span(self, token: Token) -> Span:
        """From the first to the last character of the subtree."""
        tokens = self.subtree(token)
        return Span(tokens[0].start, tokens[-1].end)

    def top_of(self, span: tuple[int, int]) -> Token | None:
        """The first token inside a span that hangs on one outside, or on none."""
        inside = self.tokens_in(span)
        numbers = {t.i for t in inside}
        return next((t for t in inside if t.head not in numbers or t.head == t.i), None)

    def token_at(self, offset: int) -> Token | None:
        """The token that covers an offset of the text."""
        at = bisect_right(self._starts, offset) - 1
        return self.tokens[at] if at >= 0 and offset < self.tokens[at].end else None

    def tokens_in(self, span: tuple[int, int]) -> list[Token]:
        """Tokens that lie inside a span, wholly or in part."""
        start, end = span
        return list(self.tokens[bisect_right(self._ends, start) : bisect_left(self._starts, end)])

    @property
    def roots(self) -> list[Token]:
        return [t for t in self.tokens if t.head == t.i]


class Parser(Protocol):
    """Parses sentences of a text."""

    def parse(self, text: str, sentences: Sequence[Sentence]) -> list[Parse]:
        """One parse for each sentence, in their order; offsets are those of `text`."""
        ...
