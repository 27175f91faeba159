"""`dateline knowledge refresh`: what changed on Wikidata, as tables to look at and accept."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from dateline.cli.interrupts import STOPPED
from dateline.cli.knowledge.accept import install
from dateline.cli.knowledge.decide import today
from dateline.cli.messages import say, with_progress
from dateline.cli.options import Overlays, iso_date
from dateline.cli.overlays import use_overlays
from dateline.cli.tables import out as console
from dateline.knowledge.refresh import Fetcher, Request, Snapshot
from dateline.knowledge.refresh import refresh as take
from dateline.knowledge.refresh.wikidata import API, SPARQL
from dateline.model import DataError

_SHOWN = 60
"""Changes that are printed; all of them are in the file."""

Since = Annotated[
    str,
    typer.Option(callback=iso_date, help="Only what was edited there since: 2026-06-01.", show_default=False),
]
Out = Annotated[
    Path | None, typer.Option(help="Folder of the snapshot.", show_default="knowledge-DATE, in this folder")
]
Accept = Annotated[bool, typer.Option("--accept", help="Accept the snapshot at once, without a look at it.")]
Contact = Annotated[
    str,
    typer.Option(help="Your address or page; Wikidata asks whoever fetches much for it.", show_default=False),
]
CacheFolder = Annotated[
    Path | None,
    typer.Option("--cache", help="Folder for what was fetched.", show_default="~/.cache/dateline/wikidata"),
]
Endpoint = Annotated[str, typer.Option(help="Where SPARQL queries go.")]
Api = Annotated[str, typer.Option(help="Where items come from.")]
Tries = Annotated[int, typer.Option(min=1, help="How often a request is tried, with growing pauses.")]
Pause = Annotated[float, typer.Option(min=0.0, help="Seconds between two requests.")]


def refresh(
    since: Since,
    out: Out = None,
    accept: Accept = False,
    contact: Contact = "",
    cache: CacheFolder = None,
    endpoint: Endpoint = SPARQL,
    api: Api = API,
    pause: Pause = 1.0,
    tries: Tries = 7,
    knowledge: Overlays = None,
) -> None:
    """Take from Wikidata what changed: offices and holders, members, names, outlets. Needs the internet; changes nothing until accepted.

    A run that was stopped goes on where it stopped when the same command is given again.

    Example: dateline knowledge refresh --since 2026-06-01 --contact me@newsroom.example
    """
    tables = use_overlays(knowledge)
    if accept and not tables.overlays:
        raise DataError("--accept needs a folder of your own; give --knowledge FOLDER.")
    folder = out or Path(f"knowledge-{today()}")
    day = (since + "-01-01"[len(since) - 4 :])[:10]
    request = Request(day, today(), folder, cache or _cache(), endpoint, api)
    try:
        snapshot = take(request, tables, Fetcher(contact, pause=pause, tries=tries), with_progress)
    except KeyboardInterrupt:
        say("stopped; what was fetched is kept, and the same command goes on from there.")
        raise typer.Exit(STOPPED) from None
    _print(snapshot)
    if accept:
        install(folder, tables.overlays[-1])
    else:
        say(
            f"Look at {folder / 'review'}, edit the tables where they are wrong, then: dateline knowledge accept {folder}"
        )


def _cache() -> Path:
    home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(home) / "dateline" / "wikidata"


def _print(snapshot: Snapshot) -> None:
    counts = Counter(change.sort for change in snapshot.changes)
    table = Table("change", "who", "before", "after", "source", title="changes", title_justify="left")
    for c in snapshot.changes[:_SHOWN]:
        table.add_row(c.sort, c.what, c.before, c.after, c.source)
    if snapshot.changes:
        console().print(table)
    told = ", ".join(f"{count} {sort}" for sort, count in counts.items()) or "no changes"
    say(f"{told}; {len(snapshot.left_out)} left out ({snapshot.folder / 'review'}).")
