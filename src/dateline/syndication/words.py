"""The words of a report that may have been copied: headline, standfirst and body, with their places."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from dateline.model import Article, BlockKind, Span
from dateline.syndication.letters import APOSTROPHE, IDEOGRAPH, LETTER, MARK, folded

Hashes = NDArray[np.uint64]

_QUOTED = re.compile(
    r"“[^”\n]{0,2000}(?:”|(?=\n))|\"[^\"\n]{0,2000}\"|«[^»\n]{0,2000}»|„[^“”\n]{0,2000}[“”]"
    r"|(?<![\w’'])‘(?:[^’\n]|’(?=\w)){0,2000}’"
)
_COPIED_KINDS = (BlockKind.HEADLINE, BlockKind.DEK, BlockKind.BODY)
_BASE = 0x9E3779B97F4A7C15
_WRAP = 1 << 64


@dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """The running words of an article in order, one entry a word: a hash of its folded letters, start, end, and whether it stands
    inside quotation marks."""

    article: Article
    codes: Hashes
    starts: NDArray[np.int32]
    ends: NDArray[np.int32]
    quoted: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.codes)

    def span(self, first: int, last: int) -> Span:
        """The stretch of text from one word to another, both included."""
        return Span(int(self.starts[first]), int(self.ends[last]))


def reading_spans(article: Article) -> list[Span]:
    """Where the report itself stands: typed blocks, or the whole text where there are none."""
    spans = article.spans_of(*_COPIED_KINDS)
    if not article.spans_of(BlockKind.BODY):
        return [Span(0, len(article.text))]
    return spans


def wording(article: Article) -> Wording:
    """The words of headline, standfirst and body."""
    spans = reading_spans(article)
    text = "\n".join([span.of(article.text) for span in spans])
    kinds, letters = folded(text)
    first, last = _bounds(kinds)
    shifts = _shifts(spans, first)
    return Wording(
        article,
        _codes(kinds, letters, first, last),
        (first + shifts).astype(np.int32),
        (last + 1 + shifts).astype(np.int32),
        _quoted(text)[first],
    )


def _bounds(kinds: NDArray[np.uint8]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """The places of the first and the last character of each word."""
    padded = np.zeros(len(kinds) + 2, dtype=np.uint8)
    padded[1:-1] = kinds
    solid = (padded == LETTER) | (padded == MARK)
    joined = (padded[1:-1] == APOSTROPHE) & solid[:-2] & solid[2:]
    alone = padded == IDEOGRAPH
    inside = solid | alone
    inside[1:-1] |= joined
    first = inside[1:-1] & (~inside[:-2] | alone[1:-1] | alone[:-2])
    last = inside[1:-1] & (~inside[2:] | alone[1:-1] | alone[2:])
    return np.flatnonzero(first), np.flatnonzero(last)


def _codes(
    kinds: NDArray[np.uint8], letters: Hashes, first: NDArray[np.intp], last: NDArray[np.intp]
) -> Hashes:
    """A hash for each word: the polynomial of its letters modulo 2^64, mixed. Marks on letters have no part in it."""
    if not len(first):
        return np.zeros(0, dtype=np.uint64)
    counted = kinds != MARK
    place = np.cumsum(counted)
    powers, inverses = _powers(1 << int(place[-1] + 1).bit_length())
    sums = np.zeros(len(letters) + 1, dtype=np.uint64)
    np.cumsum(letters * counted * powers[place], out=sums[1:])
    return mixed((sums[last + 1] - sums[first]) * inverses[place[first]])


@lru_cache(maxsize=8)
def _powers(size: int) -> tuple[Hashes, Hashes]:
    """Powers of the base and of its inverse modulo 2^64."""
    both = []
    for factor in (_BASE, pow(_BASE, -1, _WRAP)):
        powers = np.full(size, factor, dtype=np.uint64)
        powers[0] = 1
        both.append(np.cumprod(powers))
    return both[0], both[1]


def mixed(hashes: Hashes) -> Hashes:
    """The same hashes with all of their bits made to depend on each other (the finisher of SplitMix64)."""
    hashes = (hashes ^ (hashes >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    hashes = (hashes ^ (hashes >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return hashes ^ (hashes >> np.uint64(31))


def _shifts(spans: Sequence[Span], places: NDArray[np.intp]) -> NDArray[np.intp]:
    """What to add to places in the joined text, so that they are places in the article's."""
    if not spans:
        return np.zeros(len(places), dtype=np.intp)
    lengths = np.array([span.end - span.start + 1 for span in spans])
    begins = np.cumsum(lengths) - lengths
    shift = np.array([span.start for span in spans]) - begins
    found: NDArray[np.intp] = shift[np.searchsorted(begins, places, side="right") - 1]
    return found


def _quoted(text: str) -> NDArray[np.bool_]:
    """A mark for each character that stands inside quotation marks."""
    marks = np.zeros(len(text), dtype=np.bool_)
    for match in _QUOTED.finditer(text):
        marks[match.start() : match.end()] = True
    return marks
