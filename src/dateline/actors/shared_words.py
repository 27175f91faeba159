"""States that share the last word of their names: "North and South Korea"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.actors.found_name import FoundName
from dateline.knowledge import Knowledge
from dateline.model import ActorKind

_BEFORE = re.compile(r"\b(North|South|East|West) and $")
_REACH = 12


def with_states_sharing_a_word(
    text: str, names: Sequence[FoundName], knowledge: Knowledge, at: str | None
) -> list[FoundName]:
    """The names, and before each state whose name another one goes on with ("*North* and South Korea") that other one."""
    found: list[FoundName] = []
    for name in names:
        other = _before(text, name, knowledge, at)
        if other is not None:
            found = [n for n in found if n.end <= other.start]
            found.append(other)
        found.append(name)
    return found


def _before(text: str, name: FoundName, knowledge: Knowledge, at: str | None) -> FoundName | None:
    _, _, shared = text[name.start : name.end].partition(" ")
    opening = _BEFORE.search(text, max(0, name.start - _REACH), name.start)
    if name.kind != ActorKind.STATE or not shared or opening is None:
        return None
    meant = next(iter(knowledge.lookup(f"{opening[1]} {shared}", at=at)), None)
    if meant is None or meant.kind != ActorKind.STATE:
        return None
    start, end = opening.span(1)
    return FoundName(start, end, meant.kind, meant.name, start, meant, name.form, None)
