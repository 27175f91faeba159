"""Facts that the words of several pages give and no event carries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dateline.model import Fact, FactKind, Reading, Span, Support
from dateline.stories.facts.aboutness import Aboutness
from dateline.stories.facts.answer_facts import with_answers
from dateline.stories.facts.count_facts import count_facts
from dateline.stories.facts.day_facts import day_facts
from dateline.stories.facts.denials import denial_facts
from dateline.stories.facts.figure_facts import figure_facts
from dateline.stories.facts.hour_facts import hour_facts
from dateline.stories.facts.measure_facts import measure_facts
from dateline.stories.facts.opposite_facts import opposite_facts
from dateline.stories.facts.outcome_facts import outcome_facts
from dateline.stories.facts.place_facts import place_facts
from dateline.stories.facts.role_facts import role_facts
from dateline.stories.facts.tellings import Clause, clauses_of

_OF_SEVERAL = (
    measure_facts,
    figure_facts,
    day_facts,
    hour_facts,
    place_facts,
    role_facts,
    denial_facts,
    outcome_facts,
)
"""What takes two pages: where there is one, nothing agrees and nothing differs."""


_WHETHER = (FactKind.STATUS, FactKind.EVENT)


def told_facts(readings: Sequence[Reading], family_of: Mapping[str, int]) -> list[Fact]:
    """Counts, measures, then the days, places, roles and states of affairs on which pages differ. A page alone has counts only."""
    pages = [clauses_of(reading) for reading in readings]
    about = Aboutness(pages)
    facts = count_facts(readings, pages, about, family_of)
    for find in _OF_SEVERAL if len(readings) > 1 else ():
        facts += find(pages, about, family_of)
    opposite = opposite_facts(pages, about, family_of) if len(readings) > 1 else []
    told = _without_repeated(facts, opposite, pages)
    return with_answers(told, pages, about, family_of) if len(set(family_of.values())) > 1 else told


def _without_repeated(
    facts: Sequence[Fact], opposite: Sequence[Fact], pages: Sequence[Sequence[Clause]]
) -> list[Fact]:
    """One fact on whether something was so for the same sentences; of opposites only what no other fact of two pages tells on either."""
    kept: list[Fact] = []
    told: list[set[tuple[str, Span]]] = []
    for fact in facts:
        if fact.kind is not FactKind.STATUS:
            kept.append(fact)
            continue
        here = _sentences(fact, pages)
        if not any(len({article for article, _ in here & other}) > 1 for other in told):
            told.append(here)
            kept.append(fact)
    quarrels = [_sentences(f, pages) for f in kept if f.support is Support.CONFLICTING and f.kind in _WHETHER]
    kept += [fact for fact in opposite if not any(_sentences(fact, pages) & other for other in quarrels)]
    return kept


def _sentences(fact: Fact, pages: Sequence[Sequence[Clause]]) -> set[tuple[str, Span]]:
    return {
        (position.article, clause.sentence)
        for position in fact.positions
        for page in pages
        for clause in page
        if clause.article == position.article and any(clause.span.touches(span) for span in position.spans)
    }
