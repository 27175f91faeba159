"""Which characters make up words, and which letter each of them counts as in a search."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import dropwhile

APOSTROPHES = "'’‘`´ʹʼʻʽ′＇"
"""Marks that stand inside words; the modifier letters among them are letters to Unicode."""
_UNSEEN = "\u00ad\u200c\u200d\u2060\ufeff\u0640"
"""Soft hyphen, joiners and the Arabic stretch: they change how a word looks, not which word it is."""
SPACELESS = (
    "\u0e01-\u0e4f\u0e5a-\u0ecf\u0eda-\u0eff"  # Thai, Lao
    "\u1000-\u103f\u104a-\u108f\u109a-\u109f\u1780-\u17df\u17ea-\u17ff"  # Burmese, Khmer
    "\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\uff66-\uff9f"  # kana
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # ideographs
    "\uac00-\ud7a3"  # Hangul, where particles hang on to words
)
"""Scripts whose words are not told apart by spaces, for a character class; their digits are left out."""
_VOICED = "\uff9e\uff9f"
_SAME_LETTER = str.maketrans(
    {
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "ł": "l",
        "ħ": "h",
        "ŧ": "t",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
        "ı": "i",
        "ё": "е",
        "أ": "ا",
        "إ": "ا",
        "آ": "ا",
        "ٱ": "ا",
    }
)
_DROPPED_MARKS = re.compile(
    "[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]"
)
"""Accents and the vowel points of Hebrew and Arabic. Vowel signs of other scripts are part of the word."""
_WIDTHS = re.compile(
    "[\u00aa\u00ba\ufb00-\ufb06\ufb50-\ufdff\ufe70-\ufefc\uff10-\uff9f\U0001d400-\U0001d7ff]"
)
"""Full and half width, ligatures and letters of formulas: the same letters in another dress."""
_ACCENTED = re.compile("[\u00c0-\u03ff\u1e00-\u1fff]")
"""Latin and Greek letters that may carry accents; й and ї are letters of their own."""


@lru_cache(maxsize=1)
def marks() -> str:
    """All combining characters, for a character class."""
    codes = [code for code in range(0x300, 0x1E950) if unicodedata.category(chr(code))[0] == "M"]
    ranges: list[list[int]] = []
    for code in codes:
        if ranges and ranges[-1][1] == code - 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in ranges) + "\U000e0100-\U000e01ef"


@lru_cache(maxsize=1)
def words_pattern() -> re.Pattern[str]:
    """Words with what may stand inside them: dotted letters, words, and runs of a script without spaces (group 1)."""
    letter, mark = rf"[^\W_{SPACELESS}]", f"[{marks()}]"
    single = rf"[^\W\d_{SPACELESS}]"
    inside = rf"(?:{mark}+|[{APOSTROPHES}{_UNSEEN}]+(?={letter})|(?<=\d)[.,](?=\d))"
    unit = rf"(?=[{SPACELESS}])[^\W_]{mark}*"
    return re.compile(
        rf"{single}(?:\.{single})+(?!{letter}|{mark})|{letter}+(?:{inside}{letter}*)*|((?:{unit})+)"
    )


@lru_cache(maxsize=1)
def units_pattern() -> re.Pattern[str]:
    """One character of a script without spaces, with its marks."""
    return re.compile(rf".[{marks()}{_VOICED}]*")


@lru_cache(maxsize=1)
def pieces_pattern() -> re.Pattern[str]:
    """A character with all that can melt into it when a text is composed."""
    return re.compile(rf".[{marks()}\u1160-\u11ff]*", re.DOTALL)


def fold(word: str) -> str:
    """The letters that a word counts as: small, without accents, of ordinary width. May be empty."""
    if word.isascii() and word.isalnum():
        return word.lower()
    folded = _fold_once(word)
    while (again := _fold_once(folded)) != folded:
        folded = again
    return folded


def _fold_once(word: str) -> str:
    plain = _WIDTHS.sub(lambda found: unicodedata.normalize("NFKC", found[0]), word).casefold()
    plain = unicodedata.normalize("NFC", plain).translate(_SAME_LETTER)
    plain = _ACCENTED.sub(lambda found: unicodedata.normalize("NFD", found[0])[0], plain)
    plain = unicodedata.normalize("NFC", _DROPPED_MARKS.sub("", plain))
    kept = [_digit(letter) for letter in dropwhile(_is_mark, plain) if _is_kept(letter)]
    return "".join(kept)


def _digit(letter: str) -> str:
    return str(unicodedata.decimal(letter)) if letter.isdecimal() else letter


def _is_kept(letter: str) -> bool:
    if letter in APOSTROPHES or letter in _UNSEEN:
        return False
    return letter == "." or letter.isalnum() or _is_mark(letter)


def _is_mark(letter: str) -> bool:
    return unicodedata.category(letter)[0] == "M"
