"""Sentences of the coded blocks, found before any parse.

A boundary is a mark that ends sentences, with the quotation marks and brackets that close after it, then white space,
then something that can open a sentence. Abbreviations (data/abbreviations.csv) and initials do not end one.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files

from dateline.model import Block, BlockKind, Sentence

# A run of marks is looked at once, from its beginning: pages have runs of thousands.
_END = re.compile(
    r"(?:(?<![.!?…])[.!?…]++[\"”’'»)\]]*+|(?<![。！？])[。！？]++[」』”]*+)(?=\s|$)|(?<=[。！？])"
)
_OPENS = re.compile(r"\s*+[\"“‘'«„(\[¿¡—–-]*+\s*+[^\W_]")
_LAST_WORD = re.compile(r"[^\s\"“”‘(\[]+$")
_LONGEST_WORD = 60
"""Characters before a mark that are looked at; no abbreviation is longer."""
_WORD = re.compile(r"\w+")
_SPACE = re.compile(r"\s*+")
_INITIAL = re.compile(r"(?:[^\W\d_]\.)+")
_LIST_MARK = re.compile(r"\(?\w{1,2}[.)]")
_DATELINE = re.compile(
    r"\s*[A-Z][A-Z.'’-]{2,}(?:[ /][A-Z][A-Z.'’-]+){0,3}(?:,[^—–()\n]{2,40}?)?(?:\s*\([^()\n]{2,30}\))?\s+(?:[—–]|--?)\s+"
    r"|\s*[A-Z][\w.'’ /-]{2,30}(?:,[^—–()\n]{2,40}?)?\s*\((?:[A-Z]{2,5}|Reuters)\)\s*(?:[—–]|--?)\s+"
)
_LONGEST = 1000
"""Characters of a sentence; a longer one, as in lists and pages without marks, is divided."""
_PAUSE = re.compile(r".*[;,](?=\s)|.*\S(?=\s)", re.DOTALL)
_BREAK = re.compile(r"\n|(?<= )\\n(?= |$)", re.MULTILINE)
"""A line's end, an escaped one that an export has left standing included."""


@cache
def abbreviations() -> dict[str, str]:
    """Abbreviation in lower case without its last point -> `never` or `maybe` the end of a sentence."""
    table = files("dateline.language").joinpath("data/abbreviations.csv").read_text("utf-8")
    return {row["abbreviation"]: row["ends"] for row in csv.DictReader(table.splitlines())}


@cache
def openers() -> frozenset[str]:
    """Words that open a sentence rather than go on with a name ("U.S. The ..." against "U.S. Treasury")."""
    table = files("dateline.language").joinpath("data/openers.csv").read_text("utf-8")
    return frozenset(row["word"] for row in csv.DictReader(table.splitlines()))


def split_sentences(text: str, blocks: Iterable[Block]) -> list[Sentence]:
    """Sentences of the blocks, in order. A line is a paragraph; paragraphs are numbered through all blocks given."""
    sentences: list[Sentence] = []
    paragraph = -1
    for block in blocks:
        for line in _lines(text, block):
            pieces = list(_pieces(text, *line))
            paragraph += bool(pieces)
            for start, end in pieces:
                sentences.append(Sentence(len(sentences), start, end, paragraph, BlockKind(block.kind)))
    return sentences


def _lines(text: str, block: Block) -> Iterator[tuple[int, int]]:
    at = block.start
    for mark in _BREAK.finditer(text, block.start, block.end):
        yield at, mark.start()
        at = mark.end()
    yield at, block.end


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Stretches of one line without the white space around them; a dateline that opens it is one of its own."""
    at = start
    opening = _DATELINE.match(text, start, end)
    if opening is not None:
        yield from _trimmed(text, start, opening.end())
        start = at = opening.end()
    for mark in _END.finditer(text, start, end):
        if mark.end() < end and not _is_boundary(text, at, mark, end):
            continue
        yield from _trimmed(text, at, mark.end())
        at = mark.end()
    yield from _trimmed(text, at, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    left = start + len(piece) - len(piece.lstrip())
    right = left + len(piece.strip())
    while right - left > _LONGEST:
        pause = _PAUSE.match(text, left, left + _LONGEST)
        cut = pause.end() if pause is not None else left + _LONGEST
        yield left, cut
        space = _SPACE.match(text, cut, right)
        left = space.end() if space is not None else cut
    if left < right:
        yield left, right


def _is_boundary(text: str, start: int, mark: re.Match[str], end: int) -> bool:
    follows = _OPENS.match(text, mark.end(), end)
    if follows is None:
        return False
    first = follows[0][-1]
    if first.islower():
        return False
    if not mark[0].startswith(".") or mark[0].startswith(".."):
        return True
    word = _LAST_WORD.search(text, max(start, mark.start() - _LONGEST_WORD), mark.start())
    before = word[0].lower() if word else ""
    rule = abbreviations().get(before) or abbreviations().get(before.replace(".", ""))
    if rule == "never" or (
        len(before) <= 2 and _LIST_MARK.fullmatch(before + ".") and word and word.start() == start
    ):
        return False
    if rule == "maybe" or _INITIAL.fullmatch(before + "."):
        following = _WORD.match(text, follows.end() - 1, end)
        return len(mark[0]) > 1 or bool(following and following[0] in openers())
    return True
