"""How entities are called: surface forms, their sort, and the time in which a name was in use."""

from __future__ import annotations

import unicodedata
from enum import StrEnum

import msgspec

_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "\u00a0": " "})


class NameForm(StrEnum):
    """What sort of surface form a name is."""

    NAME = "name"
    SHORT = "short"
    ACRONYM = "acronym"
    SURNAME = "surname"
    ADJECTIVE = "adjective"
    DEMONYM = "demonym"
    CAPITAL = "capital"
    METONYM = "metonym"
    CITY = "city"


class Name(msgspec.Struct, frozen=True, gc=False):
    """A surface form of an entity; `start` and `end` bound the time in which it was the name (ISO, None open)."""

    surface: str
    entity: str
    form: NameForm
    start: str | None = None
    end: str | None = None


def fold_quotes(surface: str) -> str:
    """Curly apostrophes and no-break spaces made plain, outer blanks dropped; the key of exact look-ups."""
    if surface.isascii():
        return surface.replace("`", "'").strip()
    return surface.translate(_APOSTROPHES).strip()


def without_marks(surface: str) -> str:
    """Letters without their diacritics ("Erdoğan", "Erdogan")."""
    if surface.isascii():
        return surface
    plain = surface.replace("ı", "i").replace("ø", "o").replace("Ø", "O").replace("ł", "l").replace("Ł", "L")
    decomposed = unicodedata.normalize("NFD", plain.replace("đ", "d").replace("ß", "ss"))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def fold_case(surface: str) -> str:
    """The key of the second look-up, for headlines in capitals."""
    return fold_quotes(surface).casefold()
