"""Which of the newest matches come first.

    score = sum over the words and phrases asked of  rarity * f / (f + 1.2 * (0.25 + 0.75 * length / mean length))
          + sum over neighbours in the query of      0.5 * the smaller rarity / (1 + words between them on the page)

f counts occurrences in the body, and four times those in the title; a phrase counts like a word. Lengths are those of the bodies, their
mean that of the pages that are ranked. rarity = ln(1 + (N - n + 0.5) / (n + 0.5)), where n of the N pages of the index have the word; of a
word that more than 1,000 pages have, the newest 1,000 stand for all: n / N is 1,000 of the pages since the oldest of them. Fields
and refusals do not count. Pages of one score stand newest first. The first sum is BM25, with the title as a weighted field.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log

from sqlalchemy import Connection

from dateline.store.search import index
from dateline.store.search.backend import Match, Reach
from dateline.store.search.expressions import Run

TITLE = 4.0
SATURATION = 1.2
LENGTH = 0.75
NEAR = 0.5
_MOST = 30
"""Occurrences on one page that are looked at: more do not change the score to speak of."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A page that was found, with its score."""

    number: int
    score: float


def ranked(matches: Sequence[Match], runs: Sequence[Run], rarities: Sequence[float]) -> list[Hit]:
    """The matches, best first. `rarities` go with `runs`, the words and phrases in the order of the query."""
    mean = sum(len(match.body) for match in matches) / len(matches) if matches else 1.0
    needles = [_needle(run) for run in runs]
    hits = [Hit(match.number, _score(match, needles, rarities, mean or 1.0)) for match in matches]
    return sorted(hits, key=lambda hit: (-hit.score, -hit.number))


def rarities(connection: Connection, runs: Sequence[Run]) -> list[float]:
    """How much each word or phrase tells; one alone needs no comparison."""
    if len(runs) < 2:
        return [1.0 for _ in runs]
    total = index.pages_since(connection)
    return [_rarity(connection, run, total) for run in runs]


def _rarity(connection: Connection, run: Run, total: int) -> float:
    numbers = index.newest_numbers(connection, run, Reach(), index.NEWEST)
    among = index.pages_since(connection, numbers[-1]) if len(numbers) == index.NEWEST else total
    share = min(1.0, len(numbers) / among) if among else 1.0
    count = share * total
    return log(1 + (total - count + 0.5) / (count + 0.5))


def _needle(run: Run) -> str:
    return f" {' '.join(run.tokens)}" + ("" if run.is_prefix else " ")


def _score(match: Match, needles: Sequence[str], rarities: Sequence[float], mean: float) -> float:
    body, title = f" {match.body} ", f" {match.title} "
    places = [_places(body, needle) for needle in needles]
    norm = SATURATION * (1 - LENGTH + LENGTH * len(match.body) / mean)
    score = 0.0
    for needle, found, rarity in zip(needles, places, rarities, strict=True):
        count = len(found) + TITLE * len(_places(title, needle))
        score += rarity * count / (count + norm)
    pairs = zip(pairwise(places), pairwise(rarities), strict=True)
    return score + sum(
        NEAR * min(both) / (1 + _words_between(body, *found)) for found, both in pairs if all(found)
    )


def _places(text: str, needle: str) -> list[int]:
    """Where the last word of each occurrence begins to end: the space before the first, in order."""
    found: list[int] = []
    at = text.find(needle)
    while at >= 0 and len(found) < _MOST:
        found.append(at)
        at = text.find(needle, at + len(needle) - 1)
    return found


def _words_between(body: str, ones: Sequence[int], others: Sequence[int]) -> int:
    """Words between the two occurrences that are nearest to one another, 0 where they are neighbours."""
    one, other, i, j = ones[0], others[0], 0, 0
    while i < len(ones) and j < len(others):
        if abs(ones[i] - others[j]) < abs(one - other):
            one, other = ones[i], others[j]
        if ones[i] < others[j]:
            i += 1
        else:
            j += 1
    return max(0, body.count(" ", min(one, other) + 1, max(one, other)))
