"""Which sentences deserve a parse: parsing is what a page costs most."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from dateline.model import Sentence, Span

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


class Gate:
    """Lets a sentence through that has a word of speech or of an act, or shares a quotation."""

    def __init__(
        self, cue_words: Iterable[str], people_words: Iterable[str], event_words: Iterable[str]
    ) -> None:
        """`people_words` are those for people and bodies that are not named: "minister", "she"."""
        self._cues, self._people = frozenset(cue_words), frozenset(people_words)
        self._acts = frozenset(event_words)

    def select(
        self,
        text: str,
        sentences: Sequence[Sentence],
        quotations: Sequence[Span],
        named: Sequence[Span] | None = None,
    ) -> list[Sentence]:
        """The sentences to parse, in order.

        Args:
            quotations: where quotation marks are paired.
            named: where names stand. Where it is given, a sentence without a word of speech is let through only if it says who: an act
                with two names, or a name and a word for people.
        """
        marked = _touched(sentences, quotations)
        starts = sorted(span.start for span in named) if named is not None else None
        return [s for s in sentences if s.index in marked or self._passes(text, s, starts)]

    def _passes(self, text: str, sentence: Sentence, named: Sequence[int] | None) -> bool:
        words = {w[0].lower() for w in _WORD.finditer(text, sentence.start, sentence.end)}
        speaks, acts = not words.isdisjoint(self._cues), not words.isdisjoint(self._acts)
        has_people = not words.isdisjoint(self._people)
        if named is None or speaks:
            return speaks or acts or has_people
        names = bisect_left(named, sentence.end) - bisect_left(named, sentence.start)
        return acts and names > 0 and names + has_people > 1


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
