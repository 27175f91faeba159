"""Which line of a text dump is the article's headline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.article.body import Marks
from dateline.article.byline import is_name_line, read_byline
from dateline.article.dates import FoundDate, find_dates
from dateline.article.lines import Line, fold
from dateline.article.outlet import OutletLookup, split_title
from dateline.model import DatePrecision, Span

_WORD = re.compile(r"[^\W\d_]{4,}|[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_META = re.compile(r"^(?:date[:\s]\s*)?(\d{4}-\d{2}-\d{2})(?:T\S+)?\s+(?=\S)", re.IGNORECASE)
_LABEL = re.compile(r"^(?:title|headline)\s*:\s*(?=\S)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Headline:
    """The title as text; `line` is the number of the article's own headline, `copies` of other lines that repeat it.

    `outlet` is the suffix of a saved page title, `date` the date of a line such as "date 2024-03-12 Some title".
    """

    title: str | None
    line: int | None
    copies: tuple[int, ...]
    outlet: str | None
    date: FoundDate | None


def find_headline(
    lines: Sequence[Line], marks: Sequence[Marks], first_body: int, outlets: OutletLookup | None
) -> Headline:
    """The headline among the lines before the body; `first_body` is the number of lines when there is no body."""
    front = lines[:first_body]
    if not front:
        return Headline(None, None, (), None, None)
    top, date = _page_title(front[0])
    story = _story_words(lines[first_body : first_body + 60])
    others = {line.folded for line in front[1:]}
    title, outlet = split_title(top, others, outlets)
    wanted = fold(title)
    repeats = [line.number for line in front[1:] if line.folded == wanted and front[0].words >= 4]
    if repeats:
        chosen = max(repeats)
        copies = tuple(i for i in (0, *repeats) if i != chosen)
        return Headline(lines[chosen].text, chosen, copies, outlet, date)
    best = _best_line(lines, marks, first_body, story)
    if date is not None or outlet is not None or best is None:
        return Headline(title, 0, (), outlet, date)
    return _single(lines, best, first_body, outlets, date)


def _single(
    lines: Sequence[Line], best: int, first_body: int, outlets: OutletLookup | None, date: FoundDate | None
) -> Headline:
    title, outlet = split_title(lines[best].text, (), outlets)
    title = _LABEL.sub("", title)
    folded = lines[best].folded
    copies = tuple(
        line.number
        for line in lines[:first_body]
        if line.number != best
        and (line.folded == folded or (line.folded.startswith(folded + " ") and "|" in line.text))
    )
    return Headline(title, best, copies, outlet, date)


def _page_title(line: Line) -> tuple[str, FoundDate | None]:
    """The first line without the date that some savers put before the title."""
    found = _META.match(line.text)
    if not found:
        return _LABEL.sub("", line.text), None
    start = line.start + found.start(1)
    return line.text[found.end() :], FoundDate(found[1], DatePrecision.DAY, Span(start, start + 10))


def _story_words(lines: Sequence[Line]) -> frozenset[str]:
    """Stems (first five letters) of the longer words of the body: a headline is made of them, a menu is not."""
    return frozenset(word[:5] for line in lines for word in _WORD.findall(line.folded))


def _best_line(
    lines: Sequence[Line], marks: Sequence[Marks], first_body: int, story: frozenset[str]
) -> int | None:
    """The line before the body that looks most like a headline."""
    scored = [
        (score, i)
        for i in range(max(0, first_body - 60), first_body)
        if (score := _title_score(lines, marks, i, first_body, story)) is not None
    ]
    return max(scored, key=lambda found: (found[0], -found[1]))[1] if scored else None


def _title_score(
    lines: Sequence[Line], marks: Sequence[Marks], i: int, first_body: int, story: frozenset[str]
) -> float | None:
    line = lines[i]
    if marks[i].is_kind is not None or marks[i].opens is not None or line.words < 2 or line.words > 40:
        return None
    if _is_signed(line):
        return None
    score = -0.15 * min(first_body - i, 30)
    score += 3 if 5 <= line.words <= 22 else 1 if line.words >= 4 else -2
    score -= (
        3 * line.has_bullet + 2 * (line.is_sentence and line.text[-1] in ".。") + 1.5 * ("|" in line.text)
    )
    stems = [word[:5] for word in _WORD.findall(line.folded)]
    if stems and story:
        score += 5 * sum(stem in story for stem in stems) / len(stems) - 2
    if i + 1 < first_body:
        below = lines[i + 1]
        score += 1.5 * bool((find_dates(below.text) and below.words < 10) or read_byline(below.text))
        score += 1 * (below.is_sentence and below.words >= 8)
    return score


def _is_signed(line: Line) -> bool:
    """A byline, a date, or a name."""
    if read_byline(line.text) is not None or (line.words < 8 and find_dates(line.text)):
        return True
    return line.words < 4 and is_name_line(line.text)
