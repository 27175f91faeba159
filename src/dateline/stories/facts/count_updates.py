"""Whether two numbers of one thing agree: both hold, or one is the later state of the other."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from dateline.stories.facts.amounts import can_both_hold, find_amounts
from dateline.stories.facts.counts import Count
from dateline.stories.wordlists import word_list

_DAY, _HOUR = len("2024-05-08"), len("2024-05-08T12")


def agree(a: Count, b: Count) -> bool:
    """True for one count, two that both hold, and the later state of a running total."""
    return a is b or can_both_hold(a.amount, b.amount) or _is_update(a, b)


def conflict(a: Count, b: Count, by_page: Sequence[Sequence[Count]]) -> bool:
    """Two counts that cannot both hold, unless one counts a part, is the later state of a running total, or one page gives
    the other's number too.
    """
    if agree(a, b) or a.is_part or b.is_part:
        return False
    if a.is_elsewhen or b.is_elsewhen:
        return False
    return not (_is_known_to(a, b, by_page) or _is_known_to(b, a, by_page))


def _is_known_to(a: Count, b: Count, by_page: Sequence[Sequence[Count]]) -> bool:
    """True where the page of `b` gives the number of `a` too, for the same or in one sentence with its own."""
    text = b.article.text
    beside = [
        n for clause in b.clauses for n in find_amounts(text, *clause.sentence) if n.value == a.amount.value
    ]
    return bool(beside and a.amount.value) or any(
        other.article.id == b.article.id
        and other.state == a.state
        and (other.unit == a.unit or (other.is_of_people and a.is_of_people))
        and can_both_hold(other.amount, a.amount)
        for page in by_page
        for other in page
    )


def _is_update(a: Count, b: Count) -> bool:
    """True when the page of a later day, or of a later hour where both give one, has the higher running total."""
    falls = a.state in _falling() and b.state in _falling()
    if not falls and (
        not all(count.is_running or count.state is None for count in (a, b)) or a.state is b.state is None
    ):
        return False
    first, second = time_of(a), time_of(b)
    if len(first) != len(second):
        first, second = first[:_DAY], second[:_DAY]
    if not first or not second or first == second:
        return False
    early, late = (a, b) if first < second else (b, a)
    return falls or late.amount.high > early.amount.low


@cache
def _falling() -> frozenset[str]:
    """States in which people are fewer as time goes on, or more."""
    return word_list("state that falls")


def time_of(count: Count) -> str:
    """The time of the page, to the hour where it is known."""
    published = count.article.published
    return published.value[:_HOUR] if published else ""


def day_of(count: Count) -> str:
    """The day of the page, where it is known."""
    return time_of(count)[:_DAY]
