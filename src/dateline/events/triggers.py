"""Word forms that may be triggers."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files

from dateline.events.frame_tables import read_frames
from dateline.ontology import Ontology


@lru_cache(maxsize=4)
def trigger_words(ontology: Ontology) -> frozenset[str]:
    """Lower-case word forms that may be triggers of an ontology's frames, for choosing which sentences to parse; without "be", which
    would choose nearly all."""
    frames = (frame for frame in read_frames(ontology) if frame.lemma != "be")
    return frozenset(form for frame in frames for form in _forms(frame.lemma, frame.pos))


def _forms(lemma: str, pos: str) -> Iterator[str]:
    yield lemma
    if pos == "n":
        yield from (lemma + "s", lemma + "es", lemma[:-1] + "ies" if lemma.endswith("y") else lemma)
    if pos == "v":
        yield from _irregular_forms().get(lemma, ())
        stem = lemma.removesuffix("e")
        yield from (
            lemma + "s",
            lemma + "es",
            stem + "ed",
            stem + "ing",
            lemma + lemma[-1] + "ed",
            lemma + lemma[-1] + "ing",
        )
        if lemma.endswith("y"):
            yield from (lemma[:-1] + "ied", lemma[:-1] + "ies")


@cache
def _irregular_forms() -> dict[str, tuple[str, ...]]:
    table = files("dateline.events").joinpath("data/irregular.csv").read_text("utf-8")
    return {row["lemma"]: tuple(row["forms"].split()) for row in csv.DictReader(table.splitlines())}
