"""Ids that stories keep while they grow, merge and split."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

_ID_LENGTH = 16


@dataclass(frozen=True, slots=True)
class Identities:
    """The id of each group, in their order, and for each id that is no longer used the one to look under instead."""

    ids: tuple[str, ...]
    redirects: Mapping[str, str]


def story_id(article_ids: Iterable[str]) -> str:
    """An id from some articles, the same in any order."""
    digest = sha256("\n".join(sorted(article_ids)).encode()).hexdigest()
    return f"story:{digest[:_ID_LENGTH]}"


def new_id(group: Sequence[str]) -> str:
    """The id of a story that had none: that of its earliest article, so that it stays when later ones join."""
    return story_id(group[:1])


def carried_ids(groups: Sequence[Sequence[str]], known: Mapping[str, str]) -> Identities:
    """The ids that groups of articles carry on.

    A group keeps the id that most of its articles had, and an id goes to the group that has most of its articles: when two
    stories merge, the larger keeps its id and the other's redirects to it; when one splits, the larger part keeps the id and
    the other gets a new one.

    Args:
        groups: article ids of each story, earliest first.
        known: for each article that had a story, the id of that story.
    """
    shares = [
        (-count, position, old)
        for position, group in enumerate(groups)
        for old, count in Counter(known[article] for article in group if article in known).items()
    ]
    ids: dict[int, str] = {}
    kept: set[str] = set()
    heirs: dict[str, int] = {}
    for _, position, old in sorted(shares):
        heirs.setdefault(old, position)
        if position not in ids and old not in kept:
            ids[position] = old
            kept.add(old)
    taken = set(known.values())
    for position, group in enumerate(groups):
        if position not in ids:
            ids[position] = _unused(group, taken)
            taken.add(ids[position])
    redirects = {old: ids[position] for old, position in sorted(heirs.items()) if old not in kept}
    return Identities(tuple(ids[position] for position in range(len(groups))), redirects)


def _unused(group: Sequence[str], taken: Collection[str]) -> str:
    """An id of its own for a group whose first article may once have given its id to another story."""
    fresh, times = new_id(group), 1
    while fresh in taken:
        times += 1
        fresh = story_id([*group[:1], str(times)])
    return fresh
