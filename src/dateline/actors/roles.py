"""Titles and words for kinds of people: "Deputy Foreign Minister", "officials", "troops"."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class RoleWord:
    """A word or phrase that says what someone is.

    `office` is the key of an office in the tables (`head_of_state`), if it is one; `sector` a PLOVER sector.
    `scope`: `title` goes before a name or stands for a person; `body` is an organ that acts for its state;
    `people` are many, or a body of their own, who do or do not act for it, `person` is one of them; `property` stands for the state that owns it;
    `honorific` only goes before a name.
    """

    words: str
    scope: str
    office: str | None
    sector: str | None


@cache
def role_words() -> dict[str, RoleWord]:
    """Lower-case singular words -> what they say."""
    table = files("dateline.actors").joinpath("data/roles.csv").read_text("utf-8")
    return {
        row["words"]: RoleWord(row["words"], row["scope"], row["office"] or None, row["sector"] or None)
        for row in csv.DictReader(table.splitlines())
    }


@cache
def _most_words() -> dict[str, int]:
    """First word of a role phrase, without a point -> most words of a phrase that begins so."""
    longest: dict[str, int] = {}
    for phrase in role_words():
        first, *more = phrase.split()
        first = first.rstrip(".")
        longest[first] = max(longest.get(first, 0), 1 + len(more))
    return longest


def role_at(words: list[str], start: int) -> tuple[RoleWord, int] | None:
    """The longest role phrase that begins at a place in a list of words, and how many words it has."""
    most = _most_words().get(words[start].lower().rstrip("."), 0)
    for size in range(min(most, len(words) - start), 0, -1):
        phrase = " ".join(words[start : start + size]).lower().rstrip(".")
        role = role_words().get(phrase)
        if role is not None:
            return role, size
    return None


@cache
def kind_words() -> dict[str, str]:
    """Lower-case word -> the kind that it gives to a capitalised name that holds it: `organisation company place ...`."""
    table = files("dateline.actors").joinpath("data/kind_words.csv").read_text("utf-8")
    return {row["word"]: row["kind"] for row in csv.DictReader(table.splitlines())}


@cache
def name_words(sort: str) -> frozenset[str]:
    """Lower-case words of a sort: `stop` belong to no name, `thing` end names of no actor, `direction` begin places,
    `private` are bodies of no government, `bodily` are done to people and hardly to things."""
    table = files("dateline.actors").joinpath("data/name_words.csv").read_text("utf-8")
    return frozenset(row["word"] for row in csv.DictReader(table.splitlines()) if row["sort"] == sort)


def spelled_out(words: str) -> str:
    """Lower-case words with short titles in full and like titles alike: "rep" and "congressman" are "representative"."""
    return _short_titles().sub(lambda match: _long_titles()[match[0]], words)


@cache
def _long_titles() -> dict[str, str]:
    table = files("dateline.actors").joinpath("data/spelled_out.csv").read_text("utf-8")
    return {row["short"]: row["long"] for row in csv.DictReader(table.splitlines())}


@cache
def _short_titles() -> re.Pattern[str]:
    longest_first = sorted(_long_titles(), key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(map(re.escape, longest_first)) + r")\b")
