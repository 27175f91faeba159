"""`dateline knowledge accept`: a snapshot becomes part of the user's own tables."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dateline.cli.knowledge.decide import today
from dateline.cli.messages import say
from dateline.cli.options import Overlays
from dateline.cli.overlays import own_folder
from dateline.knowledge.refresh import accept as accept_snapshot

Folder = Annotated[
    Path, typer.Argument(metavar="SNAPSHOT", help="The folder that refresh wrote.", show_default=False)
]


def accept(snapshot: Folder, knowledge: Overlays = None) -> None:
    """Accept a snapshot: from now on its rows go before the packaged ones, and your own before its.

    Example: dateline knowledge accept knowledge-2026-11-22 --knowledge my-tables
    """
    install(snapshot, own_folder(knowledge))


def install(snapshot: Path, folder: Path) -> None:
    """Accepts a snapshot into a user's folder, and says what came of it."""
    counts, lines = accept_snapshot(snapshot, folder, today())
    for line in lines:
        say(line)
    told = ", ".join(f"{count} {table}" for table, count in sorted(counts.items())) or "no rows"
    say(f"{folder / 'refreshed'}: {told}.")
