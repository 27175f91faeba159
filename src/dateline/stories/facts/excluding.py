"""Whether two answers to one question exclude each other (codebook section 9, rule 3)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.model import WEEKDAYS
from dateline.readers import Question
from dateline.stories.facts.amounts import Amount, can_both_hold, find_amounts
from dateline.stories.facts.asked_values import AskedValue
from dateline.stories.facts.counted_states import PART, State, state_of
from dateline.stories.facts.measures import find_measures
from dateline.stories.facts.minutes import are_apart
from dateline.stories.facts.named_values import are_others
from dateline.stories.terms import WORD

_BOUND = re.compile(r"\b(?:by|until|till|since|before|after|from|within)\s*$", re.IGNORECASE)
_FURTHER = re.compile(r"\s+(?:further|other|others|more|additional)\b(?! than)", re.IGNORECASE)
_ANOTHER = re.compile(r"\b(?:another|further)\s+$", re.IGNORECASE)
_LATE = re.compile(r"\b(?:night|overnight|midnight|late)\b", re.IGNORECASE)
_EARLY = re.compile(r"\b(?:overnight|midnight|early|small hours|dawn)\b", re.IGNORECASE)
_HALF = re.compile(r"\bhalf (?:an? )?$", re.IGNORECASE)
_LASTING = frozenset(("day", "hour"))
_NEARLY = 0.08
"""As much as two units of one measure may round differently."""
_TELLING = 13
"""From here on a number that is found again on a page is no accident."""
_REACH = 24


def exclude(a: AskedValue, b: AskedValue) -> bool:
    """True where, of two answers to one question, only one can be true."""
    if a.question is not b.question:
        return False
    if a.question is Question.HOW_MANY:
        return _counts_exclude(a, b)
    if a.question is Question.HOW_MUCH:
        return _measures_exclude(a, b)
    if a.question is Question.WHEN:
        return _times_exclude(a, b)
    return are_others(a, b)


def _counts_exclude(a: AskedValue, b: AskedValue) -> bool:
    if a.amount is None or b.amount is None or can_both_hold(a.amount, b.amount):
        return False
    if _is_part(a) or _is_part(b) or _is_later_total(a, b):
        return False
    return not (_gives_number(a, b) or _gives_number(b, a))


def _is_part(value: AskedValue) -> bool:
    """Whether it counts some of a number, or those who come to it."""
    after = value.page[value.span.end : value.told.span.end]
    before = value.page[max(value.told.span.start, value.span.start - _REACH) : value.span.start]
    return (
        PART.match(after) is not None
        or _FURTHER.match(after) is not None
        or _ANOTHER.search(before) is not None
    )


def _is_later_total(a: AskedValue, b: AskedValue) -> bool:
    """Whether the later page has the higher number of what may grow."""
    early, late = (a, b) if a.hour <= b.hour else (b, a)
    if early.hour == late.hour or early.amount is None or late.amount is None:
        return False
    states = [_state(value) for value in (a, b)]
    return any(state is not None and state.is_running for state in states) and (
        late.amount.high > early.amount.low
    )


def _state(value: AskedValue) -> State | None:
    amount = value.amount
    return state_of(value.page, amount, value.told.span, value.told.span.end) if amount else None


def _gives_number(a: AskedValue, b: AskedValue) -> bool:
    """Whether the page of `b` gives the number of `a`: anywhere, or a small one in the sentence with its own."""
    if a.amount is None or a.amount.value is None:
        return False
    is_telling = a.amount.value >= _TELLING
    start, end = (0, len(b.page)) if is_telling else b.told.span
    return any(amount.value == a.amount.value for amount in find_amounts(b.page, start, end))


def _measures_exclude(a: AskedValue, b: AskedValue) -> bool:
    first, second = a.measure, b.measure
    if first is None or second is None or first.unit != second.unit:
        return False
    if can_both_hold(first.amount, second.amount) or any(_HALF.search(t) for t in _before((a, b))):
        return False
    if first.unit in _LASTING and first.words != second.words and _are_near(first.amount, second.amount):
        return False
    return not any(
        one.measure is not None
        and any(
            m.unit == one.measure.unit and can_both_hold(m.amount, one.measure.amount)
            for m in find_measures(other.page, 0, len(other.page))
        )
        for one, other in ((a, b), (b, a))
    )


def _are_near(a: Amount, b: Amount) -> bool:
    """Whether two amounts differ as little as rounding to another unit makes them."""
    first, second = a.value or 0.0, b.value or 0.0
    return abs(first - second) <= _NEARLY * max(first, second)


def _times_exclude(a: AskedValue, b: AskedValue) -> bool:
    """Two days, but for one night; or two parts of one day."""
    if any(_BOUND.search(text) for text in (*_before((a, b)), *_openers((a, b)))):
        return False
    if _days_apart(a, b) and not _same_weekday(a, b):
        return not _is_one_night(*sorted((a, b), key=lambda value: value.days or (0, 0)))
    return a.minutes is not None and b.minutes is not None and are_apart(a.minutes, b.minutes)


def _days_apart(a: AskedValue, b: AskedValue) -> bool:
    return a.days is not None and b.days is not None and (a.days[1] < b.days[0] or b.days[1] < a.days[0])


def _before(values: Sequence[AskedValue]) -> list[str]:
    return [value.page[max(0, value.span.start - _REACH) : value.span.start] for value in values]


def _openers(values: Sequence[AskedValue]) -> list[str]:
    return [value.text.split()[0] for value in values if " " in value.text]


def _is_one_night(first: AskedValue, second: AskedValue) -> bool:
    """Whether the one is late on a day and the other early on the next."""
    if first.days is None or second.days is None or second.days[0] - first.days[1] != 1:
        return False
    is_late, is_early = (pattern.search(_around(v)) for pattern, v in ((_LATE, first), (_EARLY, second)))
    has_hour = [value.minutes is not None for value in (first, second)]
    return bool((is_late and is_early) or (is_late and not has_hour[1]) or (is_early and not has_hour[0]))


def _around(value: AskedValue) -> str:
    return value.page[max(0, value.span.start - _REACH) : value.span.end + _REACH // 2]


def _same_weekday(a: AskedValue, b: AskedValue) -> bool:
    """Whether both name one day of the week: which one is meant was only reckoned."""
    words = [{w.lower() for w in WORD.findall(value.text)} & set(WEEKDAYS) for value in (a, b)]
    return bool(words[0] & words[1])
