"""Stories that have actors and kinds of acts in common without being the same (codebook section 8, rule 2)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from dateline.model import Reading

_MOST_RELATED = 5
_LONGEST_POSTING = 200

_Dealing = tuple[str, str, str]


def related_stories(stories: Sequence[Sequence[Reading]]) -> list[list[int]]:
    """For each story, the numbers of up to five others in which the same two parties do the same kind of thing, those
    with most in common first.
    """
    dealings = [_dealings(story) for story in stories]
    postings: dict[_Dealing, list[int]] = defaultdict(list)
    for number, found in enumerate(dealings):
        for dealing in sorted(found):
            postings[dealing].append(number)
    return [_nearest(number, found, postings) for number, found in enumerate(dealings)]


def _nearest(number: int, dealings: frozenset[_Dealing], postings: dict[_Dealing, list[int]]) -> list[int]:
    shared: Counter[int] = Counter()
    for dealing in sorted(dealings):
        shared.update(postings[dealing][:_LONGEST_POSTING])
    del shared[number]
    return sorted(shared, key=lambda other: (-shared[other], other))[:_MOST_RELATED]


def _dealings(story: Sequence[Reading]) -> frozenset[_Dealing]:
    """Root and two parties, whoever is the source."""
    found: set[_Dealing] = set()
    for reading in story:
        for event in reading.events:
            for source in event.source:
                for target in event.target:
                    first, second = sorted(party.actor or party.name.casefold() for party in (source, target))
                    found.add((event.plover, first, second))
    return frozenset(found)
