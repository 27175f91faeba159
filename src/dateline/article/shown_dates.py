"""Dates that stand in the lines of a page: in its byline, under its headline."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dateline.article.dates import FoundDate, find_dates
from dateline.article.furniture import rows_of
from dateline.article.layout import Layout
from dateline.article.lines import Line
from dateline.article.update_cues import is_update
from dateline.model import BlockKind, DatedValue, DatePrecision, Span

_CLOCK = re.compile(
    r"\W{0,4}(?:\b(?:at|um|à|as|às|alle|kl|klo|ore|a las|om|saat|pukul|в)\b\W{0,3})?(?P<hour>[01]?\d|2[0-3])\s?[:.h]\s?(?P<minute>[0-5]\d)"
    r"(?::[0-5]\d)?(?!\d)\s*(?P<half>[ap]\.?\s?m\b\.?)?\s*(?:uhr\b)?\W{0,2}(?P<zone>[a-z]{1,4}\b)?",
    re.IGNORECASE,
)
_ABOVE, _UNDER, _INTO_BODY, _ELSEWHERE = 2, 12, 2, 8
"""Lines over the headline, under it and into the body that are by the headline; lines elsewhere that are read."""
_SHORT = 8
"""Words of a line of the body that may be a date line which came along."""


@dataclass(frozen=True, slots=True)
class ShownDate:
    """A date of a line, with the time of day beside it where there is one; `is_front` where it stands by the headline."""

    date: DatedValue
    clock: dt.datetime | None
    is_update: bool
    is_front: bool


def shown_dates(layout: Layout) -> tuple[ShownDate, ...]:
    """Dates of bylines and date lines, and of short lines under the headline: those by the headline first, bylines before date
    lines. Elsewhere the first few are enough, since lists of other stories are full of dates."""
    start, first = layout.front()
    end = max(first + _INTO_BODY, start + _UNDER)
    lines = sorted(
        (not start - _ABOVE <= i < end, kind is not BlockKind.BYLINE, i)
        for i, kind in enumerate(layout.kinds)
        if kind is BlockKind.BYLINE
        or kind is BlockKind.DATELINE
        or (kind is BlockKind.BODY and start < i < start + _UNDER and layout.lines[i].words <= _SHORT)
    )
    front = sum(not is_far for is_far, _, _ in lines)
    return tuple(
        date
        for is_far, is_line, i in lines[: front + _ELSEWHERE]
        for date in _dates_of(layout, i, "dateline" if is_line else "byline", not is_far)
    )


def _dates_of(layout: Layout, number: int, source: str, is_front: bool) -> Iterator[ShownDate]:
    line = layout.lines[number]
    for date in find_dates(line.text):
        before = line.text[: date.span.start] or (layout.lines[number - 1].text if number else "")
        clock = _clock_behind(line, date)
        aware = clock is not None and clock.tzinfo is not None
        span = Span(line.start + date.span.start, line.start + date.span.end)
        value = clock.isoformat() if clock is not None and aware else date.value
        precision = DatePrecision.TIME if aware else date.precision
        yield ShownDate(DatedValue(value, precision, source, span), clock, is_update(before[-40:]), is_front)


def _clock_behind(line: Line, date: FoundDate) -> dt.datetime | None:
    """The moment that a date and the time of day behind it name: with a zone where one is named beyond doubt."""
    found = _CLOCK.match(line.text, date.span.end)
    if not found:
        return None
    hour, half = int(found["hour"]), (found["half"] or "").lower()
    if half and not 1 <= hour <= 12:
        return None
    hour = hour % 12 + (12 if half.startswith("p") else 0) if half else hour
    moment = dt.datetime.combine(dt.date.fromisoformat(date.value), dt.time(hour, int(found["minute"])))
    offset = _zones().get((found["zone"] or "").lower())
    return (
        moment.replace(tzinfo=dt.datetime.fromisoformat(f"2000-01-01T00:00{offset}").tzinfo)
        if offset
        else moment
    )


@cache
def _zones() -> dict[str, str]:
    return {row["zone"]: row["offset"] for row in rows_of("zones.csv")}
