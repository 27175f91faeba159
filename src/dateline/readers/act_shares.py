"""How likely each act and status is between two given actors: three looks of the reader at one clause, put together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from itertools import product

from dateline.model import Span
from dateline.readers.event_reader import (
    NO_ACT,
    Clause,
    ClauseReading,
    EventReader,
    SentenceReading,
    hidden,
)

_SHARPER = 1.2
"""Exponent of shares: what is likely becomes likelier. This and what follows were chosen on sentences that are not those reported."""

_BETWEEN = 3
"""What a word between the two counts for, beside one elsewhere."""

ActShares = Mapping[tuple[str, str], float]
"""By root and status; they add up to one."""


def act_shares(reader: EventReader, clause: Clause) -> tuple[ActShares, float]:
    """The share of each act and status given that there is an act, and the share of none.

    The mean of what the clause says as a whole with its actors hidden, what its words say so, and what they say as they stand;
    words that bear no act at all, or are none, say nothing.
    """
    whole, words = reader.read(clause)
    (plain,) = reader.words(clause.text, [Span(0, len(clause.text))])
    of_words = (_of_words(words, hidden(clause).between), _of_words(plain, _between(clause)))
    looks = [_shares(whole), *filter(None, of_words)]
    mean = {act: sum(look[act] for look in looks) / len(looks) for act in looks[0]}
    return mean, whole.roots[NO_ACT]


def _shares(reading: ClauseReading) -> dict[tuple[str, str], float]:
    roots = {root: share**_SHARPER for root, share in reading.roots.items() if root != NO_ACT}
    statuses = {status: share**_SHARPER for status, share in reading.statuses.items()}
    whole = sum(roots.values()) * sum(statuses.values())
    return {(r, s): roots[r] * statuses[s] / whole for r, s in product(roots, statuses)}


def _of_words(words: SentenceReading, between: Span | None) -> dict[tuple[str, str], float]:
    """What words say together, each by how surely it bears an act."""
    told: dict[tuple[str, str], float] = defaultdict(float)
    for at, reading in words:
        weight = (1 - reading.roots[NO_ACT]) ** 2
        weight *= _BETWEEN if between is not None and between.start <= at < between.end else 1
        for act, share in _shares(reading).items():
            told[act] += weight * share
    whole = sum(told.values())
    return {act: share / whole for act, share in told.items()} if whole else {}


def _between(clause: Clause) -> Span | None:
    if clause.source is None or clause.target is None:
        return None
    first, second = sorted((clause.source, clause.target))
    return Span(first.end, second.start) if first.end < second.start else None
