"""`dateline ontology list`: the event types, their modes, and how many frames each has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

import typer
from rich.table import Table

from dateline.cli.inputs import is_for_people, write_line
from dateline.cli.options import OwnOntology, StoryTo
from dateline.cli.overlays import use_ontology
from dateline.cli.tables import out
from dateline.events import read_frames
from dateline.model.codec import Record
from dateline.ontology import Ontology

Type = Annotated[
    str | None, typer.Option("--root", metavar="ROOT", help="Only this type.", show_default=False)
]


@dataclass(frozen=True, slots=True)
class Listed(Record):
    """A type, or with `mode` one of its modes; `frames` are all of it."""

    root: str
    mode: str | None
    quad: int
    score: float
    cameo: str | None
    frames: int
    own: bool
    gloss: str


def types(root: Type = None, to: StoryTo = None, ontology: OwnOntology = None) -> None:
    """List the event types and their modes: quad, score, CAMEO family, number of frames, meaning.

    Example: dateline ontology list --root CONSULT
    """
    chosen = use_ontology(ontology)
    listed = _listed(chosen, (chosen.root(root),) if root else chosen.roots)
    if is_for_people(to):
        out().print(_table(listed))
    else:
        for each in listed:
            write_line(each.to_json())


def _listed(ontology: Ontology, roots: tuple[str, ...]) -> Iterator[Listed]:
    frames = read_frames(ontology)
    count = Counter(frame.plover for frame in frames) + Counter((f.plover, f.mode) for f in frames)
    for root in roots:
        for mode in (None, *(m.name for m in ontology.modes(root))):
            yield Listed(
                root,
                mode,
                ontology.quad(root),
                ontology.score(root, mode),
                ontology.cameo_root(root, mode),
                count[(root, mode) if mode else root],
                ontology.is_own(root, mode),
                ontology.gloss(root, mode),
            )


def _table(listed: Iterator[Listed]) -> Table:
    table = Table(title="event types", title_justify="left")
    for heading in ("type", "mode"):
        table.add_column(heading, no_wrap=True)
    for heading in ("quad", "score", "CAMEO", "frames"):
        table.add_column(heading, justify="right")
    table.add_column("meaning")
    for each in listed:
        name = "" if each.mode else each.root
        meaning = f"{each.gloss} (yours)" if each.own else each.gloss
        numbers = (str(each.quad), f"{each.score:g}", each.cameo or "", str(each.frames))
        table.add_row(name, each.mode or "", *numbers, meaning)
    return table
