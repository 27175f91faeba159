"""Stretches that two texts share word for word, or with small edits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

from dateline.syndication.fingerprints import SHINGLE, Fingerprint
from dateline.syndication.words import Hashes

_WIDEST_GAP = 4
_WIDEST_FILLED = 40
_FEWEST_FILLED = 2
_PLACES = 8


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


class Shingles:
    """The shingles of a text in order, and the first places of each."""

    def __init__(self, page: Fingerprint) -> None:
        self.codes = page.wording.codes
        self.values = page.shingles()
        self.hashes: list[int] = self.values.tolist()

    @cached_property
    def places(self) -> dict[int, list[int]]:
        found: dict[int, list[int]] = {}
        for place, value in enumerate(self.hashes):
            known = found.setdefault(value, [])
            if len(known) < _PLACES:
                known.append(place)
        return found


def shared_runs(a: Shingles, b: Shingles) -> list[Run]:
    """Equal stretches in the order of `b`: those of a shingle or more, each as long as it can be, and shorter ones between two
    that follow each other in both texts. Each word of `b` is used once."""
    return list(_filled(_long_runs(a, b), a.codes, b.codes))


def _long_runs(a: Shingles, b: Shingles) -> list[Run]:
    places = a.places
    runs: list[Run] = []
    following = 0
    for j in [place for place, value in enumerate(b.hashes) if value in places]:
        if j < following:
            continue
        length, back = max((_length(a.codes, b.codes, i, j), -i) for i in places[b.hashes[j]])
        if length >= SHINGLE:
            runs.append(Run(-back, j, length))
            following = j + length
    return runs


def _length(left: Hashes, right: Hashes, i: int, j: int) -> int:
    """How many words are equal from here on."""
    count = min(len(left) - i, len(right) - j)
    unlike = left[i : i + count] != right[j : j + count]
    first = int(unlike.argmax()) if count else 0
    return first if count and unlike[first] else count


def _filled(runs: Sequence[Run], left: Hashes, right: Hashes) -> Iterator[Run]:
    for run, following in zip(runs, [*runs[1:], None], strict=True):
        yield run
        if following is not None:
            i, j = run.a + run.length, run.b + run.length
            wide = following.a - i, following.b - j
            if min(wide) >= _FEWEST_FILLED and max(wide) <= _WIDEST_FILLED:
                between = left[i : following.a].tolist(), right[j : following.b].tolist()
                for block in SequenceMatcher(None, *between, autojunk=False).get_matching_blocks():
                    if block.size >= _FEWEST_FILLED:
                        yield Run(i + block.a, j + block.b, block.size)


def passages(runs: Sequence[Run]) -> list[Passage]:
    """Runs joined over small edits, those of a shingle or more."""
    found: list[Passage] = []
    for run in runs:
        a, b = (run.a, run.a + run.length - 1), (run.b, run.b + run.length - 1)
        last = found[-1] if found else None
        if last and 0 <= a[0] - last.a[1] - 1 <= _WIDEST_GAP and 0 <= b[0] - last.b[1] - 1 <= _WIDEST_GAP:
            found[-1] = Passage((last.a[0], a[1]), (last.b[0], b[1]), last.equal + run.length)
        else:
            found.append(Passage(a, b, run.length))
    return [passage for passage in found if passage.equal >= SHINGLE]
