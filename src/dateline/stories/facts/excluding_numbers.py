"""Whether two numbers exclude each other: neither rounded, nor a part, a bound or a later state of the other."""

from __future__ import annotations

import re

from dateline.readers import likeness
from dateline.stories.facts.amounts import Amount, can_both_hold, find_amounts
from dateline.stories.facts.asked_values import AskedValue
from dateline.stories.facts.counted_nouns import PEOPLE, counted_noun, unit_of
from dateline.stories.facts.counted_states import PART, State, state_of
from dateline.stories.facts.measures import find_measures
from dateline.stories.stems import stem
from dateline.stories.wordlists import word_list

_FURTHER = re.compile(
    r"[\s-]+(?:further|other|others|more|additional|old|later|earlier|ago|before|after)\b(?! than)",
    re.IGNORECASE,
)
_ANOTHER = re.compile(
    r"\b(?:another|further|half|half an?|past|among (?:them|whom)|including|(?:of|among) (?:whom|them))(?: \w+)?\s+$",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"""\s+and\ (?:a\ half|a\ quarter|(?:\w+\ )?(?:day|hour|minute|week|month)s?\b) | (?<=hundred)\s+and\ \w+ | (?<=thousand)\s+and\ \w+
    | \s+(?:past|to)\ (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b
    | \s+(?:in\ the\ morning|in\ the\ afternoon|o.clock) | \s+(?:to|and|or)\ \S+\ per\ ?cent""",
    re.IGNORECASE | re.VERBOSE,
)
"""Behind words that are only a piece of a number, of a measure or of an hour: "four *and a half*", "half *past eight*"."""
_GREW = re.compile(
    r"\b(?:grown|grew|risen|rose|climbed|increased|swelled|now|meanwhile|since)\b", re.IGNORECASE
)
_SO_FAR = re.compile(
    r"\b(?:counted|so far|until now|by then|preliminary|partial|provisional|early figures|first figures|at least|initial|returns)\b",
    re.IGNORECASE,
)
_WHOLE = re.compile(r"\b(?:\d[\d,]* of|of (?:the|its|his|her|their)(?: [\w'’]+){0,2})\s+$", re.IGNORECASE)
_ROUNDED, _HEDGED = 0.08, 0.15
"""By how much a round number may differ from what it stands for, and one that is given as rough."""
_TELLING = 13
"""From here on a number that is found again on a page is no accident."""
_REACH = 24
_TEN = 10
_FEWEST = 5
"""Smaller numbers of one kind stand on a page too often to be told apart by what is around them."""
_LASTING = frozenset(("day",))
_FAR = 8
_LIKE_NOUNS, _LIKE_STUFF = 0.3, 0.6


def counts_exclude(a: AskedValue, b: AskedValue) -> bool:
    """Two numbers of people or things."""
    if a.amount is None or b.amount is None or _may_both_hold(a.amount, b.amount):
        return False
    if not (_is_told(a.amount) and _is_told(b.amount)) or _are_far_apart(a, b):
        return False
    if _is_part(a) or _is_part(b) or _is_later_total(a, b) or not _count_one_kind(a, b):
        return False
    return not (_gives_number(a, b) or _gives_number(b, a))


def measures_exclude(a: AskedValue, b: AskedValue) -> bool:
    """Two measures or sums in one unit."""
    first, second = a.measure, b.measure
    if first is None or second is None or first.unit != second.unit or _is_part(a) or _is_part(b):
        return False
    if _are_far_apart(a, b) or not _measure_one_thing(a, b):
        return False
    if _may_both_hold(first.amount, second.amount) or _is_later_total(a, b):
        return False
    return not (_gives_measure(a, b) or _gives_measure(b, a))


def _may_both_hold(a: Amount, b: Amount) -> bool:
    """Whether both can be true, or one is as near to the other as rounding brings it."""
    if can_both_hold(a, b):
        return True
    if a.value is None or b.value is None:
        return False
    apart = abs(a.value - b.value) / max(a.value, b.value, 1.0)
    if max(a.value, b.value) < _TEN and not (a.value % 1 or b.value % 1):
        return False
    if not (a.is_exact and b.is_exact):
        return apart <= _HEDGED
    return apart <= _ROUNDED and (_is_round(a.value) or _is_round(b.value))


def _measure_one_thing(a: AskedValue, b: AskedValue) -> bool:
    """Whether they measure one thing, as far as they name it; of two durations also, whether they hang on one word ("for six years")."""
    first, second = a.measure, b.measure
    if first is None or second is None:
        return False
    if first.unit in _LASTING and a.link != b.link:
        return False
    if first.of is None or second.of is None or first.of == second.of:
        return True
    return float(likeness([first.of], [second.of])[0, 0]) >= _LIKE_STUFF


def _is_told(amount: Amount) -> bool:
    """Whether it is a number, and none of those of which a page has many."""
    return amount.value is not None and amount.value >= _FEWEST


def _are_far_apart(a: AskedValue, b: AskedValue) -> bool:
    """Whether one is so many times the other that they hardly tell of one thing."""
    first, second = a.size or 0.0, b.size or 0.0
    return max(first, second) > _FAR * max(min(first, second), 0.1)


def _is_round(value: float) -> bool:
    """A number that may stand for those around it: the last of its two leading digits is a nought or a five, or it is a dozen."""
    if value == 0:
        return False
    while value >= 100:
        value /= 10
    while value < _TEN:
        value *= 10
    return abs(value / 5 - round(value / 5)) < 1e-9 or value in (12.0, 24.0, 36.0)


def _is_part(value: AskedValue) -> bool:
    """Whether it counts some of a number, or all of whom only some are meant, or those who come to it, or is only a piece of one."""
    after = value.page[value.span.end : value.told.span.end]
    before = value.page[max(value.told.span.start, value.span.start - _REACH) : value.span.start]
    return any(
        (
            PART.match(after),
            _FURTHER.match(after),
            _GOES_ON.match(after),
            _ANOTHER.search(before),
            _WHOLE.search(before),
        )
    )


def _is_later_total(a: AskedValue, b: AskedValue) -> bool:
    """Whether the later page has the higher number of what may grow, or any of what may fall as well."""
    early, late = (a, b) if a.hour <= b.hour else (b, a)
    states = [state for state in (_state(a), _state(b)) if state is not None]
    if early.hour != late.hour and any(state.name in word_list("state that falls") for state in states):
        return True
    if early.hour == late.hour or early.size is None or late.size is None or late.size <= early.size:
        return False
    if _SO_FAR.search(early.page, early.asked_from, early.told.span.end):
        return True
    if _GREW.search(late.page, *late.told.span):
        return True
    return any(state.is_running for state in states)


def _count_one_kind(a: AskedValue, b: AskedValue) -> bool:
    """Whether they count people, or things called alike, of whom nothing else is told. Fewer passengers than there are people are some of them."""
    nouns = [counted_noun(v.page[v.span.end : v.told.span.end], lasting=False)[0] for v in (a, b)]
    units = [unit_of(noun) if noun else "" for noun in nouns]
    if all(units) and units[0] != units[1] and units[(a.size or 0) < (b.size or 0)] == PEOPLE:
        return False
    states = [_state(value) for value in (a, b)]
    if states[0] is not None and states[1] is not None:
        return states[0].name == states[1].name
    if not all(nouns):
        return not any(nouns)
    is_one = units[0] == units[1]
    return is_one or float(likeness([stem(nouns[0])], [stem(nouns[1])])[0, 0]) >= _LIKE_NOUNS


def _state(value: AskedValue) -> State | None:
    amount = value.amount
    return state_of(value.page, amount, value.told.span, value.told.span.end) if amount else None


def _gives_number(a: AskedValue, b: AskedValue) -> bool:
    """Whether the page of `b` gives the number of `a`: anywhere, or a small one in the sentence with its own."""
    if a.amount is None or a.amount.value is None:
        return False
    start, end = (0, len(b.page)) if a.amount.value >= _TELLING else b.told.span
    return any(amount.value == a.amount.value for amount in find_amounts(b.page, start, end))


def _gives_measure(a: AskedValue, b: AskedValue) -> bool:
    """Whether the page of `b` gives the measure of `a` anywhere."""
    own = a.measure
    return own is not None and any(
        measure.unit == own.unit and can_both_hold(measure.amount, own.amount)
        for measure in find_measures(b.page, 0, len(b.page))
    )
