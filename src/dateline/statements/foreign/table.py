"""Cues and small words of languages without a parser: `data/foreign_cues.csv` and `data/foreign_words.csv`."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from dateline.model import DataError
from dateline.statements.cues import Cue

CUE_KINDS = frozenset("say name by inserted source words".split())
WORD_KINDS = frozenset(
    "trait pronoun nominative determiner link auxiliary join front opener object filler time clause that relative mood negation self".split()
)
PLAIN = Cue(":", (), "p", "say", "say", frozenset({"quote"}), frozenset(), "")
"""The cue of words that are no verb of saying: a colon, "so X", "mit den Worten"."""


@dataclass(frozen=True, slots=True)
class ForeignCue:
    """A row of the cue table.

    `kind` is `say` (a verb beside a quotation), `name` (a verb that makes said even a word or two: "nannte ihn „stur“"),
    `by` (stands before the speaker: "laut"), `inserted` (the same, but never before what is said: "so X"), `source` (what is read somewhere: "heißt es in") or `words` ("mit den
    Worten"). `particle` is a word that must stand behind the verb ("fügte ... hinzu").
    """

    kind: str
    forms: tuple[str, ...]
    participle: str
    particle: str
    cue: Cue


@cache
def foreign_cues(language: str) -> tuple[ForeignCue, ...]:
    """The cues of a language; none for one that the table does not hold.

    Raises:
        DataError: a row of the table is wrong.
    """
    rows = _rows("foreign_cues.csv", CUE_KINDS)
    return tuple(_cue(row) for row in rows if row["language"] == language)


@cache
def foreign_words(language: str, kind: str) -> frozenset[str]:
    """Small words by what they are for; the kind `trait` says `verb_second` and `capital_nouns` of a language like German.

    `front` words open a sentence without being its subject, `opener` words stand before a subject, `object` words open an
    object, `link` words tie a noun to the one before, `filler` words stand between a verb and its subject.

    Raises:
        DataError: a row of the table is wrong.
    """
    rows = _rows("foreign_words.csv", WORD_KINDS)
    chosen = (row for row in rows if row["language"] == language and row["kind"] == kind)
    return frozenset(word for row in chosen for word in row["words"].split())


@cache
def any_word(language: str, *kinds: str) -> str:
    """A pattern for any word of the kinds, in small letters or capitals; nothing matches where there are none."""
    return _either(word for kind in kinds for word in foreign_words(language, kind))


@cache
def any_form(language: str, *kinds: str) -> str:
    """A pattern for the forms of cues of the kinds."""
    return _either(form for cue in foreign_cues(language) if cue.kind in kinds for form in cue.forms)


@cache
def any_participle(language: str) -> str:
    """A pattern for the participles of verbs of saying."""
    return _either(cue.participle for cue in foreign_cues(language) if cue.participle)


def _either(words: Iterable[str]) -> str:
    chosen = sorted(set(words), key=lambda word: (-len(word), word))
    return rf"(?i:{'|'.join(map(re.escape, chosen))})" if chosen else r"(?!)"


def _cue(row: Mapping[str, str]) -> ForeignCue:
    forms = tuple(row["forms"].split("|"))
    cue = Cue(forms[0], (), "v", "say", row["act"], frozenset({"quote"}), frozenset(), "")
    return ForeignCue(row["kind"], forms, row["participle"], row["particle"], cue)


def _rows(name: str, kinds: frozenset[str]) -> list[dict[str, str]]:
    table = resources.files("dateline.statements") / "data" / name
    rows = list(csv.DictReader(table.read_text("utf-8").splitlines()))
    for number, row in enumerate(rows, 2):
        if row["kind"] not in kinds:
            raise DataError(f"statements/data/{name}, row {number}: unknown kind {row['kind']}")
    return rows
