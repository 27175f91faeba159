"""Which lines of a text dump are the article's body: the run of lines with the largest sum of weights, cut where the words change."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from dateline.article.chain import find_notice
from dateline.article.cohesion import find_end
from dateline.article.dates import find_dates
from dateline.article.furniture import furniture, headings
from dateline.article.lines import Line
from dateline.article.patterns import patterns_of
from dateline.model import BlockKind

_AGO = re.compile(
    r"^\W*(?:(?:about |vor |hace |il y a |há )?(?:\d+|an?|one|einer|un|una|une)\s*(?:s|m|h|d|w|mo|sec(?:ond)?s?|min(?:ute)?s?|mins|hrs?|hours?|"
    r"days?|weeks?|months?|years?|sekunden?|minuten?|stunden?|tagen?|wochen?|horas?|minutos?|d[ií]as?|heures?|jours?|ore|giorni|"
    r"часа?|часов|минут[аы]?|дн(?:я|ей)|день)\.?(?:\s*(?:ago|fa|назад|atrás))?|"
    r"\d+\s*(?:小时前|分钟前|天前|時間前|分前|日前|시간 전|분 전|일 전))\W*$",
    re.IGNORECASE,
)
_CREDIT = re.compile(r"^[\(\[]?[^.!?]{2,60}\s?/\s?[^.!?/]{2,40}[\)\]]?$")
_BYLINE = re.compile(
    r"^(?:by|von|par|por|di|da|door|av|af|door|oleh|автор|текст|texte?|written by|reported by|reporting by)\b[:\s]",
    re.IGNORECASE,
)
_HEADING, _FURNITURE, _BULLET, _SHORT = -25, -1, -3, -5


class Marks(NamedTuple):
    """What the phrase tables and patterns say of a line: the kind of section that it opens, the kind that it is."""

    opens: BlockKind | None
    is_kind: BlockKind | None


def mark(line: Line) -> Marks:
    """Look a line up in the tables; long lines are prose and are not looked up."""
    opens = headings().kind_of(line.folded) if line.words <= 12 and len(line.text) < 120 else None
    if line.words > 14:
        return Marks(opens, prose_kind(line) if line.words < 70 else None)
    kind = furniture().kind_of(line.folded)
    if kind is None and _AGO.match(line.text):
        kind = BlockKind.DATELINE
    if kind is None and line.words <= 16 and _BYLINE.match(line.text):
        kind = BlockKind.BYLINE
    if kind is None and line.words <= 14 and not line.is_sentence and _CREDIT.match(line.text):
        kind = BlockKind.CREDIT
    return Marks(opens, kind or prose_kind(line))


def prose_kind(line: Line) -> BlockKind | None:
    """Kind of furniture that is written in sentences: pleas to subscribe, terms of use, notes on comments."""
    if line.words < 4 or _has_speech(line.text):
        return None
    kinds = {row.kind for row, _ in patterns_of("prose_cues.csv").matches(line.text)}
    return next((kind for kind in (BlockKind.LEGAL, BlockKind.PROMO, BlockKind.OTHER) if kind in kinds), None)


def _has_speech(text: str) -> bool:
    """Quoted speech is no furniture, whatever it pleads for."""
    return "“" in text or '"' in text or "„" in text or "«" in text


def weigh(line: Line, marks: Marks) -> int:
    """How much a line speaks for (above 0) or against being body."""
    if marks.opens is not None:
        return _HEADING
    if marks.is_kind is not None or ("|" in line.text and line.words < 25):
        return _FURNITURE
    if line.has_bullet and not line.is_sentence:
        return _BULLET
    if (line.words >= 8 and line.is_sentence) or line.words >= 25:
        return min(line.words, 60)
    return _SHORT


def body_lines(lines: Sequence[Line], marks: Sequence[Marks]) -> list[bool]:
    """Flags, one a line: whether it is body."""
    weights = [weigh(line, found) for line, found in zip(lines, marks, strict=True)]
    first, last = _best_run(weights)
    gaps = [weight <= 0 for weight in weights[first:last]]
    last = first + find_end(
        lines[first:last], gaps, [weight == _HEADING for weight in weights[first:last]], closes_article
    )
    first = _behind_byline(lines, marks, weights, first, last)
    flags = [False] * len(lines)
    for i in range(first, last):
        flags[i] = _is_kept(lines, weights, i, first, last)
    for i in range(last, _with_last_words(lines, weights, last) if last > first else last):
        flags[i] = True
    return flags


def _best_run(weights: Sequence[int]) -> tuple[int, int]:
    """The run of lines with the largest sum."""
    best, best_run, total, start = 0, (0, 0), 0, 0
    for i, weight in enumerate(weights):
        if total <= 0:
            total, start = 0, i
        total += weight
        if total > best:
            best, best_run = total, (start, i + 1)
    return best_run


def _behind_byline(
    lines: Sequence[Line], marks: Sequence[Marks], weights: Sequence[int], first: int, last: int
) -> int:
    """Start of the body: behind a byline or date that has no more than two sentences before it, which are then the dek."""
    prose = 0
    start = first
    for i in range(first, min(first + 10, last)):
        if weights[i] > 0:
            prose += 1
            if prose > 2:
                break
        elif _is_signature(lines[i], marks[i]):
            start = i + 1
    if start == first:
        return first
    return next((i for i in range(start, last) if weights[i] > 0), first)


def _is_signature(line: Line, marks: Marks) -> bool:
    return marks.is_kind in (BlockKind.BYLINE, BlockKind.DATELINE) or (
        line.words <= 10 and bool(find_dates(line.text))
    )


def _is_kept(lines: Sequence[Line], weights: Sequence[int], i: int, first: int, last: int) -> bool:
    """Prose of the run, short sentences beside it, and short lines between two of its paragraphs, such as sub-headings."""
    line = lines[i]
    if weights[i] in (_HEADING, _FURNITURE):
        return False
    if weights[i] > 0 or (line.words >= 15 and not line.has_bullet):
        return True
    if not first < i < last - 1:
        return False
    above, below = weights[i - 1] > 0, weights[i + 1] > 0
    if line.words < 15 and above and below:
        return True
    return line.is_sentence and not line.has_bullet and line.words >= 3 and (above or below)


def _with_last_words(lines: Sequence[Line], weights: Sequence[int], last: int) -> int:
    """End of the body with up to two short sentences that follow it."""
    for i in range(last, min(last + 2, len(lines))):
        if weights[i] != _SHORT or not lines[i].is_sentence or lines[i].words < 3:
            return i
    return min(last + 2, len(lines))


def closes_article(line: Line) -> bool:
    """True for a line that stands at the end of articles: who the author is, where the text first appeared."""
    if line.words >= 60:
        return False
    return (
        find_notice(line.text) is not None or patterns_of("bio_cues.csv").first(line.text[:150]) is not None
    )
