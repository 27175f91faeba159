"""Which lines between the paragraphs of a body belong to it, such as sub-headings, lists and lines of verse, and which are links and
buttons, by cues that are weighed (`data/inside_weights.csv`).

The weights were fitted by logistic regression over such lines of pages whose bodies are known, each line counted by its share of
the body, and rounded.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate

from dateline.article.dates import find_dates
from dateline.article.furniture import rows_of
from dateline.article.lines import Line
from dateline.article.marks import Marks
from dateline.model import BlockKind

_WORD = re.compile(r"[^\W\d_]{4,}|[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_LINKS = (BlockKind.RELATED, BlockKind.TEASER, BlockKind.MOST_READ, BlockKind.AD)
_DOUBTED = {
    BlockKind.PROMO: "promo",
    BlockKind.LEGAL: "legal",
    BlockKind.OTHER: "other",
    BlockKind.RELATED: "related",
    BlockKind.CREDIT: "credit",
    BlockKind.CAPTION: "caption",
}
"""Kinds that words tell of, and that a story may have words of."""


def inside_lines(lines: Sequence[Line], marks: Sequence[Marks], is_gap: Sequence[bool]) -> list[int]:
    """Numbers of the lines of gaps that are body. `lines` are a body with what stands between its paragraphs."""
    weights = _weights()
    return [
        i for i, cues in cues_inside(lines, marks, is_gap) if sum(weights.get(cue, 0.0) * size for cue, size in cues) > 0
    ]


@cache
def _weights() -> dict[str, float]:
    return {row["cue"]: float(row["weight"]) for row in rows_of("inside_weights.csv")}


def cues_inside(
    lines: Sequence[Line], marks: Sequence[Marks], is_gap: Sequence[bool]
) -> Iterator[tuple[int, list[tuple[str, float]]]]:
    """Lines of the gaps that no table knows, with the cues of each."""
    count = len(lines)
    prose = sum(not gap for gap in is_gap)
    if prose == count or not prose:
        return
    story = Counter(
        word[:5] for line, gap in zip(lines, is_gap, strict=True) if not gap for word in set(_WORD.findall(line.folded))
    )
    words = [0, *accumulate(0 if gap else line.words for line, gap in zip(lines, is_gap, strict=True))]
    copies = Counter(line.folded for line in lines)
    page = [
        ("constant", 1.0),
        ("gaps_of_page", math.log(count / prose)),
        ("bullets_of_page", sum(line.has_bullet and gap for line, gap in zip(lines, is_gap, strict=True)) / count),
    ]
    i = 0
    while i < count:
        if not is_gap[i]:
            i += 1
            continue
        j = next((k for k in range(i, count) if not is_gap[k]), count)
        gap_cues = [*page, *_gap_cues(lines, marks, i, j), ("little_behind", math.log((words[-1] + 50) / (words[-1] - words[j] + 50)))]
        is_linked = False
        for k in range(i, j):
            is_linked = is_linked or marks[k].opens in _LINKS
            kind = marks[k].is_kind
            if marks[k].opens is None and (kind is None or kind in _DOUBTED):
                cues = [*gap_cues, ("under_link_heading", float(is_linked))]
                if kind is not None:
                    cues += (("marked", 1.0), (_DOUBTED[kind], 1.0), ("marked_words", math.log(lines[k].words + 1)))
                cues += _own_cues(lines[k], copies[lines[k].folded])
                cues += _story_cues(lines[k], story)
                cues += _place_cues(lines, marks, i, j, k)
                yield k, cues
        i = j


def _gap_cues(lines: Sequence[Line], marks: Sequence[Marks], i: int, j: int) -> Iterator[tuple[str, float]]:
    size = j - i
    yield "gap_size", math.log(size)
    yield "bullet_share", sum(line.has_bullet for line in lines[i:j]) / size
    yield "furniture_share", sum(mark.is_kind is not None for mark in marks[i:j]) / size
    yield "with_furniture", any(mark.is_kind is not None for mark in marks[i:j])
    yield "with_heading", any(mark.opens is not None for mark in marks[i:j])
    yield "introduced", i > 0 and lines[i - 1].text[-1] in ":："
    yield "first_of_body", i == 0
    yield "last_of_body", j == len(lines)
    yield "words_of_gap", sum(line.words for line in lines[i:j]) / size / 10
    if size == 1 and 0 < i and j < len(lines) and marks[i].is_kind is None:
        yield "sentence_alone", lines[i].is_sentence and not lines[i].has_bullet
        yield "heading_alone", lines[i].words <= 9 and not lines[i].is_sentence and not lines[i].has_bullet


def _own_cues(line: Line, copies: int) -> Iterator[tuple[str, float]]:
    text, words = line.text, line.words
    yield "words", math.log(words + 1)
    yield "one_word", words == 1
    yield "bullet", line.has_bullet
    yield "sentence", line.is_sentence
    yield "question", text[-1] in "?？!"
    yield "colon", text[-1] in ":："
    yield "arrow_or_dots", text[-1] in "»›>→…" or text.endswith("...")
    yield "stops_inside", ". " in text or "! " in text or "? " in text or "。" in text[:-1]
    yield "comma", "," in text or "、" in text or "，" in text
    yield "colon_inside", ": " in text
    yield "bar", "|" in text
    yield "digits", any(c.isdigit() for c in text) and not line.has_bullet
    yield "number_alone", text.isdigit()
    yield "dated", words <= 12 and bool(find_dates(text))
    yield "address", "@" in text or "http" in text or ".com" in text
    yield "small_first", text[0].islower()
    yield "copies", copies > 1
    tokens = text.split()
    if len(tokens) > 3:
        yield "title_case", sum(token[:1].isupper() for token in tokens) / len(tokens)
        yield "capitals", text.isupper()
    else:
        yield "short_capitals", text.isupper()


def _story_cues(line: Line, story: Counter[str]) -> Iterator[tuple[str, float]]:
    stems = {word[:5] for word in _WORD.findall(line.folded)}
    if stems:
        yield "known_words", sum(stem in story for stem in stems) / len(stems)
        yield "often_known_words", sum(story[stem] > 1 for stem in stems) / len(stems)
        yield "unknown_words", min(3, sum(stem not in story for stem in stems)) / 3


def _place_cues(
    lines: Sequence[Line], marks: Sequence[Marks], i: int, j: int, k: int
) -> Iterator[tuple[str, float]]:
    yield "prose_above", k == i > 0
    yield "prose_below", k == j - 1 and j < len(lines)
    yield "prose_around", i > 0 and j < len(lines) and j - i == 1
    yield "under_furniture", k > 0 and marks[k - 1].is_kind is not None
    yield "over_furniture", k + 1 < len(lines) and marks[k + 1].is_kind is not None
    yield "over_bullet", k + 1 < j and lines[k + 1].has_bullet and not lines[k].has_bullet
    yield "under_sentence", k > 0 and lines[k - 1].is_sentence
    yield "under_colon", k > 0 and lines[k - 1].text[-1] in ":："
    yield "like_neighbours", (k > i and lines[k - 1].has_bullet == lines[k].has_bullet)
