"""How many: counts on several pages that speak of the same thing, compared (codebook section 9)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dateline.model import Fact, FactKind, Position, Reading, Stance, Support
from dateline.stories.facts.aboutness import Aboutness
from dateline.stories.facts.amounts import can_both_hold
from dateline.stories.facts.count_updates import agree, conflict, time_of
from dateline.stories.facts.counts import Count, find_counts
from dateline.stories.facts.lone_counts import with_only
from dateline.stories.facts.same_counts import same_counts
from dateline.stories.facts.tellings import Clause

_AT_FIRST, _LATER = "at first", "later"
_UNDATED = "~"


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
    groups = same_counts(by_page, about)
    shared = [_facts(group, by_page, family_of) for group in groups]
    alone = [_alone(group, family_of) for group, facts in zip(groups, shared, strict=True) if not facts]
    return [*(fact for facts in shared for fact in facts), *(fact for fact in alone if fact is not None)]


def _facts(
    group: Sequence[Count], by_page: Sequence[Sequence[Count]], family_of: Mapping[str, int]
) -> list[Fact]:
    """The facts of one group: a conflict, or one for each stage of the number. A count that neither agrees with the others nor clashes
    with them has no position.
    """
    clashes = {id(count): sum(conflict(count, other, by_page) for other in group) for count in group}
    quarrel = [count for count in group if clashes[id(count)]] or group
    standard = min(quarrel, key=lambda count: clashes[id(count)])
    differs = [count for count in group if conflict(standard, count, by_page)]
    agrees = [count for count in group if agree(standard, count)]
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
    for count in sorted(counts, key=lambda count: time_of(count) or _UNDATED):
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


def _position(count: Count, differs: bool) -> Position:
    stance = Stance.DIFFERS if differs else Stance.REPORTS
    words = count.spans[0].of(count.article.text)
    return Position(count.article.id, stance, words, count.amount.normal, count.spans)
