"""`dateline export`: a collection for other tools."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import Progress, TextColumn

from dateline.cli.collection_options import (
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
from dateline.cli.messages import errors, say
from dateline.cli.messages import rows as rows_of
from dateline.products.exports import MOST_WORDS, Exported, Format, Text
from dateline.products.exports import export as export_collection
from dateline.products.exports.writing import Told

To = Annotated[
    Format,
    typer.Option(
        "--to",
        help="Tables in a folder (parquet, csv, gdelt), or a file.",
        show_default=False,
    ),
]
Output = Annotated[
    Path,
    typer.Option(
        "--output",
        "-o",
        metavar="PATH",
        help="The folder or file to write; an earlier export there gives way.",
        show_default=False,
    ),
]
OfQuery = Annotated[
    str | None,
    typer.Option(
        "--query",
        metavar="QUERY",
        help="Only pages that match a search, and what they report.",
        show_default=False,
    ),
]
OfAlert = Annotated[
    str | None,
    typer.Option(
        "--alert",
        metavar="NAME",
        help="Only pages that match an alert, and what they report.",
        show_default=False,
    ),
]
Areas = Annotated[
    bool, typer.Option("--areas", help="In geojson, a place that is a country has its outline.")
]
OfTexts = Annotated[
    Text,
    typer.Option(
        "--text",
        help=f"What of the pages' own words goes out: all; passages of {MOST_WORDS} words at most; only where they stand; neither.",
    ),
]


def export(
    to: To,
    output: Output,
    collection: Place = None,
    text: OfTexts = Text.QUOTES,
    actor: Actor = None,
    source: Source = None,
    target: Target = None,
    root: Root = None,
    status: ActStatus = None,
    outlet: FromOutlet = None,
    story: InStory = None,
    after: After = None,
    before: Before = None,
    query: OfQuery = None,
    alert: OfAlert = None,
    areas: Areas = False,
) -> None:
    """Write a collection for other tools: tables, event data, a map, entities, annotations, a feed.

    Example: dateline export -c my-collection --to csv -o my-tables --after 2024
    """
    with collection_at(collection) as opened, _progress() as told:
        made = export_collection(
            opened,
            to=to,
            path=output,
            text=text,
            actor=actor,
            source=source,
            target=target,
            root=root,
            status=status,
            outlet=outlet,
            story=story,
            after=after,
            before=before,
            query=query,
            alert=alert,
            areas=areas,
            told=told,
        )
    _tell(made)


@contextmanager
def _progress() -> Iterator[Told]:
    """A line on a terminal: which file is written, and how many rows of it are."""
    with Progress(
        TextColumn("writing {task.description}"),
        console=errors,
        transient=True,
        disable=not errors.is_terminal,
    ) as bar:
        task = bar.add_task("", total=None)

        def told(part: str, rows: int) -> None:
            bar.update(task, description=f"{part}: {rows_of(rows)}")

        yield told


def _tell(made: Exported) -> None:
    for reason, count in sorted(made.left_out.items()):
        say(f"left out: {reason} ({count:,}).")
    rows = sum(file.rows for file in made.files)
    size = sum(file.size for file in made.files)
    say(f"{made.path} is written: {rows_of(rows)}, {size:,} bytes.")
