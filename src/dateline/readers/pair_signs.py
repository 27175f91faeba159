"""What each word piece of a sentence finds in another sentence: its word again, its number again, or another number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

PLAIN, SHARED, SAME_NUMBER, OTHER_NUMBER = range(4)
SIGNS = 4

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")
_STEM = 5
_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_NUMBERS = {word: float(n) for n, word in enumerate(_ONES)} | {
    word: 10.0 * n for n, word in enumerate(_TENS, 2)
}
_TIMES = {"dozen": 12.0, "hundred": 100.0, "thousand": 1e3, "million": 1e6, "billion": 1e9}


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    stem: str
    number: float | None


def signs(text: str, places: Sequence[tuple[int, int]], other: str) -> list[int]:
    """A sign for each piece of `text`, by where it stands; pieces that are not of the text are plain."""
    words, there = _words(text), _words(other)
    stems = {word.stem for word in there}
    numbers = {word.number for word in there if word.number is not None}
    found = [PLAIN] * len(places)
    for word in words:
        sign = SHARED if word.stem in stems else PLAIN
        if word.number is not None:
            sign = SAME_NUMBER if word.number in numbers else OTHER_NUMBER
        for n, (start, end) in enumerate(places):
            if end and start >= word.start and end <= word.end:
                found[n] = sign
    return found


def _words(text: str) -> list[_Word]:
    """The words of a text; those that make one number ("twenty-three thousand") have it all of them."""
    found = [
        _Word(m.start(), m.end(), m[0].lower()[:_STEM], _number(m[0].lower())) for m in _WORD.finditer(text)
    ]
    made: list[_Word] = []
    at = 0
    while at < len(found):
        end = at + 1
        while end < len(found) and _go_on(text, found[end - 1], found[end]):
            end += 1
        number = _joined(found[at:end])
        made += [_Word(w.start, w.end, w.stem, number) for w in found[at:end]]
        at = end
    return made


def _number(word: str) -> float | None:
    if word[0].isdigit():
        return float(word.replace(",", "")) if word.replace(",", "").replace(".", "", 1).isdigit() else None
    return _NUMBERS.get(word, _TIMES.get(word))


def _go_on(text: str, word: _Word, after: _Word) -> bool:
    """Whether two words are of one number."""
    if word.number is None or after.number is None or text[word.end : after.start] not in (" ", "-"):
        return False
    return after.number in _TIMES.values() or (20 <= word.number < 100 and after.number < 10)


def _joined(words: Sequence[_Word]) -> float | None:
    """The number that some words make together."""
    total: float | None = None
    for word in words:
        if word.number is None:
            return None
        if total is not None and word.number in _TIMES.values():
            total *= word.number
        else:
            total = word.number + (total or 0.0)
    return total
