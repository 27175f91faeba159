"""`dateline picture`: what is in a collection, as a picture and as the table behind it."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import msgspec
import typer
from rich.table import Table as Shown
from rich.text import Text

from dateline.cli.collection_options import (
    About,
    Actor,
    ActStatus,
    After,
    Before,
    FromOutlet,
    InStory,
    Place,
    Root,
    Source,
    Target,
    collection_at,
)
from dateline.cli.inputs import NOTHING_DONE, READ, is_for_people, write_line
from dateline.cli.messages import say
from dateline.cli.tables import out
from dateline.cli.writing import write_file
from dateline.products.collected_pictures import (
    PictureKind,
    picture_of_events,
    picture_of_story,
    picture_of_two,
)
from dateline.products.pictures import Picture, Table, Theme
from dateline.store import Collection


class Kind(StrEnum):
    """What a picture shows."""

    TIMELINE = "timeline"
    NETWORK = "network"
    MAP = "map"
    MATRIX = "matrix"
    DYAD = "dyad"


_SUFFIXES = (".svg", ".png")

What = Annotated[
    Kind,
    typer.Argument(
        help="timeline: dated events; network: who deals with whom; map: where; matrix: the facts of a story by outlet; dyad: two actors over time.",
        show_default=False,
    ),
]
Output = Annotated[
    Path | None,
    typer.Option(
        "--output", "-o", metavar="FILE", help="Where to write it: .svg or .png.", show_default=False
    ),
]
Title = Annotated[str | None, typer.Option(help="Its title; by default what it shows.", show_default=False)]
InTheme = Annotated[
    Theme | None,
    typer.Option(
        "--theme",
        help="light, dark, or auto: as the reader's screen is set.",
        show_default="auto; light for PNG",
    ),
]
Pixels = Annotated[
    int | None,
    typer.Option(
        "--width", metavar="PIXELS", min=200, max=10_000, help="How wide a PNG is.", show_default=False
    ),
]
AsTable = Annotated[
    bool,
    typer.Option("--table", help="Print the numbers behind it: a table on a terminal, JSON lines otherwise."),
]
Two = Annotated[
    tuple[str, str] | None,
    typer.Option(
        "--between",
        metavar="WHO WHO",
        help="The two actors of a dyad: names, ids, or codes of states.",
        show_default=False,
    ),
]


def picture(
    kind: What,
    collection: Place = None,
    output: Output = None,
    table: AsTable = False,
    theme: InTheme = None,
    width: Pixels = None,
    title: Title = None,
    between: Two = None,
    source: Source = None,
    target: Target = None,
    actor: Actor = None,
    root: Root = None,
    status: ActStatus = None,
    outlet: FromOutlet = None,
    story: InStory = None,
    about: About = None,
    after: After = None,
    before: Before = None,
) -> None:
    """Draw a picture of events in a collection, or of the facts of one story, with the numbers that it shows.

    Example: dateline picture network -c my-collection --after 2024-06 -o network.svg
    """
    asked: dict[str, Any] = {
        "source": source, "target": target, "actor": actor, "root": root, "status": status, "outlet": outlet,
        "story": story, "about": about, "after": after, "before": before,
    }  # fmt: skip
    _check_output(output, theme, width, table=table)
    _check_question(kind, between, asked)
    with collection_at(collection) as opened:
        drawn = _drawn(kind, opened, asked, between, title)
    if table:
        _print(drawn.table)
    if output:
        chosen = theme or (Theme.LIGHT if output.suffix == ".png" else Theme.AUTO)
        write_file(
            output, drawn.to_png(chosen, width=width) if output.suffix == ".png" else drawn.to_svg(chosen)
        )
        say(
            f"{kind}: {output}"
            if drawn.table.rows
            else f"{kind}: {output}; nothing was found, and the picture says so."
        )
    raise typer.Exit(READ if drawn.table.rows else NOTHING_DONE)


def _check_output(output: Path | None, theme: Theme | None, width: int | None, *, table: bool) -> None:
    """Refuses a file that cannot be written, before the collection is asked."""
    if output is None and not table:
        raise typer.BadParameter(
            "say where to write it (-o FILE.svg or FILE.png), or ask for its numbers (--table)."
        )
    if output and output.suffix not in _SUFFIXES:
        raise typer.BadParameter(
            f"{output}: a picture is written as .svg or .png; give --output a name that ends so."
        )
    if width and (output is None or output.suffix != ".png"):
        raise typer.BadParameter("--width is for a PNG; an SVG is as wide as it is shown.")
    if output and output.suffix == ".png" and theme is Theme.AUTO:
        raise typer.BadParameter("a PNG is light or dark, not both: give --theme light or --theme dark.")


def _check_question(kind: Kind, between: tuple[str, str] | None, asked: dict[str, Any]) -> None:
    """Refuses filters that a kind lacks, or has no use for."""
    given = {name for name, value in asked.items() if value}
    if kind is Kind.DYAD and not between:
        raise typer.BadParameter("a dyad needs its two actors: --between China Russia.")
    if kind is not Kind.DYAD and between:
        raise typer.BadParameter(f"--between is for a dyad, and this is a {kind}.")
    if kind is Kind.MATRIX and (len(asked["story"] or ()) != 1 or given != {"story"}):
        raise typer.BadParameter(
            "a matrix is of one story: give --story ID (`dateline stories -c PLACE --to jsonl` tells ids) and no other filter."
        )
    if kind is Kind.DYAD and given & {"source", "target"}:
        raise typer.BadParameter("a dyad goes both ways: leave out --source and --target.")


def _drawn(
    kind: Kind, opened: Collection, asked: dict[str, Any], between: tuple[str, str] | None, title: str | None
) -> Picture:
    if kind is Kind.MATRIX:
        return picture_of_story(opened, asked["story"][0], title=title)
    if kind is Kind.DYAD and between:
        return picture_of_two(opened, between, asked, title=title)
    return picture_of_events(opened, PictureKind(kind), asked, title=title)


def _print(table: Table) -> None:
    if not is_for_people(None):
        for row in table.rows:
            write_line(msgspec.json.encode(dict(zip(table.columns, row, strict=True))).decode())
        return
    shown = Shown(expand=True)
    for name in table.columns:
        shown.add_column(name)
    for row in table.rows:
        shown.add_row(*(Text("" if cell is None else str(cell)) for cell in row))
    out().print(shown)
