"""Finds faults in the rows of the tables of contexts."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from dateline.events.context_tables import listed, pieces
from dateline.ontology import Fault, Ontology, Row

_KINDS = ("n", "p", "v", "a")
_SECTORS = frozenset(
    "COP GOV JUD LEG MIL PRM PTY REB SPY UAF AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE REL SOC".split()
)


def word_faults(rows: Sequence[Row], ontology: Ontology) -> Iterator[Fault]:
    """A fault for everything that is wrong in rows of words."""
    seen: dict[tuple[str, ...], Row] = {}
    for row in rows:
        yield from map(row.fault, _word_faults(row, ontology.contexts))
        key = (row["context"], row["pos"], *pieces(row["words"]))
        first = seen.setdefault(key, row)
        if first is not row:
            yield row.fault(f"the words of line {first.line} stand here again; delete one of the rows.")


def sign_faults(rows: Sequence[Row], ontology: Ontology) -> Iterator[Fault]:
    """A fault for everything that is wrong in rows of signs."""
    for row in rows:
        yield from map(row.fault, _sign_faults(row, ontology))


def _word_faults(row: Row, contexts: Collection[str]) -> Iterator[str]:
    if row["context"] not in contexts:
        yield f"unknown context {row['context']!r}; use one of PLOVER's (docs/ontology.md) or of your contexts.csv."
    if row["pos"] not in _KINDS:
        yield f"unknown pos {row['pos']!r}; write n, v or a, or p for words with a capital."
    if not pieces(row["words"]):
        yield "the words are missing; write a lemma or a phrase."
    elif row["pos"] != "p" and row["words"] != row["words"].lower():
        yield f"{row['words']!r} has a capital; write small letters, or p as pos."
    if not listed(row["without"]).isdisjoint(pieces(row["words"])):
        yield "a word that must not stand beside the phrase is part of it."


def _sign_faults(row: Row, ontology: Ontology) -> Iterator[str]:
    if row["context"] not in ontology.contexts:
        yield f"unknown context {row['context']!r}."
    if row["plover"] and row["plover"] not in ontology.roots:
        yield f"unknown type {row['plover']!r}."
    elif row["mode"] and row["mode"] not in {m.name for m in ontology.modes(row["plover"])}:
        yield f"{row['plover']} has no mode {row['mode']!r}."
    if row["between"] not in ("", "states", "within"):
        yield f"unknown between {row['between']!r}; write states or within."
    for code in listed(row["cameo"]) - {*ontology.cameo_codes}:
        yield f"unknown CAMEO code {code!r}."
    for sector in (listed(row["source"]) | listed(row["target"])) - _SECTORS:
        yield f"unknown sector {sector!r}."
