"""The latest day and year that a text names in full: a stand-in for the time of a page that does not give its own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from dateline.model import Article

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<month>(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DATES = (
    re.compile(rf"\b{_MONTH}\s*{_DAY}\s*,?\s*{_YEAR}\b", re.IGNORECASE),
    re.compile(rf"\b{_DAY}\s+{_MONTH}\s*,?\s*{_YEAR}\b", re.IGNORECASE),
)
_YEARS = re.compile(r"\b(?:19|20)\d\d\b")
_DAYS_APART = 20
_OTHER_DAY = 0.7
_OTHER_YEAR = 0.85


@dataclass(frozen=True, slots=True)
class ToldTime:
    """The latest day (a running number) and the latest year that a page gives."""

    day: int | None
    year: int | None


def told_time(article: Article, published: int | None) -> ToldTime:
    """From the page's own date where it has one, else from the dates in its text."""
    if published is not None:
        return ToldTime(published, date.fromordinal(published).year)
    days = [day for pattern in _DATES for match in pattern.finditer(article.text) if (day := _day(match))]
    years = [int(year) for year in _YEARS.findall(article.text)]
    return ToldTime(max(days, default=None), max(years, default=None))


def _day(match: re.Match[str]) -> int | None:
    try:
        month = _MONTHS.index(match["month"][:3].lower()) + 1
        return date(int(match["year"]), month, int(match["day"])).toordinal()
    except ValueError:
        return None


def time_factor(a: ToldTime, b: ToldTime) -> float:
    """How much less alike two reports are for the times that they tell: 1 where nothing speaks against one occurrence."""
    if a.day is not None and b.day is not None:
        return _OTHER_DAY if abs(a.day - b.day) > _DAYS_APART else 1.0
    if a.year is not None and b.year is not None and a.year != b.year:
        return _OTHER_YEAR
    return 1.0
