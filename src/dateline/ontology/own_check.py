"""Finds faults in a researcher's own types, modes and contexts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from dateline.ontology.own import OwnTables
from dateline.ontology.roots import Root
from dateline.ontology.table_rows import Fault, Row
from dateline.ontology.tables import rows

_RESERVED = "NONE"
"""What a reader says of words that bear no act."""


def type_faults(own: OwnTables) -> Iterator[Fault]:
    """A fault for everything in `roots.csv`, `modes.csv` and `contexts.csv` that cannot be used."""
    roots = Counter(row["root"] for row in own.roots)
    for row in own.roots:
        found = (*_name_faults(row["root"], roots), *_quad_faults(row), *_number_faults(row))
        yield from map(row.fault, found)
    packaged = {(row["root"], row["mode"]) for row in rows("modes.csv")}
    modes = Counter((row["root"], row["mode"]) for row in own.modes)
    for row in own.modes:
        known = {*Root, *roots}
        yield from map(row.fault, (*_mode_faults(row, known, packaged, modes), *_number_faults(row)))
    contexts = Counter(row["context"] for row in own.contexts)
    for row in own.contexts:
        yield from map(row.fault, _context_faults(row["context"], contexts))


def _context_faults(context: str, contexts: Counter[str]) -> Iterator[str]:
    if not re.fullmatch(r"[a-z][a-z0-9_]*", context):
        yield f"{context!r} is no name for a context; write small letters and low lines, such as deep_sea."
    if context in {row["context"] for row in rows("contexts.csv")}:
        yield f"{context} is a packaged context; give it more words in context_words.csv."
    if contexts[context] > 1:
        yield f"{context} stands twice; delete one of the rows."


def _name_faults(root: str, roots: Counter[str]) -> Iterator[str]:
    if not re.fullmatch(r"[A-Z][A-Z_]*", root) or root == _RESERVED:
        yield f"{root!r} is no name for a type; write capitals, such as FISHERY (not {_RESERVED})."
    if root in set(Root):
        yield f"{root} is a packaged type; take another name (modes of a packaged type go into modes.csv)."
    if roots[root] > 1:
        yield f"{root} stands twice; delete one of the rows."


def _quad_faults(row: Row) -> Iterator[str]:
    score = _score(row)
    if row["quad"] not in {"1", "2", "3", "4"}:
        yield f"quad {row['quad']!r} is out of range; write 1 or 2 for cooperation in words or deeds, 3 or 4 for conflict."
    elif score is not None and score * (1 if row["quad"] in "12" else -1) < 0:
        kind = "cooperation has no negative" if row["quad"] in "12" else "conflict has no positive"
        yield f"score {row['score']} does not fit quad {row['quad']}: {kind} score; change one of them."


def _mode_faults(
    row: Row, known: set[str], packaged: set[tuple[str, str]], modes: Counter[tuple[str, str]]
) -> Iterator[str]:
    key = row["root"], row["mode"]
    if row["root"] not in known:
        yield f"unknown type {row['root']!r}; name a packaged one or one of your roots.csv."
    if not re.fullmatch(r"[a-z][a-z0-9-]*", row["mode"]):
        yield f"{row['mode']!r} is no name for a mode; write small letters and hyphens, such as by-boat."
    if key in packaged:
        yield f"{row['root']} has a packaged mode {row['mode']}; take another name."
    if modes[key] > 1:
        yield f"mode {row['mode']} of {row['root']} stands twice; delete one of the rows."


def _number_faults(row: Row) -> Iterator[str]:
    score = _score(row)
    if score is None or not -10 <= score <= 10:
        yield f"score {row['score']!r} is out of range; write a number from -10 (conflict) to 10 (cooperation)."
    families = {coded["cameo"][:2] + "0" for coded in rows("crosswalk.csv")}
    if row["cameo"] and row["cameo"] not in families:
        yield f"{row['cameo']!r} is no CAMEO family; write one such as 040, or leave the cell empty."


def _score(row: Row) -> float | None:
    try:
        return float(row["score"])
    except ValueError:
        return None
