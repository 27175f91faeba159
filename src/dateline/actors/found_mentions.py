"""The mentions of a page while they are being found, looked up by place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator

from dateline.actors.resolved import Resolved
from dateline.model import ActorKind, Span

_REACH = 8

Look = tuple[ActorKind, str | None, str, str | None, str | None, str, str | None]
"""What mentions that are alike share: kind, actor, name, state, role, words and code."""


class FoundMentions:
    """Mentions in the order of the text; adding keeps the order."""

    def __init__(self) -> None:
        self._by_key: dict[tuple[int, int], Resolved] = {}
        self._keys: list[tuple[int, int]] = []
        self._people: list[tuple[int, int]] = []
        self._alike: defaultdict[Look, list[tuple[int, int]]] = defaultdict(list)
        self._of_word: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
        self._bodies: list[tuple[int, int]] = []

    def add(self, found: Resolved) -> None:
        """Keeps a mention, unless there is one at the very same place."""
        if found.key in self._by_key:
            return
        self._by_key[found.key] = found
        for keys in self._lists_of(found):
            insort(keys, found.key)

    def put(self, found: Resolved) -> None:
        """Keeps a mention instead of the one at its place."""
        known = self._by_key.pop(found.key, None)
        for keys in self._lists_of(known) if known is not None else ():
            keys.remove(found.key)
        self.add(found)

    def _lists_of(self, found: Resolved) -> Iterator[list[tuple[int, int]]]:
        """The lists in which a mention is found again."""
        kind = found.mention.kind
        yield self._keys
        yield self._alike[_look(found)]
        if kind == ActorKind.PERSON:
            yield self._people
        elif kind not in (ActorKind.PLACE, ActorKind.GROUP):
            yield self._bodies
            yield from (self._of_word[word] for word in _words(found.mention.name))

    def all(self) -> dict[tuple[int, int], Resolved]:
        """Place -> mention."""
        return self._by_key

    def covering(self, offset: int) -> Resolved | None:
        """The first mention over a character."""
        at = bisect_right(self._keys, (offset, 1 << 60))
        near = self._keys[max(0, at - _REACH) : at]
        return next((self._by_key[key] for key in near if key[0] <= offset < key[1]), None)

    def ending_at(self, word: Span) -> list[Resolved]:
        """The mentions that end with a word."""
        at = bisect_right(self._keys, (word.start, 1 << 60))
        near = self._keys[max(0, at - _REACH) : at]
        return [self._by_key[key] for key in near if word.end <= key[1] <= word.end + 1]

    def people_before(self, offset: int) -> Iterator[Resolved]:
        """People mentioned before a place, the last one first."""
        return self._before(self._people, offset)

    def people_after(self, offset: int) -> list[Resolved]:
        """People mentioned behind a place, the first one first."""
        return [self._by_key[key] for key in self._people[bisect_left(self._people, (offset, 0)) :]]

    def bodies_before(self, offset: int) -> Iterator[Resolved]:
        """States, bodies and companies mentioned before a place, the last one first."""
        return self._before(self._bodies, offset)

    def alike_before(self, offset: int, kinds: Collection[ActorKind]) -> list[Resolved]:
        """Mentions of some kinds before a place, the last one first; of those that are alike only the last."""
        lists = (keys for look, keys in self._alike.items() if look[0] in kinds)
        behind = [keys[at - 1] for keys in lists if (at := bisect_left(keys, (offset, 0)))]
        return [self._by_key[key] for key in sorted(behind, reverse=True)]

    def body_named_with(self, word: str, offset: int) -> Resolved | None:
        """The last body before a place whose name holds a word in lower case."""
        keys = self._of_word.get(word, ())
        at = bisect_left(keys, (offset, 0))
        return self._by_key[keys[at - 1]] if at else None

    def times_alike(self, before: int | None = None) -> Iterator[tuple[Resolved, int]]:
        """One of each sort of mentions that are alike, and how many there are, on the page or before a place."""
        for keys in self._alike.values():
            times = len(keys) if before is None else bisect_left(keys, (before, 0))
            if times:
                yield self._by_key[keys[0]], times

    def _before(self, keys: list[tuple[int, int]], offset: int) -> Iterator[Resolved]:
        return (self._by_key[keys[at]] for at in reversed(range(bisect_left(keys, (offset, 0)))))

    def times_named(self) -> Counter[str]:
        """How often each actor is mentioned."""
        return Counter(r.mention.actor for r in self._by_key.values() if r.mention.actor)


def _words(name: str) -> set[str]:
    return set(name.lower().replace(".", " ").split())


def _look(found: Resolved) -> Look:
    mention = found.mention
    return mention.kind, mention.actor, mention.name, mention.state, mention.role, mention.text, found.code
