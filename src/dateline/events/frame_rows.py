"""Finds faults in the rows of frames, before any example is coded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dateline.events.conditions import CLASSES
from dateline.events.examples import example_faults
from dateline.events.noun_classes import noun_classes
from dateline.ontology import Fault, Ontology, Root, Row

ROLES = frozenset(
    """sentence relcl past passive light_iobj dobj iobj subj prep pobj prt xcomp ccomp amod compound poss""".split()
)
_PREPOSITIONS = frozenset(
    """about across after against ahead along alongside amid among around as at before behind between beyond by down during for from
    in inside into near of off on onto out outside over since through throughout to toward towards under until upon with
    within without""".split()
)
SLOTS = frozenset(
    "subj dobj iobj xsubj xdobj obj_poss subj_poss poss amod light light_iobj light_dobj".split()
)
SLOTS_OF_PREPOSITIONS = frozenset("prep light deep xprep".split())
# easing in words is CONCEDE though CAMEO files it with deeds; leaving office has no CAMEO code but the root's
_OTHER_ROOT = {
    "085": ["CONCEDE"],
    "0813": ["CONCEDE"],
    "0814": ["CONCEDE"],
    "0871": ["CONCEDE"],
    "080": ["RETREAT"],
}
_WHERE = "docs/ontology.md explains them"


def row_faults(rows: Sequence[Row], ontology: Ontology) -> Iterator[Fault]:
    """A fault for everything that is wrong in rows of frames; of two with the same conditions the second one never fires."""
    seen: dict[tuple[str, ...], Row] = {}
    for row in rows:
        yield from map(row.fault, _faults(row, ontology))
        key = row["trigger"], row["pos"], row["needs"]
        first = seen.setdefault(key, row)
        if first is not row:
            yield row.fault(
                f"trigger, pos and needs are those of {first.file} line {first.line}; delete or narrow one."
            )


def _faults(row: Mapping[str, str], ontology: Ontology) -> Iterator[str]:
    yield from _trigger_faults(row)
    yield from _code_faults(row, ontology)
    yield from _condition_faults(row)
    yield from _slot_faults(row)
    yield from example_faults(row["example"])


def _trigger_faults(row: Mapping[str, str]) -> Iterator[str]:
    trigger = row["trigger"]
    if not trigger:
        yield "the trigger is missing; write the lemma of the word that bears the act."
    elif trigger != trigger.lower():
        yield f"trigger {trigger!r} is no lemma; write it in small letters: {trigger.lower()}."
    if row["pos"] not in {"v", "n", "a"}:
        yield f"unknown pos {row['pos']!r}; write v, n or a."


def _code_faults(row: Mapping[str, str], ontology: Ontology) -> Iterator[str]:
    root, mode, cameo = row["plover"], row["mode"], row["cameo"]
    if root not in ontology.roots:
        yield f"unknown type {root!r} in plover; use one of {', '.join(ontology.roots)}."
    elif mode and mode not in {m.name for m in ontology.modes(root)}:
        known = ", ".join(m.name for m in ontology.modes(root)) or "none"
        yield f"unknown mode {mode!r}; those of {root}: {known}."
    if cameo and cameo not in ontology.cameo_codes:
        yield f"unknown CAMEO code {cameo!r}; three or four digits, such as 040 or 1823, or nothing."
    elif cameo and root in set(Root):
        other = ontology.crosswalk(cameo).root
        if root not in {other, *_OTHER_ROOT.get(cameo, ())}:
            yield f"CAMEO {cameo} belongs to {other}, not to {root}; change one of them."


def _condition_faults(row: Mapping[str, str]) -> Iterator[str]:
    for part in filter(None, row["needs"].split(";")):
        role, _, values = part.strip().removeprefix("!").partition("=")
        role, _, preposition = (word.strip() for word in role.partition(":"))
        if role not in ROLES | _PREPOSITIONS:
            yield f"unknown role {role!r} in needs; use a preposition or one of {', '.join(sorted(ROLES))} ({_WHERE})."
        elif bool(preposition) != (role == "pobj"):
            yield f"condition {part!r} cannot be read; only pobj takes a preposition, and needs one: pobj:with=crime."
        elif preposition and preposition not in _PREPOSITIONS:
            yield _no_preposition(preposition, part)
        for value in map(str.strip, values.split("|")):
            if value.startswith("@") and value not in CLASSES | noun_classes().keys():
                known = ", ".join(sorted(CLASSES | noun_classes().keys()))
                yield f"unknown class {value!r} in needs; use one of {known}."


def _slot_faults(row: Mapping[str, str]) -> Iterator[str]:
    for column in ("source", "target"):
        for slot in filter(None, row[column].split("|")):
            name, colon, preposition = slot.partition(":")
            if name not in (SLOTS_OF_PREPOSITIONS if colon else SLOTS | _PREPOSITIONS):
                known = sorted({*SLOTS, *(f"{s}:with" for s in SLOTS_OF_PREPOSITIONS)})
                yield f"unknown slot {slot!r} in {column}; use a preposition or one of {', '.join(known)} ({_WHERE})."
            elif colon and preposition not in _PREPOSITIONS:
                yield _no_preposition(preposition, slot)
    if row["shape"] not in {"", "mutual"}:
        yield f"unknown shape {row['shape']!r}; write mutual where all take part alike, else nothing."


def _no_preposition(word: str, where: str) -> str:
    return f"unknown preposition {word!r} in {where!r}; use one of {', '.join(sorted(_PREPOSITIONS))}."
