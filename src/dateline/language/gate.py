"""Which sentences deserve a parse: parsing is what a page costs most."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from dateline.model import Sentence, Span

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


class Gate:
    """Lets a sentence through that has a word of speech or of an act, or shares a quotation."""

    def __init__(self, cue_words: Iterable[str], event_words: Iterable[str]) -> None:
        self._words = frozenset(cue_words) | frozenset(event_words)

    def select(self, text: str, sentences: Sequence[Sentence], quotations: Sequence[Span]) -> list[Sentence]:
        """The sentences to parse, in order.

        Args:
            quotations: where quotation marks are paired.
        """
        marked = _touched(sentences, quotations)
        return [s for s in sentences if s.index in marked or self._has_cue(text, s)]

    def _has_cue(self, text: str, sentence: Sentence) -> bool:
        return any(w[0].lower() in self._words for w in _WORD.finditer(text, sentence.start, sentence.end))


def _touched(sentences: Sequence[Sentence], spans: Sequence[Span]) -> set[int]:
    """Indices of the sentences that share a character with a span; both are in order."""
    found: set[int] = set()
    at = 0
    for sentence in sentences:
        while at < len(spans) and spans[at].end <= sentence.start:
            at += 1
        i = at
        while i < len(spans) and spans[i].start < sentence.end:
            if spans[i].end > sentence.start:
                found.add(sentence.index)
                break
            i += 1
    return found
