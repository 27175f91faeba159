"""Which lines of a text dump are the article's body: the run of lines with the largest sum of weights, cut where the words change."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.article.dates import find_dates
from dateline.article.ending import find_end
from dateline.article.inside import inside_lines
from dateline.article.lines import Line
from dateline.article.marks import Marks
from dateline.model import BlockKind

_HEADING, _FURNITURE, _BULLET, _SHORT = -25, -1, -3, -7
_DEK = 35
"""Words; a longer line before the byline is a paragraph."""
_BROKEN, _CUT = -2, 30
_ITEM = 25
"""Words; shorter sentences behind a bullet are links as often as prose."""


def weigh(line: Line, marks: Marks) -> int:
    """How much a line speaks for (above 0) or against being body."""
    if marks.opens is not None:
        return _HEADING
    if marks.is_kind is not None or ("|" in line.text and line.words < 25):
        return _FURNITURE
    if line.has_bullet and not line.is_sentence:
        return _BULLET
    if (line.words >= 8 and line.is_sentence) or line.words >= 25:
        return _weigh_prose(line)
    return _SHORT


def _weigh_prose(line: Line) -> int:
    """The words of a line; items of lists count less, and what breaks off is the beginning of a text that stands elsewhere."""
    if line.words < _CUT and line.text.endswith(("…", "...")):
        return _BROKEN
    if line.has_bullet and line.words < _ITEM:
        return line.words // 3
    return min(line.words, 60)


def body_lines(lines: Sequence[Line], marks: Sequence[Marks]) -> list[bool]:
    """Flags, one a line: whether it is body."""
    weights = [weigh(line, found) for line, found in zip(lines, marks, strict=True)]
    first, last = best_run(weights)
    gaps = [weight <= 0 for weight in weights[first:last]]
    last = first + find_end(lines[first:last], marks[first:last], gaps)
    first = behind_byline(lines, marks, weights, first, last)
    flags = [first <= i < last and weights[i] > 0 for i in range(len(lines))]
    gaps = [weight <= 0 for weight in weights[first:last]]
    for i in inside_lines(lines[first:last], marks[first:last], gaps):
        flags[first + i] = True
    for i in range(last, _with_last_words(lines, weights, last) if last > first else last):
        flags[i] = True
    return flags


def best_run(weights: Sequence[int]) -> tuple[int, int]:
    """The run of lines with the largest sum."""
    best, best_run, total, start = 0, (0, 0), 0, 0
    for i, weight in enumerate(weights):
        if total <= 0:
            total, start = 0, i
        total += weight
        if total > best:
            best, best_run = total, (start, i + 1)
    return best_run


def behind_byline(
    lines: Sequence[Line], marks: Sequence[Marks], weights: Sequence[int], first: int, last: int
) -> int:
    """Start of the body: behind a byline or date that has no more than two sentences before it, which are then the dek."""
    prose = 0
    start = first
    for i in range(first, min(first + 10, last)):
        if weights[i] > 0:
            prose += 1
            if prose > 2 or lines[i].words > _DEK:
                break
        elif _is_signature(lines[i], marks[i]):
            start = i + 1
    if start == first:
        return first
    return next((i for i in range(start, last) if weights[i] > 0), first)


def _is_signature(line: Line, marks: Marks) -> bool:
    if marks.is_kind in (BlockKind.BYLINE, BlockKind.DATELINE):
        return True
    return line.words <= 10 and "@" not in line.text and bool(find_dates(line.text))


def _with_last_words(lines: Sequence[Line], weights: Sequence[int], last: int) -> int:
    """End of the body with up to two short sentences that follow it."""
    for i in range(last, min(last + 2, len(lines))):
        if weights[i] != _SHORT or not lines[i].is_sentence or lines[i].words < 3:
            return i
    return min(last + 2, len(lines))
