"""The sentences of a page as one text, so that a word or a pattern is looked for once a page and not once a sentence."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from operator import itemgetter
from typing import NamedTuple

from dateline.actors.found_name import FoundName
from dateline.model import Sentence

_START = itemgetter(0)


class Place(NamedTuple):
    """Where a word stands: offsets of the page, and the sentence that it lies in."""

    start: int
    end: int
    word: str
    sentence: Sentence


class SentenceLines:
    """A line for each sentence. No pattern that is looked for goes over the end of a line."""

    def __init__(self, text: str, sentences: Sequence[Sentence]) -> None:
        self.text = "\n".join([text[s.start : s.end] for s in sentences])
        self.page = text
        self._sentences = sentences
        self._starts = list(accumulate((s.end - s.start + 1 for s in sentences), initial=0))[:-1]

    def number(self, at: int) -> int:
        """The line that an offset of the lines lies in, which is the place of its sentence among those given."""
        return bisect_right(self._starts, at) - 1

    def on_page(self, at: int) -> int:
        """The same character on the page."""
        line = self.number(at)
        return self._sentences[line].start + at - self._starts[line]

    def places(self, words: Iterable[str], glue: str) -> list[Place]:
        """Where any of the words begins, in order, the longer one first; not behind a letter or digit, or one of `glue`."""
        text, found = self.text, []
        for word in sorted(words, key=len, reverse=True):
            at = text.find(word)
            while at >= 0:
                line = bisect_right(self._starts, at) - 1
                sentence = self._sentences[line]
                start = sentence.start + at - self._starts[line]
                if not start or not _joins(self.page[start - 1], glue):
                    found.append(Place(start, start + len(word), word, sentence))
                at = text.find(word, at + 1)
        return sorted(found, key=_START)

    def ends_word(self, place: Place) -> bool:
        """True where no letter, digit or hyphen follows in the sentence."""
        return place.end == place.sentence.end or not _joins(self.page[place.end], "-")

    def stands_alone(self, place: Place) -> bool:
        """The same, and no hyphen before."""
        return self.ends_word(place) and not (place.start and self.page[place.start - 1] == "-")


def leftmost(places: Iterable[Place]) -> Iterator[Place]:
    """Places in order without those that begin inside one before."""
    end = 0
    for place in places:
        if place.start >= end:
            yield place
            end = place.end


def _joins(character: str, glue: str) -> bool:
    return character.isalnum() or character == "_" or character in glue


class Taken:
    """The places that names take."""

    def __init__(self, names: Iterable[FoundName]) -> None:
        spans = sorted((name.start, name.end) for name in names)
        self._starts = [start for start, _ in spans]
        self._ends = list(accumulate((end for _, end in spans), max))

    def touches(self, start: int, end: int) -> bool:
        """True where a name has one of the characters `start:end`."""
        before = bisect_left(self._starts, end)
        return before > 0 and self._ends[before - 1] > start
