"""`dateline knowledge check`: is a folder of tables sound?"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dateline.cli.messages import say
from dateline.cli.options import Overlays
from dateline.cli.overlays import use_overlays
from dateline.knowledge.check import check as faults_of
from dateline.knowledge.check import collisions

Folder = Annotated[
    Path | None,
    typer.Argument(
        metavar="[FOLDER]", help="The folder to check; without it those in force.", show_default=False
    ),
]


def check(folder: Folder = None, knowledge: Overlays = None) -> None:
    """Check the tables: dates in order, single seats held once, ids and codes well formed, every row sourced, names shared by several.

    Example: dateline knowledge check my-tables
    """
    tables = use_overlays([folder] if folder else knowledge)
    faults = faults_of(tables)
    for fault in faults:
        typer.echo(fault)
    for line in collisions(tables):
        typer.echo(f"note: {line}")
    found = len(faults) + len(tables.faults)
    checked = ", ".join(("the packaged tables", *map(str, tables.overlays)))
    say(f"faults: {found}; checked: {checked}.")
    raise typer.Exit(1 if found else 0)
