"""English stems, so that "visited", "visiting" and "visit" are one term (the algorithm of Porter, 1980)."""

from __future__ import annotations

import re
from functools import lru_cache

_VOWEL = re.compile(r"[aeiou]|(?<=[^aeiou])y")
_VOWEL_AND_CONSONANT = re.compile("V[^V]")
_SHORT = re.compile(r"[^aeiou][aeiouy][^aeiouwxy]$")
_STEP_2 = (
    ("ational", "ate"),
    ("tional", "tion"),
    ("enci", "ence"),
    ("anci", "ance"),
    ("izer", "ize"),
    ("isation", "ize"),
    ("ization", "ize"),
    ("ation", "ate"),
    ("ator", "ate"),
    ("alism", "al"),
    ("iveness", "ive"),
    ("fulness", "ful"),
    ("ousness", "ous"),
    ("aliti", "al"),
    ("iviti", "ive"),
    ("biliti", "ble"),
    ("alli", "al"),
    ("entli", "ent"),
    ("ousli", "ous"),
    ("abli", "able"),
    ("eli", "e"),
    ("logi", "log"),
)
_STEP_3 = (
    ("icate", "ic"),
    ("ative", ""),
    ("alize", "al"),
    ("alise", "al"),
    ("iciti", "ic"),
    ("ical", "ic"),
    ("ful", ""),
    ("ness", ""),
)
_STEPS_2_AND_3 = tuple((rules, tuple(ending for ending, _ in rules)) for rules in (_STEP_2, _STEP_3))
_STEP_4 = (
    *("ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate", "iti", "ous", "ive"),
    *("ize", "ise", "al", "er", "ic", "ou"),
)


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """The stem of a word in lower case. Words that are not plain ASCII letters, and short ones, stay as they are."""
    word = word.removesuffix("'s").replace("'", "")
    if len(word) <= 2 or not (word.isascii() and word.isalpha()):
        return word
    word = _ending(_plural(word))
    for rules, endings in _STEPS_2_AND_3:
        if word.endswith(endings):
            word = _replaced(word, rules)
    return _tidied(_stripped(word))


def _measure(stem_: str) -> int:
    """How many times vowels are followed by consonants."""
    shape = _VOWEL.sub("V", stem_)
    return len(_VOWEL_AND_CONSONANT.findall(shape))


def _plural(word: str) -> str:
    if word.endswith(("sses", "ies")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _ending(word: str) -> str:
    if word.endswith("eed"):
        return word[:-1] if _measure(word[:-3]) > 0 else word
    for suffix in ("ed", "ing"):
        base = word.removesuffix(suffix)
        if base != word and _VOWEL.search(base) and len(base) > 2:
            word = _mended(base)
            break
    if word.endswith("y") and _VOWEL.search(word[:-1]):
        word = word[:-1] + "i"
    return word


def _mended(base: str) -> str:
    if base.endswith(("at", "bl", "iz", "is")):
        return base + "e"
    if len(base) > 2 and base[-1] == base[-2] and base[-1] not in "aeioulsz":
        return base[:-1]
    if _measure(base) == 1 and _SHORT.search(base):
        return base + "e"
    return base


def _replaced(word: str, rules: tuple[tuple[str, str], ...]) -> str:
    for suffix, replacement in rules:
        if word.endswith(suffix):
            base = word[: -len(suffix)]
            return base + replacement if _measure(base) > 0 else word
    return word


def _stripped(word: str) -> str:
    if word.endswith(("sion", "tion")) and _measure(word[:-3]) > 1:
        return word[:-3]
    for suffix in _STEP_4 if word.endswith(_STEP_4) else ():
        if word.endswith(suffix):
            base = word[: -len(suffix)]
            return base if _measure(base) > 1 else word
    return word


def _tidied(word: str) -> str:
    if word.endswith("e") and len(word) > 4:
        word = word[:-1]
    return word[:-1] if word.endswith("ll") and _measure(word) > 1 else word
