"""Facts that the words of several pages give and no event carries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dateline.model import Fact, Reading
from dateline.stories.facts.aboutness import Aboutness
from dateline.stories.facts.count_facts import count_facts
from dateline.stories.facts.day_facts import day_facts
from dateline.stories.facts.denials import denial_facts
from dateline.stories.facts.figure_facts import figure_facts
from dateline.stories.facts.hour_facts import hour_facts
from dateline.stories.facts.measure_facts import measure_facts
from dateline.stories.facts.outcome_facts import outcome_facts
from dateline.stories.facts.place_facts import place_facts
from dateline.stories.facts.role_facts import role_facts
from dateline.stories.facts.tellings import clauses_of

_OF_SEVERAL = (measure_facts, figure_facts, day_facts, hour_facts, place_facts, role_facts, denial_facts, outcome_facts)
"""What takes two pages: where there is one, nothing agrees and nothing differs."""


def told_facts(readings: Sequence[Reading], family_of: Mapping[str, int]) -> list[Fact]:
    """Counts, measures, then the days, places, roles and states of affairs on which pages differ. A page alone has counts only."""
    pages = [clauses_of(reading) for reading in readings]
    about = Aboutness(pages)
    facts = count_facts(readings, pages, about, family_of)
    for find in _OF_SEVERAL if len(readings) > 1 else ():
        facts += find(pages, about, family_of)
    return facts
