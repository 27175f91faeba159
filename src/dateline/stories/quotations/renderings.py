"""Which wordings of two pages the reader of wordings takes for one utterance.

Asked are wordings of one speaker, the likest ones first, and of two pages only so many; of all that a page carries of him the best one counts, seen from either page.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from itertools import combinations

from dateline.readers import packaged_wording_reader
from dateline.stories.quotations.utterances import Utterance

SURE = 0.7
"""From what share on the best wording on a page is taken for the utterance."""
_FEWEST_SHARED, _THIRD = 0.26, 0.34
"""The share of the shorter one's telling words that must be found on the other side; with fewer, sayings of one shape were taken for one."""
_SURE_OF_FEW = 0.9
"""From what share on wordings count that share less than a third."""
_ASKED_OF_PAGES, _ASKED = 12, 120
"""How many pairs of wordings are asked of two pages, and in all."""

Shares = dict[tuple[int, int], float]
"""By the numbers of two wordings, the lower first: how surely they are one utterance."""
MayBeOne = Callable[[Utterance, Utterance], bool]


def shares_of(wordings: Sequence[Sequence[Utterance]], may_be_one: MayBeOne) -> Shares:
    """What the reader says of pairs of wordings that `may_be_one` lets pass; it does not depend on the order of pages."""
    asked: dict[tuple[str, str], list[tuple[float, int, int]]] = defaultdict(list)
    for i, j in combinations(range(len(wordings)), 2):
        a, b = wordings[i][0], wordings[j][0]
        if a.reading is not b.reading and may_be_one(a, b) and (shared := _shared(a, b)) >= _FEWEST_SHARED:
            first, second = sorted((a.ref.article, b.ref.article))
            asked[first, second].append((-shared, i, j))
    ranked = sorted(
        (n, order, i, j, -less >= _THIRD)
        for order, pairs in asked.items()
        for n, (less, i, j) in enumerate(sorted(pairs)[:_ASKED_OF_PAGES])
    )
    reader = packaged_wording_reader()
    found: Shares = {}
    for _, _, i, j, is_third in ranked[:_ASKED]:
        share = reader.share(wordings[i][0].said, wordings[j][0].said)
        if is_third or share >= _SURE_OF_FEW:
            found[i, j] = share
    return found


def best_pairs(shares: Shares, wordings: Sequence[Sequence[Utterance]]) -> frozenset[tuple[int, int]]:
    """Pairs that are surely one utterance, each the other's best one on its page."""
    best: dict[tuple[int, str], float] = {}
    for (i, j), share in shares.items():
        for place in _places(i, j, wordings):
            best[place] = max(best.get(place, 0.0), share)
    return frozenset(
        pair
        for pair, share in shares.items()
        if share >= SURE and all(share == best[place] for place in _places(*pair, wordings))
    )


def taken_elsewhere(
    best: frozenset[tuple[int, int]], wordings: Sequence[Sequence[Utterance]]
) -> Callable[[int, int], bool]:
    """Whether one of two wordings has its best one elsewhere on the other's page."""
    partners = {place: pair for pair in best for place in _places(*pair, wordings)}

    def is_taken(i: int, j: int) -> bool:
        return any(partners.get(place, (i, j)) != (i, j) for place in _places(i, j, wordings))

    return is_taken


def _places(
    i: int, j: int, wordings: Sequence[Sequence[Utterance]]
) -> tuple[tuple[int, str], tuple[int, str]]:
    """Either wording with the page of the other."""
    return (i, wordings[j][0].ref.article), (j, wordings[i][0].ref.article)


def _shared(a: Utterance, b: Utterance) -> float:
    """The share of the shorter one's telling words that stand on the other side for the same."""
    short, long = sorted((a, b), key=lambda side: (len(side.content), side.ref.article))
    shared = sum(not long.any_ideas.isdisjoint(ideas) for ideas in short.ideas)
    return shared / max(1, len(short.content))
