"""Counts beside which a page has no other of their kind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.stories.facts.counts import Count


def with_only(counts: Sequence[Count]) -> list[Count]:
    """The counts of a page, those marked that have no other of their kind beside them."""
    counts = _without_lone_parts(counts)
    return [replace(count, is_only=not any(_is_beside(count, other) for other in counts)) for count in counts]


def _without_lone_parts(counts: Sequence[Count]) -> list[Count]:
    """ "Six of the strikers died" counts the dead where the page has no other number of dead."""
    return [
        replace(count, is_part=False)
        if count.is_part_of_named
        and count.is_early
        and not any(o is not count and o.state == count.state and not o.is_elsewhen for o in counts)
        else count
        for count in counts
    ]


def _is_beside(count: Count, other: Count) -> bool:
    return other is not count and not other.is_elsewhen and _are_of_a_kind(count, other)


def _are_of_a_kind(a: Count, b: Count) -> bool:
    if a.is_of_people and a.state is not None:
        return a.state == b.state and b.is_of_people
    return a.unit == b.unit
