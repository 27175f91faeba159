"""Where an article ends inside a run of prose, by cues that are weighed (`data/end_weights.csv`).

The run may be cut at a gap: lines that are not prose, between two paragraphs. The weights were fitted over pages whose bodies are
known, so that the cuts that they choose leave the most of the body and the least of anything else (`tools/fit_body_lines.py`).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate

from dateline.article.chain import find_notice
from dateline.article.cohesion import Cohesion
from dateline.article.dates import find_dates
from dateline.article.furniture import rows_of
from dateline.article.lines import Line
from dateline.article.marks import Marks
from dateline.article.patterns import patterns_of
from dateline.model import BlockKind

_MIN_WORDS, _MIN_SHARE = 40, 0.15
"""Words, and share of the run's words, that stand before an end."""
_BROKEN = ("…", "...", "[…]")
_OPENING = "“\"«„'‘—–"
_LISTS = (BlockKind.RELATED, BlockKind.TEASER, BlockKind.MOST_READ, BlockKind.AD)
_BOXES = (BlockKind.PROMO, BlockKind.SHARE, BlockKind.LEGAL, BlockKind.NAVIGATION)
_SIGNED = (BlockKind.BYLINE, BlockKind.DATELINE)


def find_end(lines: Sequence[Line], marks: Sequence[Marks], is_gap: Sequence[bool]) -> int:
    """Number of lines of the run that belong to the article: up to the gap that looks most like an end, if any does."""
    weights = _weights()
    best, end = 0.0, len(lines)
    for gap, cues in gaps_of(lines, marks, is_gap):
        score = sum(weights[cue] * size for cue, size in cues)
        if score > best:
            best, end = score, gap
    return end


@cache
def _weights() -> dict[str, float]:
    return {row["cue"]: float(row["weight"]) for row in rows_of("end_weights.csv")}


def gaps_of(
    lines: Sequence[Line], marks: Sequence[Marks], is_gap: Sequence[bool]
) -> Iterator[tuple[int, list[tuple[str, float]]]]:
    """Gaps at which the run may be cut, by their first line, with the cues of each."""
    count = len(lines)
    starts = [i for i in range(2, count) if is_gap[i] and not is_gap[i - 1]]
    if not starts:
        return
    sums = _Sums(lines, marks, is_gap)
    total = sums.words[count]
    for i in starts:
        if sums.words[i] < max(_MIN_WORDS, _MIN_SHARE * total):
            continue
        j = next((k for k in range(i, count) if not is_gap[k]), count)
        if j < count:
            yield i, [*sums.cues(i, j), *_gap_cues(lines, marks, i, j)]


class _Sums:
    """Sums over the first lines of a run, so that any part of it is measured at once."""

    def __init__(self, lines: Sequence[Line], marks: Sequence[Marks], is_gap: Sequence[bool]) -> None:
        self.count = len(lines)
        self.cohesion = Cohesion(lines)
        self.words = _sums(line.words for line in lines)
        self.prose = _sums(not gap for gap in is_gap)
        pairs = list(zip(lines, is_gap, strict=True))
        self.bullets = _sums(line.has_bullet and not gap for line, gap in pairs)
        self.titled = _sums(
            i > 0 and not gap and is_gap[i - 1] and _may_be_title(lines[i - 1])
            for i, gap in enumerate(is_gap)
        )
        self.broken = _sums(not gap and line.text.endswith(_BROKEN) for line, gap in pairs)
        self.speech = _sums(not gap and line.text[0] in _OPENING for line, gap in pairs)
        self.signed = _sums(_is_signed(line, mark) for line, mark in zip(lines, marks, strict=True))
        self.headings = _sums(mark.opens is not None for mark in marks)
        copies = Counter(line.folded for line, gap in pairs if gap)
        self.repeated = _sums(gap and copies[line.folded] > 1 for line, gap in pairs)

    def cues(self, i: int, j: int) -> Iterator[tuple[str, float]]:
        """How the part behind a gap, lines `i` to `j`, differs from the part before."""
        n, total = self.count, self.words[-1]
        before, behind = self.prose[i], self.prose[n] - self.prose[j]
        yield "constant", 1.0
        yield "fewer_known_words", self.cohesion.drop(i)
        yield "fewer_repeats_behind", self.cohesion.scatter(i)
        yield "shorter_lines", math.log((self.words[i] / i) / ((total - self.words[i]) / (n - i)))
        yield "share_before", math.log(self.words[i] / total)
        yield "little_before", max(0.0, math.log(200 / self.words[i]))
        yield "few_paragraphs_behind", behind <= 2
        yield "bullets_behind", (self.bullets[n] - self.bullets[j]) / behind
        yield "bullets_before", self.bullets[i] / before
        yield "titled_behind", (self.titled[n] - self.titled[i]) / behind
        yield "titled_before", self.titled[i] / before
        yield "broken_behind", (self.broken[n] - self.broken[j]) / behind
        yield "speech_behind", (self.speech[n] - self.speech[j]) / behind - self.speech[i] / before
        yield "signed_behind", min(1.0, (self.signed[n] - self.signed[i]) / behind)
        yield "signed_before", min(1.0, self.signed[i] / before)
        yield "headings_behind", min(1.0, (self.headings[n] - self.headings[j]) / behind)
        yield "repeated_behind", min(1.0, (self.repeated[n] - self.repeated[i]) / behind)


def _gap_cues(lines: Sequence[Line], marks: Sequence[Marks], i: int, j: int) -> Iterator[tuple[str, float]]:
    """What stands in the gap itself and right before it."""
    opened = {mark.opens for mark in marks[i:j]}
    kinds = {mark.is_kind for mark in marks[i:j]}
    yield "list_heading", not opened.isdisjoint(_LISTS)
    yield "box_heading", not opened.isdisjoint(_BOXES)
    yield "comment_heading", BlockKind.OTHER in opened
    yield "bio_heading", BlockKind.BIO in opened
    yield "share", BlockKind.SHARE in kinds
    yield "promo", BlockKind.PROMO in kinds
    yield "link", BlockKind.RELATED in kinds
    yield "signed", any(_is_signed(lines[k], marks[k]) for k in range(i, j))
    yield (
        "new_story",
        any(_is_signed(lines[k], marks[k]) for k in range(max(i, j - 4), j))
        and any(_may_be_title(lines[k]) and not lines[k].has_bullet for k in range(max(i, j - 3), j)),
    )
    yield "closed_before", any(closes_article(line) for line in lines[max(0, i - 3) : i])
    yield "closed_in_gap", any(closes_article(line) for line in lines[i:j])


def _sums(sizes: Iterator[int]) -> list[int]:
    return [0, *accumulate(sizes)]


def _may_be_title(line: Line) -> bool:
    return 4 <= line.words <= 20 and not line.is_sentence


def _is_signed(line: Line, mark: Marks) -> bool:
    if mark.is_kind in _SIGNED:
        return True
    return line.words <= 10 and bool(find_dates(line.text))


def closes_article(line: Line) -> bool:
    """True for a line that stands at the end of articles: who the author is, where the text first appeared."""
    if not 5 <= line.words < 60:
        return False
    return (
        find_notice(line.text) is not None or patterns_of("bio_cues.csv").first(line.text[:150]) is not None
    )
