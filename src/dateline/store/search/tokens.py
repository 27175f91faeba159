"""The tokens of a text in any script: one function for what is stored and for what is asked.

A token is a word in small letters without accents (`élysée` and `Elysee` are one). Scripts without spaces between words, and Hangul,
whose particles hang on to the word, become pairs of neighbouring characters, so a name is found inside a longer run. What counts
as a word: `docs/search.md`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from dateline.store.search.letters import APOSTROPHES, fold, pieces_pattern, units_pattern, words_pattern

TOKENS_VERSION = 1
"""Goes up when the same text gets other tokens: an index made by another version has to be made anew."""
LONGEST = 60
"""Letters of a token that count; what is longer is no word."""

_POSSESSIVE = re.compile(rf"(?<=\w)[{APOSTROPHES}][sS]$")
_ELIDED = re.compile(
    rf"(?:[ldjmnstc]|qu|jusqu|lorsqu|puisqu|quoiqu|un|dell|nell|sull|dall|all|quell)(?=[{APOSTROPHES}][aeiouyhàâäáéèêëíìîïóòôöúùûüœæ])",
    re.IGNORECASE,
)
_THOUSANDS = re.compile(r"(?<!\d)\d{1,3}(?:,\d{3})+(?!\d)")
_STATES = "u.s"
"""`U.S.` and `US` are one token, and not the pronoun."""


class Token(NamedTuple):
    """A token and the stretch of the text that it stands for, in code points, end exclusive."""

    text: str
    start: int
    end: int


def token_string(text: str) -> str:
    """The tokens of a text in order, with a space between them."""
    normal = text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)
    found = [
        " ".join([pair.text for pair in _pairs(match[1])]) if match[1] else _joined(match[0])
        for match in words_pattern().finditer(normal)
    ]
    return " ".join(filter(None, found))


def tokens(text: str) -> list[Token]:
    """The tokens of a text in order, each with its place; the same as those of `token_string`."""
    if unicodedata.is_normalized("NFC", text):
        return list(_tokens(text))
    normal, starts, ends = _composed(text)
    return [Token(token, starts[start], ends[end - 1]) for token, start, end in _tokens(normal)]


def _tokens(text: str) -> Iterator[Token]:
    for match in words_pattern().finditer(text):
        start = match.start()
        for token, first, last in _pairs(match[1]) if match[1] else _parts(match[0]):
            yield Token(token, start + first, start + last)


@lru_cache(maxsize=1 << 16)
def _joined(word: str) -> str:
    return " ".join([token for token, _, _ in _parts(word)])


@lru_cache(maxsize=1 << 16)
def _parts(word: str) -> tuple[Token, ...]:
    """The tokens of one word as the pattern finds it, with their places in it."""
    elided = _ELIDED.match(word)
    parts = [(fold(elided[0]), 0, elided.end())] if elided else []
    first = elided.end() + 1 if elided else 0
    rest = _POSSESSIVE.sub("", word[first:])
    parts.append((_plain(rest), first, first + len(rest)))
    return tuple(Token(text[:LONGEST], start, end) for text, start, end in parts if text)


def _plain(word: str) -> str:
    """A word's letters, with abbreviations and numbers in one spelling each."""
    if word == "US":
        return _STATES
    if "." not in word and "," not in word:
        return fold(word)
    if any(letter.isdecimal() for letter in word):
        return fold(_THOUSANDS.sub(lambda number: number[0].replace(",", ""), word).replace(",", "."))
    letters = fold(word.replace(".", ""))
    return _STATES if letters == "us" else letters


def _pairs(run: str) -> Iterator[Token]:
    """Neighbouring characters two by two; a lone one stays alone."""
    units = [(fold(found[0]), found.start(), found.end()) for found in units_pattern().finditer(run)]
    units = [unit for unit in units if unit[0]]
    if len(units) == 1:
        yield Token(*units[0])
    for (one, start, _), (two, _, end) in pairwise(units):
        yield Token(one + two, start, end)


def _composed(text: str) -> tuple[str, list[int], list[int]]:
    """A text in composed form, and for each of its characters where the original of it starts and ends."""
    normal: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for piece in pieces_pattern().finditer(text):
        letters = unicodedata.normalize("NFC", piece[0])
        normal.append(letters)
        starts += [piece.start()] * len(letters)
        ends += [piece.end()] * len(letters)
    return "".join(normal), starts, ends
