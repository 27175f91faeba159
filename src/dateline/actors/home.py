"""Which state a page is about: the one that its mentions or its leaders belong to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from dateline.actors.found_mentions import FoundMentions
from dateline.actors.resolved import Resolved
from dateline.model import ActorKind

_ADMINISTERED = frozenset({"USA", "KOR", "PHL", "TWN"})
"""States whose executive is called an administration."""

_LEADS = re.compile("(?:acting )?(?:president|prime minister|chancellor|king|queen|emir|sultan) of ")


class Home:
    """The states of one page's mentions, as they are found."""

    def __init__(self, found: FoundMentions) -> None:
        self._found = found

    def times_of_states(self, before: int | None = None) -> Counter[str]:
        """How many mentions belong to each state, of the page or before a place."""
        return _times_of_states(self._found.times_alike(before))

    def governed(self, word: str) -> str | None:
        """The state whose leaders the page names, twice as often as those of any other that has such a thing."""
        leaders = _times_of_states(
            (found, times)
            for found, times in self._found.times_alike()
            if _leads(found) or found.mention.text.lower().endswith(word)
        )
        if word == "administration":
            leaders = Counter({state: n for state, n in leaders.items() if state in _ADMINISTERED})
        return clearly_first(leaders)


def clearly_first(counts: Counter[str]) -> str | None:
    """What counts twice as much as anything else."""
    ranked = counts.most_common(2)
    is_clear = len(ranked) == 1 or (len(ranked) == 2 and ranked[0][1] >= 2 * ranked[1][1])
    return ranked[0][0] if is_clear else None


def _times_of_states(times_alike: Iterable[tuple[Resolved, int]]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for found, times in times_alike:
        if found.mention.state:
            counts[found.mention.state] += times
    return counts


def _leads(named: Resolved) -> bool:
    """A leader, or a seat or organ that stands for a government."""
    if named.mention.kind == ActorKind.PERSON:
        return _LEADS.match(named.mention.role or "") is not None
    return named.mention.kind == ActorKind.STATE and (named.code or "").endswith("GOV")
