"""Finds faults in the ontology's tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from dateline.model import Status
from dateline.ontology.roots import Root
from dateline.ontology.tables import rows

CONTEXTS = 37


def check() -> list[str]:
    """One message for each fault, naming table, row and rule; empty when the tables are sound."""
    return [*_roots(), *_modes(), *_contexts(), *_crosswalk(), *_labels()]


def _roots() -> Iterator[str]:
    table = rows("roots.csv")
    if [r["root"] for r in table] != list(Root):
        yield f"roots.csv: must have the {len(Root)} roots once each, in their order"
    for row in table:
        if row["quad"] not in {"1", "2", "3", "4"}:
            yield f"roots.csv, {row['root']}: quad is 1 to 4"
        if row["quad"] in {"1", "2"} and float(row["score"]) < 0:
            yield f"roots.csv, {row['root']}: cooperation has no negative score"
        yield from _scored(row, f"roots.csv, {row['root']}")


def _modes() -> Iterator[str]:
    table = rows("modes.csv")
    yield from _repeated([f"{r['root']} {r['mode']}" for r in table], "modes.csv")
    for row in table:
        place = f"modes.csv, {row['root']} {row['mode']}"
        if row["root"] not in set(Root):
            yield f"{place}: unknown root"
        yield from _scored(row, place)


def _scored(row: dict[str, str], place: str) -> Iterator[str]:
    if not -10 <= float(row["score"]) <= 10:
        yield f"{place}: score is -10 to 10"
    if len(row["cameo"]) != 3 or not row["cameo"].endswith("0"):
        yield f"{place}: a CAMEO root has three digits and ends in 0"
    families = {r["cameo"][:2] for r in rows("crosswalk.csv") if r["root"] == row["root"]}
    if row["cameo"][:2] not in families:
        yield f"{place}: no CAMEO code of family {row['cameo'][:2]} becomes {row['root']}"


def _contexts() -> Iterator[str]:
    names = [r["context"] for r in rows("contexts.csv")]
    yield from _repeated(names, "contexts.csv")
    if len(names) != CONTEXTS:
        yield f"contexts.csv: {CONTEXTS} contexts are defined, the table has {len(names)}"


def _crosswalk() -> Iterator[str]:
    table = rows("crosswalk.csv")
    modes = {(r["root"], r["mode"]) for r in rows("modes.csv")}
    contexts = {r["context"] for r in rows("contexts.csv")}
    yield from _repeated([r["cameo"] for r in table], "crosswalk.csv")
    for row in table:
        place = f"crosswalk.csv, {row['cameo']}"
        if not row["cameo"].isdigit() or len(row["cameo"]) not in {3, 4}:
            yield f"{place}: a code has three or four digits"
        if bool(row["root"]) != (not row["cameo"].startswith("01")):
            yield f"{place}: all codes but 010 to 019 have a root"
        if row["root"] and row["root"] not in set(Root):
            yield f"{place}: unknown root {row['root']}"
        if row["mode"] and (row["root"], row["mode"]) not in modes:
            yield f"{place}: {row['root']} has no mode {row['mode']}"
        yield from (
            f"{place}: unknown context {c}" for c in row["contexts"].split(";") if c and c not in contexts
        )


def _labels() -> Iterator[str]:
    table = rows("manual_labels.csv")
    if [r["root"] for r in table] != list(Root):
        yield "manual_labels.csv: must have each root once"
    for row in table:
        if row[Status.HAPPENED] != row["root"]:
            yield f"manual_labels.csv, {row['root']}: what happened keeps its root"
        yield from (
            f"manual_labels.csv, {row['root']}: unknown {s}" for s in Status if row[s] not in set(Root)
        )


def _repeated(keys: list[str], table: str) -> Iterator[str]:
    yield from (f"{table}: {key} stands twice" for key, count in Counter(keys).items() if count > 1)
