"""Words that say whether an act took place, from a table."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

from dateline.model import Parse, Status, Token


@cache
def status_words() -> dict[tuple[str, str], Status]:
    """(lemma, `v` `n` `a` or `r`) -> what it does to an act that hangs on it."""
    return {(row["lemma"], row["pos"]): Status(row["class"]) for row in _rows()}


def governing_lemma(parse: Parse, word: Token) -> str:
    """The lemma by which the table knows a word: with its particle where that says something else ("*call off*")."""
    phrases = (f"{word.lemma} {particle.lower}" for particle in parse.children(word, "prt"))
    return next((phrase for phrase in phrases if (phrase, "v") in status_words()), word.lemma)


@cache
def verbs_that_deny() -> frozenset[str]:
    """Verbs whose object did not take place: cancel, call off, avert, prevent."""
    return frozenset(
        lemma for (lemma, pos), status in status_words().items() if pos == "v" and status == Status.DENIED
    )


def _rows() -> list[dict[str, str]]:
    text = files("dateline.events").joinpath("data/status.csv").read_text("utf-8")
    return list(csv.DictReader(text.splitlines()))
