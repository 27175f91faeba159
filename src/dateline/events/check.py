"""Finds faults in the tables of events: frames, status words, and the words and signs of contexts."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from importlib.resources import files

from dateline.events.conditions import CLASSES
from dateline.events.context_rows import sign_faults, word_faults
from dateline.events.context_tables import packaged_signs, packaged_words
from dateline.events.frame_rows import row_faults
from dateline.events.frame_tables import packaged_tables
from dateline.events.noun_classes import noun_classes
from dateline.model import Status
from dateline.ontology import Ontology, Root

_NOT_HAPPENED = {Status.PLANNED, Status.HYPOTHETICAL, Status.DENIED}
_FEWEST_WORDS = 15
_KINDS_OF_STATUS_WORDS = frozenset("vnarxsp")


def check() -> list[str]:
    """One message for each fault, naming table, line and rule; empty when the tables are sound. Examples are coded elsewhere."""
    return [*_frames(), *_noun_classes(), *_status_words(), *_contexts()]


def _frames() -> Iterator[str]:
    tables, ontology = packaged_tables(), Ontology.packaged()
    wanted = {f"{root.lower()}.csv": root for root in Root}
    if set(tables) != set(wanted):
        yield f"frames: the tables have to be {', '.join(sorted(wanted))}"
    for name, table in tables.items():
        yield from map(str, table.faults)
        for row in table.rows:
            if row["plover"] != wanted.get(name):
                yield str(row.fault(f"{row['plover']} has a table of its own; put the row there."))
            if not row["cameo"]:
                yield str(row.fault("the CAMEO code is missing; a packaged frame has one."))
    yield from map(str, row_faults([row for table in tables.values() for row in table.rows], ontology))


def _status_words() -> Iterator[str]:
    text = files("dateline.events").joinpath("data/status.csv").read_text("utf-8")
    table = list(csv.DictReader(text.splitlines()))
    for row in table:
        if row["pos"] not in _KINDS_OF_STATUS_WORDS or row["class"] not in _NOT_HAPPENED:
            yield f"status.csv, {row['lemma']}: unknown pos {row['pos']!r} or class {row['class']!r}"
    twice = Counter((row["lemma"], row["pos"]) for row in table)
    yield from (f"status.csv: {lemma} ({pos}) stands twice" for (lemma, pos), n in twice.items() if n > 1)


def _contexts() -> Iterator[str]:
    ontology, words, signs = Ontology.packaged(), packaged_words(), packaged_signs()
    yield from map(str, (*words.faults, *signs.faults))
    yield from map(str, (*word_faults(words.rows, ontology), *sign_faults(signs.rows, ontology)))
    counted = Counter(row["context"] for row in words.rows)
    for context in ontology.contexts:
        if counted[context] < _FEWEST_WORDS:
            yield f"context_words.csv: {context} has {counted[context]} words; at least {_FEWEST_WORDS} are wanted"


def _noun_classes() -> Iterator[str]:
    for name, lemmas in noun_classes().items():
        if name in CLASSES:
            yield f"noun_classes.csv: {name} is a class of actors; name it otherwise"
        yield from (
            f"noun_classes.csv, {name}: {w!r} is no lemma in small letters" for w in lemmas if w != w.lower()
        )
