"""A person's name in parts: names, initials, names of fathers; titles, particles and "Jr." told apart."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from itertools import pairwise

from dateline.knowledge.name_classes import NameClasses
from dateline.knowledge.romanise import Script, romanised, script_of
from dateline.knowledge.spelling import bones, sound_key
from dateline.knowledge.tables import rows_of

REMEMBERED = 1 << 16
"""Names and words whose parts are kept."""

_APOSTROPHES = re.compile(r"['’‘ʼ`´ʻʿʾ\"“”«»]")
_BETWEEN = re.compile(r"[\s\-‐‑–—_,;/·・()\[\]]+")
_HUMP = re.compile(r"(?<=[a-zß-ÿ])(?=[A-Z][a-z])")
_INITIALS = re.compile(r"(?:\w\.)+\w?\.?")
_SYLLABLES = re.compile(r"\b([A-Z][a-zà-ÿ]{1,5})['’]?[-‐‑](?=[a-zà-ÿ]{2,6}\b)")
_BARE_INITIALS = re.compile(r"\b[BCDFGHJKLMNPQRSTVWXZ]{2,3}\b")
_LEADING_ARTICLE = re.compile(r"^(?:al|el)[-‐‑](?=\w)", re.IGNORECASE)
_SERVANT = re.compile(r"^abd(?:[aeou]{1,2}[lrsnzdt]h?)?(?=.{4})")
_SERVANTS = frozenset("abd abdul abdel abdal abdol abdoul abdur abdus abdool".split())
_SEMITIC_ARTICLE = "ال"
_SIGNS = {Script.HAN, Script.HANGUL}


class Role(StrEnum):
    """What a word of a name is."""

    NAME = "name"
    INITIAL = "initial"
    FATHER = "father"
    """Marked as the father's name: "bin Salman"."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it is compared: in lower case, in Latin letters, by its sounds, by its consonants; with the names it stands for.

    `letters` has a bit for each letter of the key, so that words far from each other are told at once.
    """

    written: str
    latin: str
    key: str
    bones: str
    script: Script
    letters: int
    variants: frozenset[int]
    nicknames: frozenset[int]


@dataclass(frozen=True, slots=True)
class Part:
    """A word and what it is."""

    word: Word
    role: Role


@dataclass(frozen=True, slots=True)
class PersonName:
    """The parts that count in their order, neighbours written as one word, all letters in a row, and "jr", "iii" or ""."""

    parts: tuple[Part, ...]
    pairs: tuple[Word, ...]
    letters: str
    generation: str
    has_father: bool


@lru_cache(maxsize=REMEMBERED)
def word_of(written: str) -> Word:
    """A lower-case word with its forms."""
    latin = romanised(written) or written
    key = sound_key(latin) or latin
    script = script_of(written)
    known = NameClasses.load()
    form = written if script is Script.HAN else key
    letters = sum(1 << (ord(letter) & 63) for letter in set(key))
    variants, nicknames = known.variants.of(form), known.nicknames.of(form)
    return Word(written, latin, key, bones(key), script, letters, variants, nicknames)


@lru_cache(maxsize=REMEMBERED)
def person_name(name: str) -> PersonName:
    """A name as written, taken apart. Titles and particles are left out where something else remains."""
    tokens = _words(name)
    generation = next((token for token in tokens[1:] if _role(token) == "generation"), "")
    kept = _without_titles(tokens)
    parts = tuple(Part(word_of(token), role) for token, role in _roles_of(kept, is_turned="," in name))
    latin = [part.word.latin for part in parts]
    return PersonName(
        parts,
        tuple(word_of(one + other) for one, other in pairwise(latin) if len(one) > 1 or len(other) > 1),
        "".join(word_of(token).latin for token in kept),
        generation,
        any(part.role is Role.FATHER for part in parts),
    )


def words_with_roles(name: str) -> list[tuple[str, Role]]:
    """The words of a name's parts, without their forms: far quicker than `person_name`."""
    return list(_roles_of(_without_titles(_words(name)), is_turned="," in name))


def _words(name: str) -> list[str]:
    return list(_tokens(unicodedata.normalize("NFKC", name)))


@cache
def _roles() -> dict[str, str]:
    return {row["word"]: row["role"] for row in rows_of("name_parts")}


def _role(token: str) -> str:
    return _roles().get(token, "")


def _tokens(name: str) -> Iterator[str]:
    plain = _LEADING_ARTICLE.sub("", _APOSTROPHES.sub("", _SYLLABLES.sub(_joined, name.strip())))
    if not plain.isupper():
        plain = _BARE_INITIALS.sub(lambda found: " ".join(found.group()), plain)
    for chunk in _BETWEEN.split(_HUMP.sub(" ", plain)):
        if "." in chunk and _INITIALS.fullmatch(chunk):
            yield from (letter.lower() for letter in chunk if letter != ".")
        elif any(c.isalnum() for c in chunk):
            yield from _split(chunk.strip(".").lower())


def _joined(found: re.Match[str]) -> str:
    """ "Geun-hye" is one name of two syllables, "Jean-Luc" two names, and "Al-" an article."""
    return found.group() if _role(found[1].lower()) else found[1]


def _split(word: str) -> Iterator[str]:
    """Han and Hangul names have no blanks: the family name is the first sign, or two of four."""
    if not word.isascii() and 2 <= len(word) <= 4 and script_of(word) in _SIGNS:
        family = 2 if len(word) == 4 else 1
        yield from (word[:family], word[family:])
    else:
        yield word.removeprefix(_SEMITIC_ARTICLE) if len(word) > 4 else word


def _roles_of(kept: list[str], *, is_turned: bool) -> Iterator[tuple[str, Role]]:
    """`is_turned` says that the family name comes first: only then a particle may open a name ("le Pen, M.", but "Le Duc Tho")."""
    is_father = False
    for place, token in enumerate(_servants(kept)):
        role = _role(token)
        if role == "father" or (role == "particle" and (place or is_turned) and len(kept) > 1):
            is_father = is_father or role == "father"
            continue
        is_initial = len(token) == 1 and script_of(token) is Script.ALPHABET
        yield token, Role.INITIAL if is_initial else Role.FATHER if is_father else Role.NAME
        is_father = False


def _without_titles(tokens: list[str]) -> list[str]:
    """Without titles that lead, and degrees and "Jr." wherever they stand; never without the last word that is left."""
    first = next((i for i, token in enumerate(tokens) if _role(token) != "title"), len(tokens) - 1)
    named = [token for token in tokens[first:] if _role(token) not in {"degree", "generation"}]
    return named or tokens


def _servants(tokens: list[str]) -> Iterator[str]:
    """ "Abd al-Aziz", "Abdul Aziz" and "Abdulaziz" are one word: servant of the Mighty."""
    is_waiting = False
    for token in tokens:
        if token in _SERVANTS:
            is_waiting = True
        elif is_waiting and _role(token) == "particle":
            continue
        else:
            yield "abd" + token if is_waiting else _SERVANT.sub("abd", token)
            is_waiting = False
    if is_waiting:
        yield "abd"
