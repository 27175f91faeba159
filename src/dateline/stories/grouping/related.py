"""Stories that have their telling, or actors and kinds of acts, in common without being the same (codebook section 8, rule 2)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from dateline.model import Reading
from dateline.stories.grouping.clusters import Pair
from dateline.stories.grouping.sketches import Sketch
from dateline.stories.grouping.vectors import Vector, cosine, strongest_terms, unit

MOST_RELATED = 5
_LONGEST_POSTING = 200
LIKE_TELLING = 0.25
_FEWEST_SHARED = 2

_Dealing = tuple[str, str, str]
_Key = TypeVar("_Key", str, _Dealing)


def related_stories(stories: Sequence[Sequence[Reading]], tellings: Sequence[Vector]) -> list[list[int]]:
    """For each story, the numbers of up to five others, nearest first: those told in much the same words and names at
    any time (another round, another place), and those in which the same two parties do the same kind of thing.

    `tellings` has the mean vector of each story's reports.
    """
    dealings = _shared([_dealings(story) for story in stories])
    words = _shared([strongest_terms(telling) for telling in tellings])
    alike = {
        (i, j): cosine(tellings[i], tellings[j])
        for (i, j), count in words.items()
        if count >= _FEWEST_SHARED or (i, j) in dealings
    }
    near: dict[int, list[tuple[float, int, int]]] = defaultdict(list)
    for i, j in sorted({*dealings, *(pair for pair, value in alike.items() if value >= LIKE_TELLING)}):
        nearness = -alike.get((i, j), 0.0), -dealings.get((i, j), 0)
        near[i].append((*nearness, j))
        near[j].append((*nearness, i))
    return [[other for *_, other in sorted(near[n])[:MOST_RELATED]] for n in range(len(stories))]


def kinship(stories: Sequence[Sequence[Sketch]]) -> list[dict[int, float]]:
    """For each story the numbers of those told in like words, and how like: from 0 to 1."""
    tellings = [telling([page.vector for page in story]) for story in stories]
    near: list[dict[int, float]] = [{} for _ in stories]
    for (i, j), count in _shared([strongest_terms(words) for words in tellings]).items():
        if count >= _FEWEST_SHARED:
            near[i][j] = near[j][i] = cosine(tellings[i], tellings[j])
    return near


def telling(vectors: Sequence[Vector]) -> Vector:
    """The mean direction of some reports."""
    total: dict[str, float] = defaultdict(float)
    for vector in vectors:
        for key, weight in vector.items():
            total[key] += weight
    return unit(total)


def _shared(keys: Sequence[Iterable[_Key]]) -> Mapping[Pair, int]:
    """How many keys two stories have in common, for pairs that have any. A key that hundreds have counts for the first."""
    postings: dict[_Key, list[int]] = defaultdict(list)
    found: Counter[Pair] = Counter()
    for number, mine in enumerate(keys):
        for key in sorted(mine):
            found.update((other, number) for other in postings[key])
            if len(postings[key]) < _LONGEST_POSTING:
                postings[key].append(number)
    return found


def _dealings(story: Sequence[Reading]) -> frozenset[_Dealing]:
    """Root and two parties, whoever is the source."""
    found: set[_Dealing] = set()
    for reading in story:
        for event in reading.events:
            for source in event.source:
                for target in event.target:
                    first, second = sorted(_name(party.actor, party.name) for party in (source, target))
                    found.add((event.plover, first, second))
    return frozenset(found)


def _name(actor: str | None, name: str) -> str:
    """An id that holds beyond the page, else the name."""
    return actor if actor is not None and not actor.startswith("local:") else name.casefold()
