"""The tables of contexts: words that show one, and signs of the coded act that do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from dateline.ontology import CONTEXT_COLUMNS, Ontology, Root, Table, read_table

_SIGN_COLUMNS = ("context", "plover", "mode", "cameo", "trigger", "source", "target", "between")


@dataclass(frozen=True, slots=True)
class ContextWords:
    """A word or phrase that shows a context. `words` are lemmas or forms in small letters; `pos` is `n`, `v` or `a`, or `p` for words that
    are written with a capital (`is_acronym`: all in capitals); none of `without` may stand beside it."""

    context: str
    words: tuple[str, ...]
    pos: str
    is_acronym: bool
    without: frozenset[str]


@dataclass(frozen=True, slots=True)
class ContextSign:
    """What of a coded act shows a context by itself: all that is filled in has to hold.

    `source` and `target` are sectors of which somebody on that side has one; a state alone counts as GOV. `between` is `states` for acts of
    two states at least, `within` for acts inside one, or where no second one is named."""

    context: str
    mode: str
    cameo: frozenset[str]
    triggers: frozenset[str]
    source: frozenset[str]
    target: frozenset[str]
    between: str


WordIndex = Mapping[str, tuple[ContextWords, ...]]
"""First word -> what begins with it, the longest first."""


@lru_cache(maxsize=4)
def context_words(ontology: Ontology) -> WordIndex:
    """The words of the packaged table and a researcher's own, by their first word."""
    own = ontology.own.context_words if ontology.own is not None else ()
    found: dict[str, list[ContextWords]] = defaultdict(list)
    for row in (*packaged_words().rows, *own):
        words = words_of(row)
        found[words.words[0]].append(words)
    return {
        first: tuple(sorted(rows, key=lambda row: (-len(row.words), row.context)))
        for first, rows in found.items()
    }


@cache
def context_signs() -> Mapping[str, tuple[ContextSign, ...]]:
    """The signs of the packaged table that an act of each root may show; under no name those that one of any other type may."""
    rows = packaged_signs().rows
    return {root: tuple(_sign(row) for row in rows if row["plover"] in ("", root)) for root in (*Root, "")}


def _sign(row: Mapping[str, str]) -> ContextSign:
    return ContextSign(
        row["context"],
        row["mode"],
        listed(row["cameo"]),
        listed(row["trigger"]),
        listed(row["source"]),
        listed(row["target"]),
        row["between"],
    )


def words_of(row: Mapping[str, str]) -> ContextWords:
    """A row of a table of words."""
    words = pieces(row["words"])
    is_acronym = row["pos"] == "p" and len(words) == 1 and row["words"].isupper()
    return ContextWords(row["context"], words, row["pos"], is_acronym, listed(row["without"].lower()))


def pieces(phrase: str) -> tuple[str, ...]:
    """The words of a phrase as a parse has them: in small letters, hyphens and "'s" apart; hyphens are left out."""
    spaced = phrase.lower().replace("’", "'").replace("-", " ").replace("'s", " 's")
    return tuple(spaced.replace("s' ", "s ' ").split())


@cache
def packaged_words() -> Table:
    """The packaged table of words."""
    return _table("context_words.csv", (*CONTEXT_COLUMNS, "class"))


@cache
def packaged_signs() -> Table:
    """The packaged table of signs."""
    return _table("context_signs.csv", _SIGN_COLUMNS)


def _table(name: str, columns: Sequence[str]) -> Table:
    return read_table(files("dateline.events").joinpath("data", name).read_bytes(), name, columns)


def listed(cell: str) -> frozenset[str]:
    """The words of a cell, divided by bars."""
    return frozenset(filter(None, cell.split("|")))
