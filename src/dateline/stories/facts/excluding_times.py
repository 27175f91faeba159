"""Whether two times exclude each other: two days, but for one night, or two parts of one day."""

from __future__ import annotations

import re

from dateline.events import day_of, find_times, resolve_time
from dateline.model import WEEKDAYS
from dateline.stories.events.days import days_of
from dateline.stories.facts.asked_values import AskedValue
from dateline.stories.facts.minutes import are_apart
from dateline.stories.terms import WORD

_BOUND = re.compile(r"\b(?:by|until|till|since|before|after|from|within)\s*$", re.IGNORECASE)
_LATE = re.compile(r"\b(?:night|overnight|midnight|late)\b", re.IGNORECASE)
_EARLY = re.compile(r"\b(?:overnight|midnight|early|small hours|dawn)\b", re.IGNORECASE)
_REACH = 24
_THIS_DAY = frozenset(("today", "tonight", "tomorrow", "yesterday"))
_SHIFTS = {"yesterday": -1, "tomorrow": 1}


def times_exclude(a: AskedValue, b: AskedValue) -> bool:
    """Two days, but for one night; or two parts of one day. A bound excludes nothing here."""
    if any(_is_bound(value) for value in (a, b)):
        return False
    if _days_apart(a, b):
        if _weekdays(a) & _weekdays(b) or _is_after(a, b) or _is_after(b, a):
            return False
        if _gives_day(a, b) or _gives_day(b, a):
            return False
        return not _is_one_night(*sorted((a, b), key=lambda value: value.days or (0, 0)))
    return a.minutes is not None and b.minutes is not None and are_apart(a.minutes, b.minutes)


def _days_apart(a: AskedValue, b: AskedValue) -> bool:
    """Whether both name a single day, and not the same."""
    return a.days is not None and b.days is not None and a.days != b.days and _is_day(a) and _is_day(b)


def _is_day(value: AskedValue) -> bool:
    return value.days is not None and value.days[0] == value.days[1]


def _is_after(a: AskedValue, b: AskedValue) -> bool:
    """Whether one was done after the page of the other came out."""
    published = b.told.reading.article.published
    day = day_of(published.value) if published else None
    return day is not None and a.days is not None and not a.is_ahead and a.days[0] > day.toordinal()


def _gives_day(a: AskedValue, b: AskedValue) -> bool:
    """Whether the page of `b` names the day of `a` too."""
    published = b.told.reading.article.published
    day = day_of(published.value) if published else None
    return any(
        days_of(resolve_time(words, day, is_future=ahead)) == a.days
        for words in find_times(b.page, 0, len(b.page))
        for ahead in (False, True)
    )


def _is_bound(value: AskedValue) -> bool:
    before = value.page[max(0, value.span.start - _REACH) : value.span.start]
    return bool(_BOUND.search(before) or _BOUND.search(value.text.split()[0]))


def _weekdays(value: AskedValue) -> set[str]:
    """The day of the week that the words name: which week is meant was only reckoned."""
    words = {word.lower() for word in WORD.findall(value.text)}
    published = value.told.reading.article.published
    day = day_of(published.value) if published else None
    named = words & set(WEEKDAYS)
    if day is not None:
        named |= {WEEKDAYS[(day.weekday() + _SHIFTS.get(word, 0)) % 7] for word in words & _THIS_DAY}
    return named


def _is_one_night(first: AskedValue, second: AskedValue) -> bool:
    """Whether the one is late on a day and the other early on the next."""
    if first.days is None or second.days is None or second.days[0] - first.days[1] != 1:
        return False
    is_late, is_early = (pattern.search(_around(v)) for pattern, v in ((_LATE, first), (_EARLY, second)))
    has_hour = [value.minutes is not None for value in (first, second)]
    return bool((is_late and is_early) or (is_late and not has_hour[1]) or (is_early and not has_hour[0]))


def _around(value: AskedValue) -> str:
    return value.page[max(0, value.span.start - _REACH) : value.span.end + _REACH // 2]
