"""Gender of a person, as far as title, description or given name tell; it only keeps pronouns from the wrong person."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from enum import StrEnum
from functools import cache
from importlib.resources import files

from dateline.model import ActorKind, Mention

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*\.?")
_POSSESSOR = re.compile(r"^.*(?:'s|’s|s'|s’|\b[Hh]is|\b[Hh]er|\b[Tt]heir) ")


class Gender(StrEnum):
    """What "he" and "she" tell apart; None stands for unknown."""

    FEMALE = "female"
    MALE = "male"


_OF_PRONOUN = {
    "he": Gender.MALE,
    "him": Gender.MALE,
    "his": Gender.MALE,
    "himself": Gender.MALE,
    "she": Gender.FEMALE,
    "her": Gender.FEMALE,
    "hers": Gender.FEMALE,
    "herself": Gender.FEMALE,
}


def gender_of_pronoun(word: str) -> Gender | None:
    """Of a pronoun in lower case; None for those that tell nothing."""
    return _OF_PRONOUN.get(word)


def gender_of_noun(words: str) -> Gender | None:
    """Of a title or noun in lower case: "congresswoman", "king"."""
    last = words.rpartition(" ")[2]
    return _gender_words().get(last)


class Genders:
    """Genders of the people of one page."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        self._known: dict[str, Gender] = {}
        people = [m for m in mentions if m.kind == ActorKind.PERSON]
        for mention in people:
            found = _by_words(mention)
            if found is not None:
                self._known.setdefault(key_of(mention), found)
        for mention in people:
            found = _by_given_name(mention.name) if mention.actor else None
            if found is not None:
                self._known.setdefault(key_of(mention), found)

    def of(self, mention: Mention) -> Gender | None:
        """Of a mention's person; None where nothing tells."""
        return self._known.get(key_of(mention)) if mention.kind == ActorKind.PERSON else None

    def learn(self, mention: Mention, gender: Gender) -> None:
        """Keeps what a pronoun that can only mean this person has told."""
        self._known.setdefault(key_of(mention), gender)


def key_of(mention: Mention) -> str:
    """One key for all mentions of an actor on a page; unnamed people are told apart by their place."""
    return mention.actor or f"{mention.name}@{mention.start}"


def _by_words(mention: Mention) -> Gender | None:
    """From a title or a noun: "Mrs", "spokesman", "the widow"; words of a possessor do not count."""
    words = _WORD.findall(_POSSESSOR.sub("", mention.text))
    if mention.role:
        words += mention.role.split()
    for word in words:
        plain = word.lower().rstrip(".")
        is_title = word[0].islower() or word != words[-1]
        found = _gender_words().get(plain) or _gender_words().get(plain.rpartition("-")[2])
        if found is not None and is_title:
            return found
    last = words[-1].lower().rstrip(".") if words else ""
    return _gender_words().get(last) if mention.actor is None else None


def is_ruled_out(title: str, name: str) -> bool:
    """ "Mr. Diaz" is not Maria Diaz."""
    by_title = gender_of_noun(title.lower().rstrip("."))
    by_name = _by_given_name(name)
    return by_title is not None and by_name is not None and by_title != by_name


def _by_given_name(name: str) -> Gender | None:
    """From the full name, else from its first word that the table has; the surname does not count."""
    if name in given_names():
        return given_names()[name]
    for word in name.split()[:-1]:
        found = given_names().get(word) or given_names().get(word.partition("-")[0])
        if found is not None:
            return found
    return None


@cache
def given_names() -> dict[str, Gender]:
    """Given name -> the gender that it mostly has."""
    return _table("given_names.csv", "name")


@cache
def _gender_words() -> dict[str, Gender]:
    return _table("gender_words.csv", "word")


def _table(file: str, key: str) -> dict[str, Gender]:
    text = files("dateline.actors").joinpath(f"data/{file}").read_text("utf-8")
    return {row[key]: Gender(row["gender"]) for row in csv.DictReader(text.splitlines())}
