"""Which sentences deserve a parse: parsing is what a page costs most."""

from __future__ import annotations

import re
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
                with a name and a word for people.
        """
        marked = _touched(sentences, quotations)
        with_name = _touched(sentences, named) if named is not None else None
        return [
            s
            for s in sentences
            if s.index in marked or self._passes(text, s, None if with_name is None else s.index in with_name)
        ]

    def _passes(self, text: str, sentence: Sentence, is_named: bool | None) -> bool:
        words = {w[0].lower() for w in _WORD.finditer(text, sentence.start, sentence.end)}
        speaks, acts = not words.isdisjoint(self._cues), not words.isdisjoint(self._acts)
        has_people = not words.isdisjoint(self._people)
        if is_named is None:
            return speaks or acts or has_people
        return speaks or (acts and has_people and is_named)


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
