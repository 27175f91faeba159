"""The words of a page that a search found, to show: one or two sentences with the places of what was asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.language import split_sentences
from dateline.model import Article, Block, BlockKind, Span
from dateline.store.search.expressions import Run, runs
from dateline.store.search.index_rows import searched_blocks
from dateline.store.search.query import Query
from dateline.store.search.tokens import tokens

LONGEST = 320
"""Letters of a sentence that are shown; of a longer one, those around the first of the words."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """Sentences of `article.text` in their order, and what to highlight in them; all are places in that text."""

    sentences: tuple[Span, ...]
    highlights: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class _Sentence:
    span: Span
    found: tuple[tuple[Run, Span], ...]

    @property
    def runs(self) -> frozenset[Run]:
        return frozenset(run for run, _ in self.found)


def snippet(article: Article, query: Query) -> Snippet:
    """The sentence that has most of the words asked, the first of several, and the one that adds most of the others.

    Where no sentence has any (they stand in the title, or only fields were asked), the first sentence.
    """
    asked = runs(query)
    sentences = [_looked_through(article.text, span, asked) for span in _sentences(article)]
    if not sentences:
        return Snippet((), ())
    best = max(sentences, key=lambda sentence: len(sentence.runs))
    second = max(sentences, key=lambda sentence: len(sentence.runs - best.runs))
    shown = [best, second] if second.runs - best.runs else [best]
    cut = [_cut(article.text, sentence) for sentence in sorted(shown, key=lambda one: one.span)]
    return Snippet(
        tuple(sentence.span for sentence in cut),
        tuple(dict.fromkeys(span for sentence in cut for _, span in sentence.found)),
    )


def highlights(text: str, query: Query) -> tuple[Span, ...]:
    """Where what was asked stands in a text, a title for instance."""
    return tuple(dict.fromkeys(span for _, span in _found(text, runs(query))))


def _sentences(article: Article) -> list[Span]:
    blocks = searched_blocks(article) or [Block(BlockKind.BODY, 0, len(article.text))]
    return [Span(sentence.start, sentence.end) for sentence in split_sentences(article.text, blocks)]


def _looked_through(text: str, span: Span, asked: Sequence[Run]) -> _Sentence:
    found = _found(span.of(text), asked) if asked else []
    return _Sentence(span, tuple((run, _moved(place, span.start)) for run, place in found))


def _found(text: str, asked: Sequence[Run]) -> list[tuple[Run, Span]]:
    """Occurrences of words and phrases in the order of the text."""
    stream = tokens(text)
    words = [token.text for token in stream]
    found = [
        (run, Span(stream[first].start, stream[first + len(run.tokens) - 1].end))
        for run in asked
        for first in _places(words, run)
    ]
    return sorted(found, key=lambda pair: pair[1])


def _places(words: Sequence[str], run: Run) -> Iterator[int]:
    """Where a run of words begins."""
    *whole, last = run.tokens
    for at, word in enumerate(words[len(whole) :]):
        is_last = word.startswith(last) if run.is_prefix else word == last
        if is_last and words[at : at + len(whole)] == whole:
            yield at


def _cut(text: str, sentence: _Sentence) -> _Sentence:
    """A sentence short enough to show, cut between words."""
    start, end = sentence.span
    if end - start <= LONGEST:
        return sentence
    first = sentence.found[0][1].start if sentence.found else start
    start = min(max(start, first - LONGEST // 3), end - LONGEST)
    while start > sentence.span.start and not text[start - 1].isspace() and start < first:
        start += 1
    end = min(end, start + LONGEST)
    while end < sentence.span.end and not text[end].isspace() and end > start + LONGEST // 2:
        end -= 1
    span = Span(start, end)
    return _Sentence(span, tuple(pair for pair in sentence.found if span.covers(pair[1])))


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
