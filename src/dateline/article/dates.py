"""Dates as pages print them, in the languages of `data/months.csv`."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from dateline.article.furniture import rows_of
from dateline.model import DatePrecision, Span

_ISO = re.compile(
    r"(?<![\d/])((?:19|20)\d\d)[-/.](0?[1-9]|1[0-2])[-/.](0?[1-9]|[12]\d|3[01])(?!\d)"
    r"(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:\s?(?:Z|[+-]\d\d:?\d\d))?)?"
)
_DOTTED = re.compile(r"(?<![\d./])(0?[1-9]|[12]\d|3[01])([./-])(0?[1-9]|[12]\d|3[01])\2((?:19|20)\d\d)(?!\d)")
_CHINESE = re.compile(
    r"((?:19|20)\d\d)\s*[年년]\s*(1[0-2]|0?[1-9])\s*[月월]\s*(3[01]|[12]\d|0?[1-9])\s*[日일]?"
)
_KOREAN = re.compile(r"(?<!\d)((?:19|20)\d\d)\.\s(1[0-2]|0?[1-9])\.\s(3[01]|[12]\d|0?[1-9])\.?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_URL_DAY = re.compile(r"[/_-]((?:19|20)\d\d)[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?=\D|$)")


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text: its ISO value, how exact it is, and where."""

    value: str
    precision: DatePrecision
    span: Span


@cache
def _month_numbers() -> dict[str, int]:
    return {
        name: number
        for row in rows_of("months.csv")
        for number, name in enumerate(row["names"].split(), start=1)
    }


@cache
def _named() -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, _month_numbers()), key=len, reverse=True))
    day, year = r"(?<!\d)(?:0?[1-9]|[12]\d|3[01])(?!\d)", r"(?:19|20)\d\d(?!\d)"
    return re.compile(
        rf"(?P<d1>{day})(?:st|nd|rd|th|er|º|°)?[.\s-]*(?:de |of )?\s?(?P<m1>{names})\b\.?,?[\s-]*(?:de |del )?(?P<y1>{year})"
        rf"|\b(?P<m2>{names})\b\.?\s*(?P<d2>{day})(?:st|nd|rd|th)?,?\s*(?P<y2>{year})",
        re.IGNORECASE,
    )


def find_dates(text: str) -> list[FoundDate]:
    """Full dates of a text, in its order. Numbers that may be day or month, such as 03/04/2022, are left out."""
    if not _YEAR.search(text):
        return []
    found = [date for date in _all(text) if date is not None]
    return sorted(found, key=lambda date: date.span)


def _all(text: str) -> Iterator[FoundDate | None]:
    months = _month_numbers()
    for m in _named().finditer(text):
        name = (m["m1"] or m["m2"]).lower()
        yield _found(m["y1"] or m["y2"], months.get(name, 0), m["d1"] or m["d2"], m.span())
    for pattern in (_ISO, _CHINESE, _KOREAN):
        for m in pattern.finditer(text):
            yield _found(m[1], m[2], m[3], m.span())
    for m in _DOTTED.finditer(text):
        first, second = int(m[1]), int(m[3])
        if m[2] == "." or first > 12 or first == second:
            yield _found(m[4], second, first, m.span())
        elif second > 12:
            yield _found(m[4], first, second, m.span())


def _found(year: str, month: str | int, day: str | int, where: tuple[int, int]) -> FoundDate | None:
    try:
        value = dt.date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
    return FoundDate(value, DatePrecision.DAY, Span(*where))


def date_of_url(url: str) -> str | None:
    """The day in the path of an address, as in `/2024/03/12/`."""
    found = _URL_DAY.search(url)
    date = _found(found[1], found[2], found[3], (0, 0)) if found else None
    return date.value if date else None


@lru_cache(maxsize=1024)
def parse_stamp(stamp: str) -> tuple[str, DatePrecision] | None:
    """A machine-written date or time (ISO 8601 or RFC 822) in ISO form with its precision; None for anything else."""
    text = stamp.strip()
    if re.fullmatch(r"(?:19|20)\d\d", text):
        return text, DatePrecision.YEAR
    if re.fullmatch(r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])", text):
        return text, DatePrecision.MONTH
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
            return dt.date.fromisoformat(text).isoformat(), DatePrecision.DAY
        return _time(dt.datetime.fromisoformat(re.sub(r"(\.\d{1,6})\d*", r"\1", text)))
    except ValueError:
        return _loose_stamp(text)


def _time(moment: dt.datetime) -> tuple[str, DatePrecision]:
    return moment.replace(microsecond=0).isoformat(), DatePrecision.TIME


def _loose_stamp(text: str) -> tuple[str, DatePrecision] | None:
    from email.utils import parsedate_to_datetime

    try:
        return _time(parsedate_to_datetime(text))
    except (ValueError, TypeError, IndexError):
        days = find_dates(text)
        return (days[0].value, days[0].precision) if days else None
