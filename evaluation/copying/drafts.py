"""A text made of pieces, each of which remembers the words of an original that it was taken from."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_WORD = re.compile(r"\w+")
_SENTENCE_GAP = re.compile(r"(?<=[.!?])[\"”’]?\s+(?=[“\"‘A-Z])")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words as they stand in a text; `base` and `start` say where they stood in an original, if they come from one."""

    text: str
    base: str = ""
    start: int = 0

    def part(self, start: int, end: int) -> Piece:
        """A stretch of the piece by its own offsets."""
        return Piece(self.text[start:end], self.base, self.start + start if self.base else 0)


Paragraph = tuple[Piece, ...]
Draft = tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Taken:
    """A stretch of a text that stands word for word in an original: offsets of both."""

    base: str
    original: tuple[int, int]
    copy: tuple[int, int]
    words: int


def draft_of(base: str, text: str, paragraphs: Iterable[tuple[int, int]]) -> Draft:
    """An original's paragraphs, all taken from itself."""
    return tuple((Piece(text[start:end], base, start),) for start, end in paragraphs)


def own(words: str) -> Paragraph:
    """A paragraph that comes from no original."""
    return (Piece(words),)


def text_of(paragraphs: Draft) -> str:
    return "\n".join("".join(piece.text for piece in paragraph) for paragraph in paragraphs)


def words_of(paragraphs: Draft) -> int:
    return len(_WORD.findall(text_of(paragraphs)))


def changed(paragraph: Paragraph, changes: Sequence[tuple[int, int, str]]) -> Paragraph:
    """The paragraph with stretches (by offsets into it, in order, apart from each other) put in other words."""
    pieces: list[Piece] = []
    at = 0
    for start, end, words in changes:
        pieces += stretch(paragraph, at, start)
        pieces += [Piece(words)] if words else []
        at = end
    return (*pieces, *stretch(paragraph, at, len("".join(piece.text for piece in paragraph))))


def stretch(paragraph: Paragraph, start: int, end: int) -> list[Piece]:
    """The pieces between two offsets of a paragraph."""
    found, at = [], 0
    for piece in paragraph:
        first, last = max(start, at) - at, min(end, at + len(piece.text)) - at
        if first < last:
            found.append(piece.part(first, last))
        at += len(piece.text)
    return found


def sentences(paragraph: Paragraph) -> list[Paragraph]:
    """The paragraph in sentences; the space between two goes with the first."""
    text = "".join(piece.text for piece in paragraph)
    cuts = [0, *(match.end() for match in _SENTENCE_GAP.finditer(text)), len(text)]
    return [tuple(stretch(paragraph, a, b)) for a, b in itertools.pairwise(cuts) if a < b]


def taken(paragraphs: Draft, offset: int, least_words: int) -> list[Taken]:
    """What stands word for word in originals, from so many words on; `offset` is where the draft starts in its page."""
    runs: list[tuple[Piece, int, str]] = []
    at = offset
    for paragraph in paragraphs:
        for number, piece in enumerate(paragraph):
            last = runs[-1] if runs else None
            gap = "" if number else "\n"
            if piece.base and last is not None and _goes_on(last, piece, at, len(gap)):
                runs[-1] = (last[0], last[1], last[2] + gap + piece.text)
            elif piece.base:
                runs.append((piece, at, piece.text))
            at += len(piece.text)
        at += 1
    return [
        Taken(first.base, (first.start, first.start + len(words)), (place, end), count)
        for first, place, words in runs
        if (count := len(_WORD.findall(words))) >= least_words and (end := place + len(words))
    ]


def _goes_on(last: tuple[Piece, int, str], piece: Piece, at: int, gap: int) -> bool:
    """True when a piece follows in its original, too, with the same room between."""
    first, place, words = last
    follows = piece.base == first.base and piece.start - first.start - len(words) == gap
    return follows and at - place - len(words) == gap
