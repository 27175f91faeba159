"""Stretches that two texts share word for word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.syndication.fingerprints import SHINGLE, Fingerprint

_WIDEST_GAP = 4


@dataclass(frozen=True, slots=True)
class Run:
    """Equal words: `length` of them from word `a` of one text and word `b` of the other."""

    a: int
    b: int
    length: int


@dataclass(frozen=True, slots=True)
class Passage:
    """Runs with small edits between them: first and last word on both sides, and how many words are equal."""

    a: tuple[int, int]
    b: tuple[int, int]
    equal: int


def shared_runs(a: Fingerprint, b: Fingerprint) -> list[Run]:
    """Maximal equal stretches of a shingle or more, in the order of `b`; each word of `b` is used once."""
    places: dict[int, list[int]] = {}
    for i, value in enumerate(a.hashes):
        places.setdefault(value, []).append(i)
    left, right = a.wording.forms, b.wording.forms
    runs: list[Run] = []
    j = 0
    while j < len(b.hashes):
        best = max((_extend(left, right, i, j) for i in places.get(b.hashes[j], ())[:8]), default=None)
        if best is None or best[0] < SHINGLE:
            j += 1
            continue
        length, i = best[0], -best[1]
        runs.append(Run(i, j, length))
        j += length
    return runs


def _extend(left: Sequence[str], right: Sequence[str], i: int, j: int) -> tuple[int, int]:
    """How many words are equal from here on, and the (negated) place, so that the earliest of equal lengths wins."""
    length = 0
    while i + length < len(left) and j + length < len(right) and left[i + length] == right[j + length]:
        length += 1
    return length, -i


def passages(runs: Sequence[Run]) -> list[Passage]:
    """Runs joined over small edits."""
    found: list[Passage] = []
    for run in runs:
        a, b = (run.a, run.a + run.length - 1), (run.b, run.b + run.length - 1)
        last = found[-1] if found else None
        if last and 0 <= a[0] - last.a[1] - 1 <= _WIDEST_GAP and 0 <= b[0] - last.b[1] - 1 <= _WIDEST_GAP:
            found[-1] = Passage((last.a[0], a[1]), (last.b[0], b[1]), last.equal + run.length)
        else:
            found.append(Passage(a, b, run.length))
    return found


def own_words(side: Fingerprint, first: int, last: int) -> int:
    """How many words of a stretch stand outside quotation marks."""
    return side.wording.quoted.count(0, first, last + 1)
