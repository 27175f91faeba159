"""Which line of a text dump looks most like the headline, by cues that are weighed (`data/title_weights.csv`).

The weights were fitted by logistic regression over the candidate lines of pages whose titles are known, and rounded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from functools import cache

from dateline.article.byline import is_name_line, read_byline
from dateline.article.dates import find_dates
from dateline.article.furniture import rows_of
from dateline.article.lines import Line
from dateline.article.marks import Marks
from dateline.model import BlockKind

_ABOVE, _INTO = 60, 4
"""Lines above the body's first line, and from it on, that are candidates."""
_WORD = re.compile(r"[^\W\d_]{4,}|[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_SIGNATURES = (BlockKind.BYLINE, BlockKind.DATELINE)


def best_title_line(lines: Sequence[Line], marks: Sequence[Marks], first_body: int) -> int | None:
    """Number of the line that is most likely the headline: above the body, or among its first lines; None without one."""
    story = _story_words(lines[first_body : first_body + 60])
    start, end = max(0, first_body - _ABOVE), min(first_body + _INTO, len(lines))
    signed = {i for i in range(start, min(end + 4, len(lines))) if _is_signed(lines[i], marks[i])}
    scored = [
        (_score(lines, i, first_body, story, signed), -i)
        for i in range(start, end)
        if i not in signed
        and _may_be_title(lines[i], marks[i])
        and not (i >= first_body and _is_prose(lines[i]))
    ]
    return -max(scored)[1] if scored else None


@cache
def _weights() -> dict[str, float]:
    return {row["cue"]: float(row["weight"]) for row in rows_of("title_weights.csv")}


def _may_be_title(line: Line, marks: Marks) -> bool:
    return marks.is_kind is None and marks.opens is None and 2 <= line.words <= 40


def _score(lines: Sequence[Line], i: int, first_body: int, story: frozenset[str], signed: Set[int]) -> float:
    cues = [
        *_own_cues(lines[i]),
        *_story_cues(lines[i], story),
        *_place_cues(lines, i, first_body),
        *_neighbour_cues(lines, i, signed),
    ]
    return sum(_weights()[cue] * size for cue, size in cues)


def _own_cues(line: Line) -> Iterator[tuple[str, float]]:
    yield "five_to_22_words", 5 <= line.words <= 22
    yield "under_four_words", line.words < 4
    yield "bullet", line.has_bullet
    yield "full_stop", line.is_sentence and line.text[-1] in ".。"
    yield "bar", "|" in line.text
    yield "prose", _is_prose(line)
    yield "open_end", line.text[-1] in ":-–,|"
    yield "capitals", line.text.isupper()


def _is_prose(line: Line) -> bool:
    return line.words > 22 or (line.is_sentence and line.words >= 18)


def _story_words(lines: Sequence[Line]) -> frozenset[str]:
    """Stems (first five letters) of the longer words of the body: a headline is made of them, a menu is not."""
    return frozenset(word[:5] for line in lines for word in _WORD.findall(line.folded))


def _story_cues(line: Line, story: frozenset[str]) -> Iterator[tuple[str, float]]:
    stems = [word[:5] for word in _WORD.findall(line.folded)]
    if stems:
        yield "share_of_story_words", sum(stem in story for stem in stems) / len(stems)
        yield "story_words", min(len(story.intersection(stems)), 6) / 3


def _place_cues(lines: Sequence[Line], i: int, first_body: int) -> Iterator[tuple[str, float]]:
    yield "distance", min(max(first_body - i, 0), 30) / 10
    yield "in_body", i >= first_body
    yield "lines_into_body", max(0, i - first_body)
    if lines[i].words >= 3:
        yield from _repeat_cues(lines[i], lines[max(0, i - _ABOVE) : first_body + 1])


def _repeat_cues(line: Line, others: Sequence[Line]) -> Iterator[tuple[str, float]]:
    size = len(line.folded)
    near = [other.folded for other in others if size < len(other.folded) < size + 120]
    yield "ends_another_line", any(text.endswith(line.folded) for text in near)
    yield "opens_another_line", any(text.startswith(line.folded) for text in near)


def _neighbour_cues(lines: Sequence[Line], i: int, signed: Set[int]) -> Iterator[tuple[str, float]]:
    yield "signature_near", any(j in signed for j in range(i + 1, i + 5))
    yield "under_menu", i > 0 and (lines[i - 1].has_bullet or lines[i - 1].words < 4)
    if i + 1 < len(lines) and lines[i].words >= 4:
        under = lines[i + 1]
        yield "over_longer_line", under.words > lines[i].words and under.words >= 8 and not under.has_bullet


def _is_signed(line: Line, marks: Marks) -> bool:
    """A byline, a date, or a name."""
    if marks.is_kind in _SIGNATURES or (line.words < 10 and find_dates(line.text)):
        return True
    return read_byline(line.text) is not None or (line.words < 4 and is_name_line(line.text))
