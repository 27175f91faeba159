"""The sentences that the reader of acts learns from are sound, each and all together."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from dateline.ontology import Ontology
from training.markup import lines_of, read_markup

FOLDER = Path(__file__).parents[3] / "training" / "events"
STATUSES = {"happened", "planned", "denied", "hypothetical"}


def faults(line: str) -> str | None:
    """What is wrong with an example; None if nothing is."""
    code, status, marked = line.split("\t")
    root, _, mode = code.partition("/")
    kinds = Counter(mark.kind for mark in read_markup(marked)[1])
    known = Ontology.packaged()
    if root == "NONE":
        return None if status == "-" and not mode else "no act has a mode or status"
    if root not in known.roots or (mode and mode not in {m.name for m in known.modes(root)}):
        return f"no such act: {code}"
    if status not in STATUSES:
        return f"no such status: {status}"
    return None if kinds["e"] == 1 else f"{kinds['e']} triggers"


def test_every_example_is_sound() -> None:
    assert [(found, line) for line in lines_of(FOLDER) if (found := faults(line))] == []


def test_no_example_stands_twice() -> None:
    marked = Counter(line.split("\t")[2] for line in lines_of(FOLDER))
    assert [line for line, times in marked.items() if times > 1] == []
