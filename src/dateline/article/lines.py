"""The lines of a text and what can be told of each at a glance."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

_LINE = re.compile(r"[^\r\n]+")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_THAI = re.compile(r"[\u0e00-\u0e7f\u0e80-\u0eff\u1780-\u17ff\u1000-\u109f]")
_CLOSING = "\"'”’»«›)]」』）】*†‡ \u00a0"
_ENDINGS = frozenset(".!?…。！？।۔؟։።")
_BULLET = re.compile(r"(?:[•●▪■◦‣⁃·∙►▶»›→*]|[-–—](?=\s)|\d{1,2}[.)](?=\s))\s*")
_EDGES = ' \t\u00a0:：.…>»›|→▶►•·*#-–—[]()<"“”'


class Line(NamedTuple):
    """A non-blank line. `start` and `end` are its first and last visible characters in the text, `end` exclusive.

    `words` counts half the characters in Chinese and Japanese, a fifth in scripts without spaces such as Thai. `folded` is
    for comparing with phrases: lower case, without bullet, one space between words, straight apostrophes.
    """

    number: int
    start: int
    end: int
    text: str
    folded: str
    words: int
    is_sentence: bool
    has_bullet: bool
    after_blank: bool


def lines_of(text: str) -> list[Line]:
    """All non-blank lines, in order."""
    return list(_lines(text))


def lines_of_texts(texts: Iterable[str]) -> list[Line]:
    """The same of lines that are known already, without white space at their ends, and will be joined by line feeds."""
    lines, at = [], 0
    for number, text in enumerate(texts):
        lines.append(_line(number, at, text, number == 0))
        at += len(text) + 1
    return lines


def _lines(text: str) -> Iterator[Line]:
    number, last = 0, 0
    for match in _LINE.finditer(text):
        raw = match.group()
        content = raw.strip()
        if not content:
            continue
        start = match.start() + len(raw) - len(raw.lstrip())
        gap = text[last:start]
        is_apart = gap.count("\n") > 1 or (gap.count("\r") > 1 and "\n" not in gap) or number == 0
        yield _line(number, start, content, is_apart)
        number, last = number + 1, start + len(content)


def _line(number: int, start: int, content: str, after_blank: bool) -> Line:
    bullet = _BULLET.match(content)
    return Line(
        number,
        start,
        start + len(content),
        content,
        fold(content[bullet.end() :] if bullet else content),
        count_words(content),
        ends_sentence(content),
        bullet is not None,
        after_blank,
    )


def fold(text: str) -> str:
    """Lower case, one space between words, straight apostrophes, no decoration at the edges."""
    return " ".join(text.casefold().replace("’", "'").split()).strip(_EDGES) or text.strip()


def count_words(text: str) -> int:
    """Words between spaces; characters count in scripts that do not space them."""
    words = len(text.split())
    if text.isascii():
        return words
    dense = len(_CJK.findall(text))
    if dense > 4:
        return max(words, dense // 2)
    thai = len(_THAI.findall(text))
    return max(words, thai // 5) if thai > 10 else words


def ends_sentence(text: str) -> bool:
    """True when the last character, closing quotes and brackets aside, ends a sentence."""
    core = text.rstrip(_CLOSING)
    return bool(core) and core[-1] in _ENDINGS
