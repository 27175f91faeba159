"""Time expressions of a sentence, resolved against the page's date (codebook section 5, rules 11 and 12)."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

from dateline.model import MONTHS, WEEKDAYS, DatePrecision, EventDate, Span

_SHORT = {m[:3]: i for i, m in enumerate(MONTHS, 1)} | {"sept": 9}
_MONTH = rf"(?P<month>{'|'.join(month.capitalize() for month in MONTHS)}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
_PATTERNS = [
    ("iso", re.compile(r"\b(?P<year>\d{4})-(?P<m>\d\d)-(?P<day>\d\d)\b")),
    (
        "day",
        re.compile(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {_MONTH}(?:,? (?P<year>(?:19|20)\d\d))?"),
    ),
    (
        "day",
        re.compile(rf"\b{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\d)(?:,? (?P<year>(?:19|20)\d\d))?"),
    ),
    (
        "month",
        re.compile(rf"\b(?:in |since |last |of |early |late |mid-)?{_MONTH},? (?P<year>(?:19|20)\d\d)\b"),
    ),
    ("month", re.compile(rf"\b(?:in|since|last|next|this|early|late|during|by) {_MONTH}(?! \d)")),
    (
        "weekday",
        re.compile(
            rf"\b(?:(?P<which>last|next|this|on|for|until|by) )?(?P<weekday>{'|'.join(WEEKDAYS)})\b",
            re.IGNORECASE,
        ),
    ),
    ("near", re.compile(r"\b(?P<near>yesterday|today|tonight|tomorrow)\b", re.IGNORECASE)),
    ("span", re.compile(r"\b(?P<which>last|next|this) (?P<unit>week|month|year|weekend)\b", re.IGNORECASE)),
    ("year", re.compile(r"\b(?:in|since|during|of) (?P<year>(?:19|20)\d\d)\b")),
]


@dataclass(frozen=True, slots=True)
class TimeWords:
    """A time expression: where it stands, and how to resolve it."""

    span: Span
    kind: str
    groups: dict[str, str]


def find_times(text: str, start: int, end: int) -> list[TimeWords]:
    """Time expressions between two offsets, longest first where they overlap, in order."""
    found: list[TimeWords] = []
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(text, start, end):
            span = Span(*match.span())
            if not any(span.touches(other.span) for other in found):
                found.append(TimeWords(span, kind, {k: v for k, v in match.groupdict().items() if v}))
    return sorted(found, key=lambda t: t.span.start)


def resolve_time(words: TimeWords, published: datetime.date | None, *, is_future: bool) -> EventDate | None:
    """The date that the words mean on a page of that day; None where it hangs on a day that is not known.

    Args:
        is_future: the act lies ahead, so that a bare weekday is the next one (else the last).
    """
    value = _value(words, published, is_future)
    if value is None:
        return None
    precision = {4: DatePrecision.YEAR, 7: DatePrecision.MONTH, 10: DatePrecision.DAY}.get(
        len(value), DatePrecision.RANGE
    )
    return EventDate(value, precision, words.span)


def _value(words: TimeWords, published: datetime.date | None, is_future: bool) -> str | None:
    groups = words.groups
    if words.kind == "iso":
        return _valid(f"{groups['year']}-{groups['m']}-{groups['day']}")
    if words.kind == "year":
        return groups["year"]
    if words.kind in ("day", "month"):
        return _calendar(words, published, is_future)
    if published is None:
        return None
    if words.kind == "near":
        shift = {"yesterday": -1, "tomorrow": 1}.get(groups["near"].lower(), 0)
        return (published + datetime.timedelta(days=shift)).isoformat()
    if words.kind == "weekday":
        return _weekday(groups, published, is_future).isoformat()
    return _period(groups, published)


def _calendar(words: TimeWords, published: datetime.date | None, is_future: bool) -> str | None:
    groups = words.groups
    month = _SHORT[
        groups["month"]
        .lower()
        .rstrip(".")[: 4 if groups["month"].lower().startswith("sept") and len(groups["month"]) < 6 else 3]
    ]
    year = int(groups["year"]) if "year" in groups else None
    if year is None:
        if published is None:
            return None
        year = _nearest_year(month, int(groups.get("day", 1)), published, is_future)
    if "day" in groups:
        return _valid(f"{year}-{month:02}-{int(groups['day']):02}")
    return f"{year}-{month:02}"


def _nearest_year(month: int, day: int, published: datetime.date, is_future: bool) -> int:
    ahead = (month, day) > (published.month, published.day)
    if is_future:
        return published.year if (month, day) >= (published.month, 1) else published.year + 1
    return published.year - 1 if ahead and (month - published.month) > 1 else published.year


def _weekday(groups: dict[str, str], published: datetime.date, is_future: bool) -> datetime.date:
    wanted = WEEKDAYS.index(groups["weekday"].lower())
    back = (published.weekday() - wanted) % 7
    which = groups.get("which", "").lower()
    if is_future or which in ("next", "for", "until", "by"):
        return published + datetime.timedelta(days=(-back) % 7 or (7 if which == "next" else 0))
    return published - datetime.timedelta(days=back or (7 if which == "last" else 0))


def _period(groups: dict[str, str], published: datetime.date) -> str | None:
    shift = {"last": -1, "this": 0, "next": 1}[groups["which"].lower()]
    unit = groups["unit"].lower()
    if unit == "year":
        return str(published.year + shift)
    if unit == "month":
        months = published.year * 12 + published.month - 1 + shift
        return f"{months // 12}-{months % 12 + 1:02}"
    monday = published - datetime.timedelta(days=published.weekday()) + datetime.timedelta(weeks=shift)
    first = monday + datetime.timedelta(days=5 if unit == "weekend" else 0)
    return f"{first.isoformat()}/{(monday + datetime.timedelta(days=6)).isoformat()}"


def _valid(value: str) -> str | None:
    try:
        return datetime.date.fromisoformat(value).isoformat()
    except ValueError:
        return None


def day_of(value: str | None) -> datetime.date | None:
    """The day of an ISO date or time; None for a coarser value or none."""
    try:
        return datetime.date.fromisoformat((value or "")[:10])
    except ValueError:
        return None
