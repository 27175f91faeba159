"""Event types with their modes, the contexts, what CAMEO becomes, and the frames of each type, from the tables."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import dateline.events
import dateline.ontology
from tools.reference.prose import cell, code, table
from tools.site.contents import listed

_TYPES = Path(dateline.ontology.__file__).parent / "data"
_FRAMES = Path(dateline.events.__file__).parent / "data" / "frames"
_QUADS = {
    "1": "verbal cooperation",
    "2": "material cooperation",
    "3": "verbal conflict",
    "4": "material conflict",
}
_HEAD = """# Event types

Sixteen roots with their modes, from the tables of the ontology. How frames are written, and how to add types: [Event types, and how to add one](../ontology.md).

"""


def pages() -> Iterator[tuple[str, str]]:
    """Name and text of each page: the types, and the frames of each."""
    roots = _rows(_TYPES / "roots.csv")
    yield "event-types.md", _types(roots)
    for root in roots:
        yield f"frames-{root['root'].lower()}.md", _frames(root)


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as rows:
        return list(csv.DictReader(rows))


def _types(roots: list[dict[str, str]]) -> str:
    modes = _rows(_TYPES / "modes.csv")
    sections = []
    for root in roots:
        name = root["root"]
        own = [
            [code(m["mode"]), m["score"], code(m["cameo"]), cell(m["gloss"])]
            for m in modes
            if m["root"] == name
        ]
        line = f"{cell(root['gloss']).capitalize()}. {_QUADS[root['quad']].capitalize()}, score {root['score']}, CAMEO {code(root['cameo'])}."
        frames = f"[Its frames](frames-{name.lower()}.md)."
        sections.append(f"## {name}\n\n{line} {frames}\n\n{table(('mode', 'score', 'CAMEO', ''), own)}")
    frames = [f"frames-{root['root'].lower()}" for root in roots]
    return _HEAD + "\n".join([*sections, _contexts(), _labels(), _crosswalk(), listed(frames, "Frames")])


def _contexts() -> str:
    rows = ([code(row["context"]), cell(row["definition"])] for row in _rows(_TYPES / "contexts.csv"))
    return "## Contexts\n\nWhat an act is about; several may hold.\n\n" + table(("context", ""), rows)


def _labels() -> str:
    rows = _rows(_TYPES / "manual_labels.csv")
    said = "What `manual_label` makes of an act and its status: the one label that the PLOVER manual gives both.\n\n"
    return (
        "## Labels of the manual\n\n"
        + said
        + table(tuple(rows[0]), ([cell(v) for v in row.values()] for row in rows))
    )


def _crosswalk() -> str:
    rows = (
        [code(row["cameo"]), cell(row["gloss"]), row["root"], code(row["mode"]), cell(row["contexts"])]
        for row in _rows(_TYPES / "crosswalk.csv")
    )
    return "## What CAMEO becomes\n\n" + table(("CAMEO", "", "root", "mode", "contexts"), rows)


def _frames(root: dict[str, str]) -> str:
    name = root["root"]
    rows = _rows(_FRAMES / f"{name.lower()}.csv")
    shown = (
        [
            code(f"{row['trigger']}.{row['pos']}"),
            code(row["needs"]),
            code(row["mode"]),
            code(row["cameo"]),
            cell(row["example"]),
        ]
        for row in rows
    )
    said = f"{len(rows)} frames. In examples `[ ]` is who does it, `{{ }}` to whom, and stars are the trigger.\n\n"
    return f"# Frames of {name}\n\n{said}" + table(("trigger", "needs", "mode", "CAMEO", "example"), shown)
