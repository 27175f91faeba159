"""Which lines between the paragraphs of a body belong to it, such as sub-headings and lists, and which are links and buttons, by cues that are weighed (`data/inside_weights.csv`).

The weights were fitted by logistic regression over such lines of pages whose bodies are known, each line counted by its share of
the body, and rounded (`tools/fit_body_lines.py`).
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
    BlockKind.RELATED: "related",
    BlockKind.CREDIT: "credit",
    BlockKind.CAPTION: "caption",
}
"""Kinds that words tell of, and that a story may have words of."""


def inside_lines(lines: Sequence[Line], marks: Sequence[Marks], is_gap: Sequence[bool]) -> list[int]:
    """Numbers of the lines of gaps that are body. `lines` are a body with what stands between its paragraphs."""
    weights = _weights()
    return [
        i
        for i, cues in cues_inside(lines, marks, is_gap)
        if sum(weights[cue] * size for cue, size in cues) > 0
    ]


@cache
def _weights() -> dict[str, float]:
    return {row["cue"]: float(row["weight"]) for row in rows_of("inside_weights.csv")}


def cues_inside(
    lines: Sequence[Line], marks: Sequence[Marks], is_gap: Sequence[bool]
) -> Iterator[tuple[int, list[tuple[str, float]]]]:
    """Lines of the gaps that may be body, by their numbers, with the cues of each."""
    prose = sum(not gap for gap in is_gap)
    if prose in (0, len(lines)):
        return
    story = _story(lines, is_gap)
    copies = Counter(line.folded for line in lines)
    page = list(_page_cues(lines, is_gap, prose))
    words = [0, *accumulate(0 if gap else line.words for line, gap in zip(lines, is_gap, strict=True))]
    for i, j in _gaps(is_gap):
        behind = math.log((words[-1] + 50) / (words[-1] - words[j] + 50))
        gap_cues = [*page, ("little_behind", behind), *_gap_cues(lines, marks, i, j)]
        is_linked = False
        for k in range(i, j):
            is_linked = is_linked or marks[k].opens in _LINKS
            if _is_open(marks[k]):
                yield (
                    k,
                    [
                        *gap_cues,
                        ("under_link_heading", is_linked),
                        *_mark_cues(lines[k], marks[k]),
                        *_own_cues(lines[k], copies[lines[k].folded]),
                        *_story_cues(lines[k], story),
                        *_place_cues(lines, marks, i, j, k),
                    ],
                )


def _gaps(is_gap: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Start and end of every stretch of lines that are no prose."""
    start = None
    for i, gap in enumerate((*is_gap, False)):
        if gap and start is None:
            start = i
        elif not gap and start is not None:
            yield start, i
            start = None


def _is_open(mark: Marks) -> bool:
    """True where the tables leave it open whether a line is body."""
    return mark.opens is None and (mark.is_kind is None or mark.is_kind in _DOUBTED)


def _story(lines: Sequence[Line], is_gap: Sequence[bool]) -> Counter[str]:
    """Stems (first five letters) of the prose, with the number of paragraphs that have them."""
    return Counter(
        stem for line, gap in zip(lines, is_gap, strict=True) if not gap for stem in _stems(line.folded)
    )


def _stems(folded: str) -> set[str]:
    return {word[:5] for word in _WORD.findall(folded)}


def _page_cues(lines: Sequence[Line], is_gap: Sequence[bool], prose: int) -> Iterator[tuple[str, float]]:
    bullets = sum(line.has_bullet and gap for line, gap in zip(lines, is_gap, strict=True))
    yield "constant", 1.0
    yield "gaps_of_page", math.log(len(lines) / prose)
    yield "bullets_of_page", bullets / len(lines)


def _gap_cues(lines: Sequence[Line], marks: Sequence[Marks], i: int, j: int) -> Iterator[tuple[str, float]]:
    size = j - i
    marked = sum(mark.is_kind is not None for mark in marks[i:j])
    yield "bullet_share", sum(line.has_bullet for line in lines[i:j]) / size
    yield "furniture_share", marked / size
    yield "with_furniture", marked > 0
    yield "with_heading", any(mark.opens is not None for mark in marks[i:j])
    yield "introduced", i > 0 and lines[i - 1].text[-1] in ":："
    yield "words_of_gap", sum(line.words for line in lines[i:j]) / size / 10
    if size == 1 and i > 0 and j < len(lines) and not marked and not lines[i].has_bullet:
        yield "sentence_alone", lines[i].is_sentence
        yield "heading_alone", lines[i].words <= 9 and not lines[i].is_sentence


def _mark_cues(line: Line, mark: Marks) -> Iterator[tuple[str, float]]:
    if mark.is_kind is not None:
        yield "marked", 1.0
        yield _DOUBTED[mark.is_kind], 1.0
        yield "marked_words", math.log(line.words + 1)


def _own_cues(line: Line, copies: int) -> Iterator[tuple[str, float]]:
    text, words = line.text, line.words
    yield "words", math.log(words + 1)
    yield "question", text[-1] in "?？!"
    yield "colon", text[-1] in ":："
    yield "arrow_or_dots", text[-1] in "»›>→…" or text.endswith("...")
    yield "comma", "," in text or "、" in text or "，" in text
    yield "number_alone", text.isdigit()
    yield "dated", words <= 12 and bool(find_dates(text))
    yield "small_first", text[0].islower()
    yield "copies", copies > 1
    tokens = text.split()
    if len(tokens) > 3:
        yield "title_case", sum(token[:1].isupper() for token in tokens) / len(tokens)
        yield "capitals", text.isupper()
    else:
        yield "short_capitals", text.isupper()


def _story_cues(line: Line, story: Counter[str]) -> Iterator[tuple[str, float]]:
    stems = _stems(line.folded)
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
    yield "under_colon", k > 0 and lines[k - 1].text[-1] in ":："
    yield "like_line_above", k > i and lines[k - 1].has_bullet == lines[k].has_bullet
