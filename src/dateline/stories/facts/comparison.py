"""What the reports of a story agree and differ on (codebook section 9)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.model import Fact, FactKind, Reading, Support
from dateline.stories.events.occurrences import Occurrence, occurrences
from dateline.stories.events.reports import event_reports
from dateline.stories.facts.conflicts import details
from dateline.stories.facts.event_facts import Families, event_facts, independent
from dateline.stories.facts.told_facts import told_facts
from dateline.stories.labels.event_labels import shared_text

_WHETHER = frozenset((FactKind.EVENT, FactKind.STATUS))


def story_occurrences(readings: Sequence[Reading], family_of: Families) -> list[Occurrence]:
    """The events of a story, in the order in which the pages first tell them."""
    return occurrences(event_reports(readings), family_of)


def story_facts(
    readings: Sequence[Reading], found: Sequence[Occurrence], family_of: Families
) -> tuple[Fact, ...]:
    """All facts: events by how many independent reports they have, each followed by what is said of who did it, of its day and place,
    then what their words say beside events.
    """
    facts: list[Fact] = []
    for occurrence in sorted(found, key=lambda o: -independent(o.articles, family_of)):
        facts.extend(event_facts(occurrence, found, readings, family_of))
        facts.extend(details(occurrence, shared_text(occurrence), family_of))
    facts.extend(
        fact for fact in told_facts(readings, family_of) if not any(_is_same(fact, f) for f in facts)
    )
    return tuple(replace(fact, id=f"f{n}") for n, fact in enumerate(facts, 1))


def _is_same(a: Fact, b: Fact) -> bool:
    """True for facts of one kind and support that lie on the same words of at least two pages; whether an event took place is asked once."""
    if a.support is not b.support:
        return False
    if a.kind is not b.kind and not (a.support is Support.CONFLICTING and {a.kind, b.kind} <= _WHETHER):
        return False
    shared = {
        x.article
        for x in a.positions
        for y in b.positions
        if x.article == y.article and any(s.touches(t) for s in x.spans for t in y.spans)
    }
    return len(shared) > 1
