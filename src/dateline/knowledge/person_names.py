"""Whether two names can be one person's: "Tokayev, K." and "Касым-Жомарт Токаев", "Bill" and "William", order and slips aside.

Words of both names are paired at the least cost. What differs costs something, what contradicts costs more than a match bears:
a word on each side that has no partner, two initials, two fathers, two generations. A word more on one side alone is a middle
name, a patronymic or a clan. See docs/decisions/0010-person-names.md for what was measured.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from dateline.knowledge.name_parts import Part, PersonName, Role, Word, person_name, word_of
from dateline.knowledge.romanise import Script
from dateline.knowledge.spelling import LEAST, are_two_genders, edit_cost

MATCH = 0.5
"""The score from which names can be one person's."""
SURE = 0.76
"""The score from which only spellings, one nickname or initial, and middle names differ: no slip reaches it."""

_BEARABLE = 1.5
"""The cost at which a score is `MATCH`."""
_SPELLING, _VARIANT, _NICKNAME, _INITIAL, _MORE = 0.05, 0.15, 0.5, 0.3, 0.15
_CONSONANTS, _CONSONANT = 0.2, 1.5
_FIRST_LETTER = 0.3
_LONGEST_SLIP, _SLIPS = 2.0, 0.33
"""Most letters of a word, and most of its length, that a slip of the pen changes."""
_TWO = float("inf")
VARIATION = 0.5
"""Variants that differ in more of their letters are translations or accidents: John and Ryan, Jean and Giovanni."""
_LONG = 32
_MOST_LETTERS = tuple(int(min(_LONGEST_SLIP, _SLIPS * length) / LEAST) for length in range(_LONG + 1))


class _Pair(NamedTuple):
    """A part of the name with fewer parts and its partner in the other."""

    cost: float
    of_few: Part
    of_many: Part

    @property
    def is_of_names(self) -> bool:
        return Role.INITIAL not in (self.of_few.role, self.of_many.role)

    @property
    def is_of_initials(self) -> bool:
        return self.of_few.role is self.of_many.role is Role.INITIAL


def same_person_score(one: str, other: str) -> float:
    """How well two names go together as one person's, from 0 to 1; the order of the two does not matter.

    1 is the same name, case, accents, particles, titles and division into words aside; 0 is a contradiction, or a name
    without letters. It is no probability: two persons may have one name.
    """
    a, b = person_name(min(one, other)), person_name(max(one, other))
    if not a.parts or not b.parts:
        return 0.0
    cost = _cost(a, b) if len(a.parts) <= len(b.parts) else _cost(b, a)
    return round(1 / (1 + cost / _BEARABLE), 4)


def can_be_same_person(one: str, other: str, *, at_least: float = MATCH) -> bool:
    """True where two names can be one person's: `at_least` is `MATCH`, which bears slips, or `SURE`, which does not."""
    return same_person_score(one, other) >= at_least


def is_spelling_of(one: PersonName, other: PersonName) -> bool:
    """True for the same words in the same order, written by another system: no slip, nickname, initial or word more."""
    is_one_generation = one.generation == other.generation and len(one.parts) == len(other.parts)
    return is_one_generation and all(
        a.role is b.role and word_cost(a.word, b.word) <= _VARIANT
        for a, b in zip(one.parts, other.parts, strict=True)
    )


def _cost(few: PersonName, many: PersonName) -> float:
    """The sum of all differences of two names, the one with fewer parts first."""
    if few.generation and many.generation and few.generation != many.generation:
        return _TWO
    if few.letters == many.letters and few.has_father == many.has_father:
        return 0.0
    left, right = list(few.parts), list(many.parts)
    joined = 0
    if len(left) < len(right):
        joined = _join(left, right, many.pairs) or _join(right, left, few.pairs)
    left, right = sorted((left, right), key=len)
    pairs = _pair(left, right, few.has_father and many.has_father)
    more = [part for part in right if not any(part is pair.of_many for pair in pairs)]
    names = 2 * joined + sum(pair.is_of_names for pair in pairs)
    if len(pairs) < len(left) or not names or (more and len(pairs) + 2 * joined < 2):
        return _TWO
    if _hides_a_name(pairs, more, right):
        return _TWO
    return sum(pair.cost for pair in pairs) + joined * _SPELLING + len(more) * _MORE


def _hides_a_name(pairs: Sequence[_Pair], more: Sequence[Part], right: Sequence[Part]) -> bool:
    """True where a middle initial would stand for a family name: "John F. Kennedy" and "John Fetterman"."""
    has_more_names = any(part.role is not Role.INITIAL for part in more)
    initials = (pair for pair in pairs if pair.of_many.role is Role.INITIAL and not pair.is_of_initials)
    return has_more_names and any(pair.of_many is not right[0] for pair in initials)


def _join(whole: list[Part], divided: list[Part], pairs: Sequence[Word]) -> int:
    """Takes out words that are two neighbours of the other name, "Jongun" and "Jong-un"; how many there were."""
    joined, end = 0, len(divided)
    for place in range(len(pairs) - 1, -1, -1):
        found = next((part for part in whole if _is_one(part.word, pairs[place])), None)
        if found and place + 1 < end:
            whole.remove(found)
            del divided[place : place + 2]
            joined, end = joined + 1, place
    return joined


def _is_one(a: Word, b: Word) -> bool:
    return a.key == b.key or (not a.variants.isdisjoint(b.variants) and word_cost(a, b) <= _VARIANT)


def _pair(few: Sequence[Part], many: Sequence[Part], has_fathers: bool) -> list[_Pair]:
    """Partners for all of `few`, the cheapest pairs first; fewer pairs than that where a part has no partner."""
    candidates: list[tuple[float, int, int, int]] = []
    for i, one in enumerate(few):
        before = len(candidates)
        for j, other in enumerate(many):
            cost = _part_cost(one, other, has_fathers)
            if cost < _TWO:
                candidates.append((cost, abs(i - j), i, j))
        if len(candidates) == before:
            return []
    used, taken, pairs = set[int](), set[int](), list[_Pair]()
    for cost, _, i, j in sorted(candidates):
        if i not in used and j not in taken:
            used.add(i)
            taken.add(j)
            pairs.append(_Pair(cost, few[i], many[j]))
    return pairs


def _part_cost(a: Part, b: Part, has_fathers: bool) -> float:
    if a.role is Role.INITIAL or b.role is Role.INITIAL:
        is_like = a.word.latin[0] == b.word.latin[0] or a.word.key[:1] == b.word.key[:1] != ""
        return _TWO if not is_like else 0.0 if a.role is b.role else _INITIAL
    if has_fathers and a.role is not b.role:
        return _TWO
    return word_cost(a.word, b.word)


def word_cost(a: Word, b: Word) -> float:
    """What it costs to take two words of names for one; infinite for two different names."""
    if a.latin == b.latin:
        return 0.0
    if not a.nicknames.isdisjoint(b.nicknames):
        return _NICKNAME
    is_variant = not a.variants.isdisjoint(b.variants)
    if not is_variant and a.script is b.script is Script.ALPHABET and _are_far(a, b):
        return _TWO
    return _spelling_cost(a.written, b.written, is_variant)


def _are_far(a: Word, b: Word) -> bool:
    """True where so many letters are in one word alone that no slip can explain them."""
    most = _MOST_LETTERS[min(max(len(a.key), len(b.key)), _LONG)]
    return (a.letters & ~b.letters).bit_count() > most or (b.letters & ~a.letters).bit_count() > most


@lru_cache(maxsize=1 << 17)
def _spelling_cost(one: str, other: str, is_variant: bool) -> float:
    a, b = word_of(one), word_of(other)
    if Script.HAN in (a.script, b.script) or a.script is b.script is Script.HANGUL:
        return _VARIANT if is_variant and Script.HANGUL not in (a.script, b.script) else _TWO
    if are_two_genders(a.key, b.key):
        return _TWO
    if is_variant and edit_cost(a.key, b.key, VARIATION * max(len(a.key), len(b.key))) < _TWO:
        return _VARIANT
    if (a.script is Script.CONSONANTAL) != (b.script is Script.CONSONANTAL):
        return _VARIANT if is_variant else _consonant_cost(a.bones, b.bones)
    return _slip_cost(a.key, b.key)


def _consonant_cost(one: str, other: str) -> float:
    """Arabic and Hebrew against other letters: vowels are unknown, so that two consonants are the least."""
    longest = max(len(one), len(other))
    most = (longest - 1) / 2
    cost = edit_cost(one, other, most) * _CONSONANT
    return _CONSONANTS + cost if longest > 1 and cost <= most else _TWO


def _slip_cost(one: str, other: str) -> float:
    if one == other:
        return _SPELLING
    most = min(_LONGEST_SLIP, _SLIPS * max(len(one), len(other)))
    cost = edit_cost(one, other, most) + (_FIRST_LETTER if one[:1] != other[:1] else 0.0)
    return cost if cost <= most else _TWO
