"""Words of names in Latin letters, by rule: letters from a table, syllables from their Unicode names."""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from functools import cache

from dateline.knowledge.tables import rows_of

_HANGUL, _VOWELS, _TAILS = 0xAC00, 21, 28
_HEAD = "g kk n d tt r m b pp s ss  j jj ch k t p h".split(" ")
_HEART = "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split()
_TAIL = " k k k n n n t l k m l l l p l m p p t t ng t t k t p t".split(" ")
_KANA = {"si": "shi", "ti": "chi", "tu": "tsu", "hu": "fu", "zi": "ji", "di": "ji", "du": "zu"}
_NAMES_OF_SCRIPTS = {
    "CJK": "han",
    "HANGUL": "hangul",
    "KATAKANA": "kana",
    "HIRAGANA": "kana",
    "ARABIC": "consonantal",
    "HEBREW": "consonantal",
}


class Script(StrEnum):
    """How a word is written, as far as comparison depends on it."""

    ALPHABET = "alphabet"
    CONSONANTAL = "consonantal"
    HAN = "han"
    HANGUL = "hangul"
    KANA = "kana"


def script_of(word: str) -> Script:
    """The script of the first letter; every alphabet and every Indic script counts as an alphabet."""
    if word.isascii():
        return Script.ALPHABET
    first = next((c for c in word if c.isalpha()), word[0])
    return Script(_NAMES_OF_SCRIPTS.get(unicodedata.name(first, "").split(" ")[0], "alphabet"))


def romanised(word: str) -> str:
    """A lower-case word in Latin letters without marks; what no rule covers stays as it is (Han, Thai)."""
    if word.isascii():
        return word
    word = unicodedata.normalize("NFC", word)
    if script_of(word) is Script.KANA:
        return _kana(word)
    pattern, letters = _letters()
    bare = "".join(c if c in letters else _bare(c) for c in word)
    plain = pattern.sub(lambda found: letters[found.group()], bare)
    return plain if plain.isascii() else "".join(_syllables(plain))


@cache
def _letters() -> tuple[re.Pattern[str], dict[str, str]]:
    letters = {row["letter"]: row["latin"] for row in rows_of("letters")}
    longest_first = sorted(letters, key=lambda letter: (-len(letter), letter))
    return re.compile("|".join(map(re.escape, longest_first))), letters


def _bare(letter: str) -> str:
    """Without accents; signs that are vowels of Indic scripts stay."""
    if "\uac00" <= letter <= "\ud7a3":
        return letter
    decomposed = unicodedata.normalize("NFD", letter)
    return "".join(c for c in decomposed if not unicodedata.combining(c)) or _virama(letter)


def _virama(letter: str) -> str:
    return letter if "SIGN VIRAMA" in unicodedata.name(letter, "") else ""


def _syllables(word: str) -> list[str]:
    made: list[str] = []
    for letter in word:
        if "\uac00" <= letter <= "\ud7a3":
            made.append(_hangul(letter))
        elif letter.isascii():
            made.append(letter)
        else:
            _add_indic(made, letter)
    return made


def _hangul(syllable: str) -> str:
    rest, tail = divmod(ord(syllable) - _HANGUL, _TAILS)
    head, heart = divmod(rest, _VOWELS)
    return _HEAD[head] + _HEART[heart] + _TAIL[tail]


def _add_indic(made: list[str], letter: str) -> None:
    """Consonants bring an "a" of their own, which a vowel sign replaces and a virama takes away."""
    kind, _, sound = unicodedata.name(letter, "").rpartition(" ")
    if kind.endswith(" VOWEL SIGN"):
        _drop_inherent(made)
        made.append(sound.lower())
    elif kind.endswith(" SIGN") and sound == "VIRAMA":
        _drop_inherent(made)
    elif kind.endswith(" SIGN"):
        made.append("n" if sound in {"ANUSVARA", "CANDRABINDU"} else "")
    elif kind.endswith(" LETTER") and kind.split(" ")[0] in _INDIC:
        made.append(sound.lower())
    else:
        made.append(letter)


_INDIC = frozenset(
    "DEVANAGARI BENGALI GUJARATI GURMUKHI ORIYA TAMIL TELUGU KANNADA MALAYALAM SINHALA".split()
)


def _drop_inherent(made: list[str]) -> None:
    if made and made[-1].endswith("a"):
        made[-1] = made[-1][:-1]


def _kana(word: str) -> str:
    made: list[str] = []
    for letter in word:
        sound = unicodedata.name(letter, "").rpartition(" ")[2].lower()
        is_small = " SMALL " in unicodedata.name(letter, "")
        if not letter.isalpha() or letter == "ー":
            continue
        if is_small and sound in {"ya", "yu", "yo", "a", "i", "u", "e", "o"} and made:
            made[-1] = made[-1].rstrip("aiueo") + sound
        elif not (is_small and sound == "tu"):
            made.append(_KANA.get(sound, sound))
    return "".join(made)
