"""How far two spellings of a word are from each other: transliterations and slips of the pen cost less than other letters."""

from __future__ import annotations

import re
from math import inf

_STEPS = tuple(
    (frozenset(needed), re.compile(pattern), sound)
    for needed, pattern, sound in (
        ("", r"[^a-z]", ""),
        ("xh", r"^(?:x|hs)(?=.)", "S"),
        ("q", r"^qi", "Ci"),
        ("gq", r"([gq])u(?=[ei])", r"\1"),
        ("c", r"shch|stch|tsch|tch|cz|ch", "C"),
        ("h", r"sch|sh", "S"),
        ("zj", r"dzh|zh|dj", "j"),
        ("p", r"ph", "f"),
        ("k", r"kh", "h"),
        ("cq", r"ck|q|c(?![eiy])", "k"),
        ("zsc", r"tz|ts|c", "c"),
        ("x", r"x", "ks"),
        ("h", r"([tdg])h", r"\1"),
        ("w", r"w", "v"),
        ("ou", r"oo|ou|oe|ue", "u"),
        ("o", r"eo", "o"),
        ("u", r"eu", "u"),
        ("eyj", r"ie|ee|[yj]", "i"),
        ("h", r"(?<=[aeiou])h(?![aeiou])", ""),
        ("i", r"^ie", "e"),
        ("", r"(.)\1+", r"\1"),
        ("f", r"(?<=[oe])f$", "v"),
    )
)
"""Letters of which a word has at least one where the pattern can match, none where any word may; pattern; sound."""
_BONES = str.maketrans(
    {**dict.fromkeys("aeiouhv"), "p": "b", "j": "g", "S": "s", "C": "s", "c": "s", "z": "s", "q": "k"}
)
_VOWELS = frozenset("aeiou")
_KIN = frozenset(
    frozenset(pair) for pair in "bp dt gk sz vf vb ck cs cC CS Sz Sc mn iC hk hg ji gi kC".split()
)
_WEAK = frozenset("aeiouh")
_FEMININE = re.compile(r"(?<=[oe]v)a$|(?<=in)a$|(?<=sk)a(?:ia)?$")

TRANSPOSED, VOWEL, KIN, OTHER, WEAK = 0.8, 0.5, 0.6, 1.0, 0.6
"""Costs of two letters swapped, a vowel for a vowel, a letter for one like it, any other letter, and a weak letter too many."""
LEAST = VOWEL
"""The least that a letter costs."""


def sound_key(latin: str) -> str:
    """A word by its sounds: spellings that differ by the system of transliteration alone have one key.

    Capitals stand for the sounds of "ch" and "sh". A word without Latin letters is its own key.
    """
    if not latin.isascii():
        return latin
    key, letters = latin, set(latin)
    for needed, pattern, sound in _STEPS:
        if needed and needed.isdisjoint(letters):
            continue
        changed = pattern.sub(sound, key)
        if changed != key:
            key, letters = changed, set(changed)
    return key


def bones(key: str) -> str:
    """The consonants of a key, as coarse as Arabic and Hebrew writing leaves them."""
    return re.sub(r"(.)\1+", r"\1", key.translate(_BONES).replace("i", ""))


def are_two_genders(one: str, other: str) -> bool:
    """True for keys of a man's and a woman's form of one name: "Ivanov" and "Ivanova", "-sky" and "-skaya"."""
    return one != other and (_masculine(one) == other or _masculine(other) == one)


def _masculine(key: str) -> str:
    return _FEMININE.sub("i" if key.endswith(("ska", "skaia")) else "", key)


def edit_cost(one: str, other: str, most: float) -> float:
    """The cost of turning one key into another, 0 for equal keys and about 1 for each letter that differs; infinite above `most`."""
    if abs(len(one) - len(other)) * WEAK > most:
        return inf
    before: list[float] = []
    row = [0.0]
    for letter in other:
        row.append(row[-1] + _gap(letter))
    for i, mine in enumerate(one):
        earlier, before, row = before, row, [row[0] + _gap(mine)]
        for j, theirs in enumerate(other):
            if mine == theirs:
                cost = before[j]
            else:
                cost = min(before[j] + _swap(mine, theirs), before[j + 1] + _gap(mine), row[j] + _gap(theirs))
                if i and j and mine == other[j - 1] and theirs == one[i - 1]:
                    cost = min(cost, earlier[j - 1] + TRANSPOSED)
            row.append(cost)
        if min(row) > most and min(before) > most:
            return inf
    return row[-1] if row[-1] <= most else inf


def _gap(letter: str) -> float:
    return WEAK if letter in _WEAK else OTHER


def _swap(mine: str, theirs: str) -> float:
    if mine in _VOWELS and theirs in _VOWELS:
        return VOWEL
    return KIN if frozenset((mine, theirs)) in _KIN else OTHER
