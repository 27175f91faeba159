"""Which counts of several pages are of one thing."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from functools import cache

from dateline.stories.facts.aboutness import Aboutness
from dateline.stories.facts.amounts import can_both_hold
from dateline.stories.facts.count_updates import day_of
from dateline.stories.facts.counted_nouns import PEOPLE
from dateline.stories.facts.counts import Count
from dateline.stories.facts.ideas import base_stem
from dateline.stories.facts.tellings import nearest_acts
from dateline.stories.wordlists import word_list

_SHARED_CONTEXT = 2
_CONTEXT_SHARE = 0.3
_TELLING_VALUE = 4
_SHARED_BY_RIVALS = 0.5
_UNREAL = re.compile(r"\b(?:may|might|could|would|should|if|unless)\b", re.IGNORECASE)
_SHARED_BY_THINGS = 1.0
_SHARED_BY_ALIKE = 0.8
_CLOSE = 1.3
_LIKE_NOUNS = 0.5
_FEWEST_ALIKE = 4
_ABOARD = "aboard"
_HURT, _TREATED = ("ill", "injured"), "hospitalised"


def same_counts(by_page: Sequence[Sequence[Count]], about: Aboutness) -> list[list[Count]]:
    """Counts of one thing together, each used once."""
    lone = {id(count) for page in by_page for count in page if _is_lone(count, page)}
    groups: list[list[Count]] = []
    for page in by_page:
        taken: set[int] = set()
        for count in page:
            best = max(
                (n for n, group in enumerate(groups) if n not in taken and _fits(group, count, lone, about)),
                key=lambda n: (max(_nearness(member, count, about) for member in groups[n]), -n),
                default=None,
            )
            if best is None:
                groups.append([count])
                taken.add(len(groups) - 1)
            else:
                groups[best].append(count)
                taken.add(best)
    return groups


def _is_lone(count: Count, page: Sequence[Count]) -> bool:
    """True when the page tells no other number of the same unit and state."""
    return count.state is not None and sum(other.key[1] == count.state for other in page) == 1


def _fits(group: Sequence[Count], count: Count, lone: Container[int], about: Aboutness) -> bool:
    if any(member.article.id == count.article.id for member in group):
        return False
    return any(
        _same_thing(member, count) or _are_lone(member, count, lone) or _are_rivals(member, count, about)
        for member in group
    )


def _are_lone(a: Count, b: Count, lone: Container[int]) -> bool:
    """Numbers that both pages give alone and that can both be true: "several died" and "seven people were killed"."""
    return a.key == b.key and {id(a) in lone, id(b) in lone} == {True} and can_both_hold(a.amount, b.amount)


def _are_rivals(a: Count, b: Count, about: Aboutness) -> bool:
    """Whole numbers of those whom the same befell, in clauses that have something in common; people who are named by different nouns only
    where both numbers open their pages.
    """
    if a.is_part or b.is_part or a.is_elsewhen or b.is_elsewhen:
        return False
    if _are_none_and_treated(a, b):
        return True
    if 0 in (a.amount.value, b.amount.value) and not (a.is_early or b.is_early):
        return False
    if _are_only_things(a, b, about) or _are_alike(a, b, about) or _are_of_counterparts(a, b, about):
        return True
    if a.state is None and b.state is None and a.unit == b.unit and _act_alike(a, b):
        return True
    if a.state is None or a.state != b.state:
        return False
    return (a.unit == b.unit or _are_both_all(a, b)) and _about(a, b, about) >= _SHARED_BY_RIVALS


def _are_only_things(a: Count, b: Count, about: Aboutness) -> bool:
    """True for the only number of one kind of things ("lorries", "ships") that each of two pages of one day gives, in its opening, in
    sentences that have something in common.
    """
    if a.unit != b.unit or a.unit == PEOPLE or a.is_time or not (a.is_only and b.is_only):
        return False
    if day_of(a) != day_of(b):
        return False
    if (a.state != b.state and a.state and b.state) or {base_stem(a.noun), base_stem(b.noun)} & (
        _doers() | _some_of_all()
    ):
        return False
    if not (a.is_early or b.is_early) or any(_UNREAL.search(c.text) for n in (a, b) for c in n.clauses):
        return False
    return _about(a, b, about) >= (_SHARED_BY_RIVALS if a.is_early and b.is_early else _SHARED_BY_THINGS)


def _are_none_and_treated(a: Count, b: Count) -> bool:
    """True where nobody at all was hurt or ill on one page and some are in hospital on the other."""
    none, some = sorted((a, b), key=lambda count: count.amount.high)
    return none.amount.value == 0 and none.state in _HURT and some.state == _TREATED and some.is_of_people


def _are_of_counterparts(a: Count, b: Count, about: Aboutness) -> bool:
    """True for whole numbers of one kind, of whom the same is told, in sentences that are each other's closest."""
    if a.is_time or b.is_time or a.unit != b.unit or a.state != b.state:
        return False
    if any(_UNREAL.search(c.text) for n in (a, b) for c in n.clauses):
        return False
    return max((about.closeness(x, y) for x in a.clauses for y in b.clauses), default=0.0) >= _CLOSE


def _are_alike(a: Count, b: Count, about: Aboutness) -> bool:
    """True for things or people whom two pages of one day call by words that are alike ("wagons", "cars"), each page giving but one number of them,
    in sentences that have something in common; and for the people of whom one page says no more than that they were there.
    """
    if a.is_time or b.is_time or not (a.is_only and b.is_only) or day_of(a) != day_of(b):
        return False
    if not all(count.amount.value and count.amount.value >= _FEWEST_ALIKE for count in (a, b)):
        return False
    if {base_stem(a.noun), base_stem(b.noun)} & (_doers() | _some_of_all()):
        return False
    if any(_UNREAL.search(c.text) for n in (a, b) for c in n.clauses):
        return False
    is_aboard = a.unit == b.unit == PEOPLE and {a.state, b.state} == {None, _ABOARD}
    if a.unit != b.unit and (a.state == b.state or None in (a.state, b.state)):
        return about.likeness(a.noun, b.noun) >= _LIKE_NOUNS and _like(a, b, about) >= _SHARED_BY_ALIKE
    return is_aboard and (a.is_early or b.is_early) and _like(a, b, about) >= _SHARED_BY_THINGS


def _like(a: Count, b: Count, about: Aboutness) -> float:
    return max((about.like(x, y) for x in a.clauses for y in b.clauses), default=0.0)


def _act_alike(a: Count, b: Count) -> bool:
    """True for people of whom two openings tell the same act: "three men robbed", "a robbery by five men"."""
    if not (a.is_early and b.is_early and base_stem(a.noun) in _doers() and a.clauses and b.clauses):
        return False
    acts = [nearest_acts(count.clauses[0], count.spans[0].end) for count in (a, b)]
    return bool(acts[0] & acts[1])


@cache
def _doers() -> frozenset[str]:
    return frozenset(base_stem(word) for word in word_list("doer"))


def _are_both_all(a: Count, b: Count) -> bool:
    """True for the people whom two pages count in headline or opening, or of whom each gives one number only, unless one counts children or helpers, or fewer of a kind
    ("80 passengers") than there are people.
    """
    nouns = {base_stem(count.noun) for count in (a, b)}
    fewer, more = sorted((a, b), key=lambda count: (count.amount.low, count.unit))
    if more.unit == PEOPLE != fewer.unit:
        return False
    if not (a.is_of_people and b.is_of_people) or nouns & _some_of_all():
        return False
    return (a.is_early and b.is_early) or (a.is_only and b.is_only and (a.is_early or b.is_early))


@cache
def _some_of_all() -> frozenset[str]:
    return frozenset(base_stem(word) for word in word_list("some of the people"))


def _about(a: Count, b: Count, about: Aboutness) -> float:
    return max((about.of(x, y) for x in a.clauses for y in b.clauses), default=0.0)


def _same_thing(a: Count, b: Count) -> bool:
    """The same unit and state in sentences that have enough words in common, or the same number of them, if the number
    is no small one; the same number of things that are described alike ("four desalination units", "machines").
    """
    equal = a.amount.value is not None and a.amount.value == b.amount.value
    if equal and a.state == b.state and a.words & b.words and _shared(a, b) >= _SHARED_CONTEXT:
        return True
    if a.key != b.key or ((a.is_part, a.is_elsewhen) != (b.is_part, b.is_elsewhen) and not equal):
        return False
    if equal and a.amount.value is not None and a.amount.value >= _TELLING_VALUE:
        return True
    return _shared(a, b) >= _SHARED_CONTEXT and any(
        len(x & y) >= max(_SHARED_CONTEXT, _CONTEXT_SHARE * min(len(x), len(y)))
        for x in a.contexts
        for y in b.contexts
    )


def _shared(a: Count, b: Count) -> int:
    return max(len(x & y) for x in a.contexts for y in b.contexts)


def _nearness(a: Count, b: Count, about: Aboutness) -> float:
    shared = float(_shared(a, b)) if _same_thing(a, b) else 0.0
    return max(shared, _about(a, b, about)) + 2 * can_both_hold(a.amount, b.amount)
