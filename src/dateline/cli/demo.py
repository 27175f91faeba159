"""`dateline demo`: the main job on the sample newsroom."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Annotated

import typer

from dateline.api import group
from dateline.cli.brief import write_brief
from dateline.cli.inputs import NOTHING_DONE, Inputs
from dateline.cli.messages import say
from dateline.cli.tables import out, story_tables
from dateline.cli.writing import write_file
from dateline.model import Stories

Folder = Annotated[Path, typer.Option("--out", help="Folder for what comes out.")]


def demo(folder: Folder = Path("dateline-demo")) -> None:
    """Read the sample newsroom (24 pages) and write its briefing.

    Example: dateline demo --out demo
    """
    newsroom = sample_newsroom()
    if newsroom is None:
        say(
            "the sample newsroom is not part of this installation; reinstall dateline, or run it on pages of your own."
        )
        raise typer.Exit(NOTHING_DONE)
    pages = sorted(str(p) for p in newsroom.iterdir() if p.suffix in (".html", ".txt"))
    inputs = Inputs(pages)
    readings = inputs.all_readings()
    stories = group(readings)
    write_file(folder / "readings.jsonl", "".join(r.to_json() + "\n" for r in readings))
    write_file(folder / "stories.json", Stories(tuple(stories)).to_json() + "\n")
    write_brief(readings, folder / "brief.html")
    console = out()
    console.print(story_tables(stories, console.width))
    statements, events = sum(len(r.statements) for r in readings), sum(len(r.events) for r in readings)
    typer.echo(f"{len(readings)} pages, {statements} statements, {events} events, {len(stories)} stories.")
    typer.echo(f"Briefing: {(folder / 'brief.html').resolve()}")
    raise typer.Exit(inputs.status)


def sample_newsroom() -> Path | None:
    """The folder of the sample pages: in the package, or beside the sources of a checkout."""
    package = Path(str(files("dateline")))
    for folder in (package / "newsroom", package.parent.parent / "examples" / "newsroom"):
        if folder.is_dir():
            return folder
    return None
