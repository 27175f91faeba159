"""How many: counts on several pages that speak of the same thing, compared (codebook section 9)."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from functools import cache

from dateline.model import Fact, FactKind, Position, Reading, Stance, Support
from dateline.stories.facts.aboutness import Aboutness
from dateline.stories.facts.amounts import can_both_hold, find_amounts
from dateline.stories.facts.counted_nouns import PEOPLE
from dateline.stories.facts.counts import Count, find_counts
from dateline.stories.facts.ideas import base_stem
from dateline.stories.facts.lone_counts import with_only
from dateline.stories.facts.tellings import Clause, nearest_acts
from dateline.stories.wordlists import word_list

_SHARED_CONTEXT = 2
_CONTEXT_SHARE = 0.3
_TELLING_VALUE = 4
_DAY, _HOUR = len("2024-05-08"), len("2024-05-08T12")
_SHARED_BY_RIVALS = 0.5
_UNREAL = re.compile(r"\b(?:may|might|could|would|should|if|unless)\b", re.IGNORECASE)
_SHARED_BY_THINGS = 1.0
_SHARED_BY_ALIKE = 0.8
_CLOSE = 1.3
_LIKE_NOUNS = 0.5
_FEWEST_ALIKE = 4
_ABOARD = "aboard"
_AT_FIRST, _LATER = "at first", "later"
_UNDATED = "~"
_HURT, _TREATED = ("ill", "injured"), "hospitalised"


def count_facts(
    readings: Sequence[Reading],
    pages: Sequence[Sequence[Clause]],
    about: Aboutness,
    family_of: Mapping[str, int],
) -> list[Fact]:
    """Counts of one thing that two pages give, then those of one page that are its news, in the order of the pages."""
    by_page = [
        with_only(find_counts(reading.article, clauses))
        for reading, clauses in zip(readings, pages, strict=True)
    ]
    groups = _groups(by_page, about)
    shared = [_facts(group, by_page, family_of) for group in groups]
    alone = [_alone(group, family_of) for group, facts in zip(groups, shared, strict=True) if not facts]
    return [*(fact for facts in shared for fact in facts), *(fact for fact in alone if fact is not None)]


def _groups(by_page: Sequence[Sequence[Count]], about: Aboutness) -> list[list[Count]]:
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
    if _time(a)[:_DAY] != _time(b)[:_DAY]:
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
    if a.is_time or b.is_time or not (a.is_only and b.is_only) or _time(a)[:_DAY] != _time(b)[:_DAY]:
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


def _facts(
    group: Sequence[Count], by_page: Sequence[Sequence[Count]], family_of: Mapping[str, int]
) -> list[Fact]:
    """The facts of one group: a conflict, or one for each stage of the number. A count that neither agrees with the others nor clashes
    with them has no position.
    """
    clashes = {id(count): sum(_conflict(count, other, by_page) for other in group) for count in group}
    quarrel = [count for count in group if clashes[id(count)]] or group
    standard = min(quarrel, key=lambda count: clashes[id(count)])
    differs = [count for count in group if _conflict(standard, count, by_page)]
    agrees = [count for count in group if _agree(standard, count)]
    if any(_is_independent(standard, count, family_of) for count in differs):
        kept = [count for count in group if count in differs or count in agrees]
        return [_fact(kept, Support.CONFLICTING, _question(standard), differs)] if _is_told(kept) else []
    if differs or not any(_is_independent(standard, count, family_of) for count in agrees):
        return []
    return _staged(agrees, _question(standard), family_of)


def _staged(agrees: Sequence[Count], question: str, family_of: Mapping[str, int]) -> list[Fact]:
    """A fact for each stage of a number that grows: a later and higher one is no conflict, and no support for the first either."""
    stages = [stage for stage in _stages(agrees) if _is_told(stage)]
    facts = []
    for n, stage in enumerate(stages):
        families = {family_of[count.article.id] for count in stage}
        support = Support.CORROBORATED if len(families) > 1 else Support.SINGLE_SOURCE
        when = f" ({_LATER if n else _AT_FIRST})" if len(stages) > 1 else ""
        facts.append(_fact(stage, support, question + when))
    return facts


def _stages(counts: Sequence[Count]) -> list[list[Count]]:
    """Counts that can all be true together, by the time of their pages."""
    stages: list[list[Count]] = []
    for count in sorted(counts, key=lambda count: _time(count) or _UNDATED):
        stage = next((s for s in stages if all(can_both_hold(count.amount, m.amount) for m in s)), None)
        if stage is None:
            stages.append([count])
        else:
            stage.append(count)
    return stages


def _is_told(counts: Sequence[Count]) -> bool:
    """Whether one of them is a number, and not all are vague words."""
    return any(count.amount.value is not None for count in counts)


def _fact(counts: Sequence[Count], support: Support, question: str, differs: Sequence[Count] = ()) -> Fact:
    positions = tuple(_position(count, count in differs) for count in counts)
    kind = FactKind.STATUS if any(count.amount.value == 0 for count in counts) else FactKind.QUANTITY
    return Fact("", kind, question, support, positions)


def _alone(group: Sequence[Count], family_of: Mapping[str, int]) -> Fact | None:
    """A number that only one family gives, where it is part of its news: it says what became of people or things, counts
    some of a number, or stands in the headline or the opening.
    """
    first = group[0]
    is_news = any(count.state is not None or count.is_part or count.is_early for count in group)
    one_family = len({family_of[count.article.id] for count in group}) == 1
    if not (is_news and one_family) or not first.amount.value:
        return None
    positions = tuple(_position(count, differs=False) for count in group)
    return Fact("", FactKind.QUANTITY, _question(first), Support.SINGLE_SOURCE, positions)


def _question(count: Count) -> str:
    """What the number answers: "How many people were killed", "How long, in hours"."""
    if count.is_time:
        return f"How long, in {count.noun}"
    if count.state:
        return f"How many {'of them' if count.is_part else count.noun} were {count.state}"
    return f"How many of them were {count.noun}" if count.is_part else f"How many {count.noun}"


def _is_independent(a: Count, b: Count, family_of: Mapping[str, int]) -> bool:
    return family_of[a.article.id] != family_of[b.article.id]


def _agree(a: Count, b: Count) -> bool:
    return a is b or can_both_hold(a.amount, b.amount) or _is_update(a, b)


def _conflict(a: Count, b: Count, by_page: Sequence[Sequence[Count]]) -> bool:
    """Two counts that cannot both hold, unless one counts a part, is the later state of a running total, or one page gives
    the other's number too.
    """
    if _agree(a, b) or a.is_part or b.is_part:
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
    first, second = _time(a), _time(b)
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


def _time(count: Count) -> str:
    """The time of the page, to the hour where it is known."""
    published = count.article.published
    return published.value[:_HOUR] if published else ""


def _position(count: Count, differs: bool) -> Position:
    stance = Stance.DIFFERS if differs else Stance.REPORTS
    words = count.spans[0].of(count.article.text)
    return Position(count.article.id, stance, words, count.amount.normal, count.spans)
