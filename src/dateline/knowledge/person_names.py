"""Whether two names can be one person's: "Tokayev, K." and "Касым-Жомарт Токаев", "Bill" and "William", order and slips aside.

Words of both names are paired at the least cost. What differs costs something, what contradicts costs more than a match bears:
a word on each side that has no partner, two initials, two fathers, two generations. A word more on one side alone is a middle
name, a patronymic or a clan. See docs/decisions/0010-person-names.md for what was measured.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from dateline.knowledge.name_classes import NameClasses
from dateline.knowledge.name_parts import Part, PersonName, Role, Word, person_name, word_of
from dateline.knowledge.romanise import Script
from dateline.knowledge.spelling import are_two_genders, edit_cost

MATCH = 0.5
"""The score from which names can be one person's."""
SURE = 0.75
"""The score from which nothing but spelling, initials and middle names differs."""

_BEARABLE = 1.5
"""The cost at which a score is `MATCH`."""
_SPELLING, _VARIANT, _NICKNAME, _INITIAL, _MORE = 0.1, 0.3, 0.5, 0.5, 0.25
_CONSONANTS, _CONSONANT = 0.5, 1.5
_FIRST_LETTER = 0.3
_CONTRADICTION = 2.0
_LONGEST_SLIP, _SLIPS = 2.0, 0.33
"""Most letters of a word, and most of its length, that a slip of the pen changes."""
_TWO = float("inf")
_SIGNS = (Script.HAN, Script.HANGUL)


def same_person_score(one: str, other: str) -> float:
    """How well two names go together as one person's, from 0 to 1; the order of the two does not matter.

    1 is the same name, case, accents, particles, titles and division into words aside. It is no probability: two persons
    may have one name. Names without letters score 0.
    """
    a, b = person_name(min(one, other)), person_name(max(one, other))
    if not a.parts or not b.parts:
        return 0.0
    return round(1 / (1 + _cost(a, b) / _BEARABLE), 4)


def can_be_same_person(one: str, other: str, *, at_least: float = MATCH) -> bool:
    """True where two names can be one person's: `at_least` is `MATCH`, which bears slips, or `SURE`, which does not."""
    return same_person_score(one, other) >= at_least


def _cost(a: PersonName, b: PersonName) -> float:
    contradiction = _CONTRADICTION if a.generation and b.generation and a.generation != b.generation else 0.0
    if a.letters == b.letters and a.has_father == b.has_father:
        return contradiction
    return contradiction + _Pairing(a, b).cost()


class _Pairing:
    """Which words of two names stand for each other, and what that costs."""

    def __init__(self, a: PersonName, b: PersonName) -> None:
        self._a, self._b = a, b
        self._left, self._right = set(range(len(a.parts))), set(range(len(b.parts)))
        self._costs: list[float] = []
        self._names = 0

    def cost(self) -> float:
        """The sum of all differences; a contradiction where no name or too little is shared."""
        if len(self._left) != len(self._right):
            self._join(self._a, self._left, self._b, self._right)
            self._join(self._b, self._right, self._a, self._left)
        self._pair()
        more = len(self._left) + len(self._right)
        cost = sum(self._costs) + more * _MORE
        if self._left and self._right:
            cost += _CONTRADICTION * min(len(self._left), len(self._right))
        if not self._names or (more and len(self._costs) < 2):
            cost += _CONTRADICTION
        return cost

    def _join(self, a: PersonName, left: set[int], b: PersonName, right: set[int]) -> None:
        """ "Jongun" and "Jong-un": a word for two neighbours of the other name."""
        for i in sorted(left):
            for j, pair in enumerate(b.pairs):
                if j in right and j + 1 in right and i in left:
                    cost = word_cost(a.parts[i].word, pair)
                    if cost <= _VARIANT:
                        left.discard(i)
                        right -= {j, j + 1}
                        self._note(cost, 2)

    def _pair(self) -> None:
        for cost, _, i, j in sorted(self._candidates()):
            if i in self._left and j in self._right:
                self._left.discard(i)
                self._right.discard(j)
                is_name = Role.INITIAL not in (self._a.parts[i].role, self._b.parts[j].role)
                self._note(cost, int(is_name))

    def _candidates(self) -> Iterator[tuple[float, int, int, int]]:
        has_fathers = self._a.has_father and self._b.has_father
        for i in self._left:
            for j in self._right:
                cost = _part_cost(self._a.parts[i], self._b.parts[j], has_fathers)
                if cost < _TWO:
                    yield cost, abs(i - j), i, j

    def _note(self, cost: float, names: int) -> None:
        self._costs.append(cost)
        self._names += names


def _part_cost(a: Part, b: Part, has_fathers: bool) -> float:
    if a.role is Role.INITIAL or b.role is Role.INITIAL:
        is_like = a.word.latin[0] == b.word.latin[0] or a.word.key[:1] == b.word.key[:1] != ""
        return _TWO if not is_like else 0.0 if a.role is b.role else _INITIAL
    if has_fathers and a.role is not b.role:
        return _TWO
    return word_cost(a.word, b.word)


def word_cost(a: Word, b: Word) -> float:
    """What it costs to take two words of names for one; infinite for two different names."""
    return 0.0 if a.latin == b.latin else _known_cost(a.written, b.written)


@lru_cache(maxsize=1 << 17)
def _known_cost(one: str, other: str) -> float:
    a, b = word_of(one), word_of(other)
    known = NameClasses.load()
    if a.script is b.script is Script.HANGUL or are_two_genders(a.key, b.key):
        return _TWO
    if known.are_variants(_form(a), _form(b)):
        return _VARIANT
    if known.are_nicknames(a.key, b.key):
        return _NICKNAME
    if a.script is b.script and a.script in _SIGNS:
        return _TWO
    if (a.script is Script.CONSONANTAL) != (b.script is Script.CONSONANTAL):
        return _consonant_cost(a.bones, b.bones)
    return _slip_cost(a.key, b.key)


def _form(word: Word) -> str:
    return word.written if word.script is Script.HAN else word.key


def _consonant_cost(one: str, other: str) -> float:
    """Arabic and Hebrew against other letters: vowels are unknown, so that two consonants are the least."""
    longest = max(len(one), len(other))
    cost = edit_cost(one, other) * _CONSONANT
    return _CONSONANTS + cost if longest > 1 and cost <= (longest - 1) / 2 else _TWO


def _slip_cost(one: str, other: str) -> float:
    cost = edit_cost(one, other)
    if cost == 0:
        return _SPELLING
    cost += _FIRST_LETTER if one[:1] != other[:1] else 0.0
    return cost if cost <= min(_LONGEST_SLIP, _SLIPS * max(len(one), len(other))) else _TWO
