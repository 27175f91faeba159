"""Which line of a text dump is the article's headline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.article.dates import FoundDate
from dateline.article.lines import Line, fold
from dateline.article.marks import Marks
from dateline.article.outlet import OutletLookup, split_title
from dateline.article.title_lines import best_title_line
from dateline.model import DatePrecision, Span

_META = re.compile(r"^(?:date[:\s]\s*)?(\d{4}-\d{2}-\d{2})(?:T\S+)?\s+(?=\S)", re.IGNORECASE)
_LABEL = re.compile(r"^(?:title|headline|subject)\s*:\s*(?=\S)", re.IGNORECASE)


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
    """The headline among the lines before the body or its first few; `first_body` is the number of lines when there is no body."""
    front = lines[:first_body]
    if not front:
        return Headline(None, None, (), None, None)
    top, date = _page_title(front[0])
    others = {line.folded for line in front[1:]}
    title, outlet = split_title(top, others, outlets)
    wanted = fold(title)
    repeats = [line.number for line in front[1:] if line.folded == wanted and front[0].words >= 4]
    if repeats:
        chosen = max(repeats)
        copies = tuple(i for i in (0, *repeats) if i != chosen)
        return Headline(_in_one_line(lines[chosen].text), chosen, copies, outlet, date)
    best = best_title_line(lines, marks, first_body)
    if date is not None or outlet is not None or best is None:
        return Headline(_in_one_line(title), 0, (), outlet, date)
    return _single(lines, best, first_body, outlets, date)


def _single(
    lines: Sequence[Line], best: int, first_body: int, outlets: OutletLookup | None, date: FoundDate | None
) -> Headline:
    title, outlet = split_title(lines[best].text, (), outlets)
    title = _LABEL.sub("", title)
    folded = lines[best].folded
    copies = tuple(
        line.number
        for line in lines[: max(first_body, best)]
        if line.number != best
        and (line.folded == folded or (line.folded.startswith(folded + " ") and "|" in line.text))
    )
    return Headline(_in_one_line(title), best, copies, outlet, date)


def _page_title(line: Line) -> tuple[str, FoundDate | None]:
    """The first line without the date that some savers put before the title."""
    found = _META.match(line.text)
    if not found:
        return _LABEL.sub("", line.text), None
    start = line.start + found.start(1)
    return line.text[found.end() :], FoundDate(found[1], DatePrecision.DAY, Span(start, start + 10))


def _in_one_line(title: str) -> str:
    """A title without the line breaks of a text that is broken at a fixed width."""
    return " ".join(title.split()) if "\n" in title or "\r" in title else title
