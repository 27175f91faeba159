"""Arguments and options of commands on a collection."""

from __future__ import annotations

import os
from enum import StrEnum
from typing import Annotated

import typer

from dateline import api
from dateline.cli.options import iso_date
from dateline.store import Collection

VARIABLE = "DATELINE_COLLECTION"
USUAL = "dateline-collection"


class RowFormat(StrEnum):
    """How rows are printed."""

    TABLE = "table"
    JSONL = "jsonl"
    JSON = "json"
    CSV = "csv"
    PARQUET = "parquet"


class ReportFormat(StrEnum):
    """How a report of what was done is printed."""

    TABLE = "table"
    JSON = "json"


Place = Annotated[
    str | None,
    typer.Option(
        "--collection",
        "-c",
        metavar="PLACE",
        help="The collection: a folder or postgresql://...",
        show_default=f"${VARIABLE}, else {USUAL}",
    ),
]
RowTo = Annotated[
    RowFormat | None,
    typer.Option("--to", help="Format; a table on a terminal, JSON lines otherwise.", show_default=False),
]
ReportTo = Annotated[
    ReportFormat | None,
    typer.Option("--to", help="Format; lines for people on a terminal, JSON otherwise.", show_default=False),
]
Most = Annotated[
    int | None,
    typer.Option(
        "--limit", metavar="N", min=1, help="The most rows.", show_default="20 on a terminal, else all"
    ),
]
Actor = Annotated[
    list[str] | None,
    typer.Option(
        "--actor",
        metavar="WHO",
        help="Who is named: a name, an id, or the code of a state.",
        show_default=False,
    ),
]
Source = Annotated[
    list[str] | None,
    typer.Option("--source", metavar="WHO", help="Who did it.", show_default=False),
]
Target = Annotated[
    list[str] | None,
    typer.Option("--target", metavar="WHO", help="To whom it was done.", show_default=False),
]
Between = Annotated[
    tuple[str, str] | None,
    typer.Option(
        "--between", metavar="WHO WHO", help="Two on opposite sides, whoever did it.", show_default=False
    ),
]
FromOutlet = Annotated[
    list[str] | None,
    typer.Option("--outlet", metavar="NAME", help="An outlet, by name or id.", show_default=False),
]
Root = Annotated[
    list[str] | None,
    typer.Option("--root", metavar="ROOT", help="A PLOVER root: consult, sanction ...", show_default=False),
]
ActStatus = Annotated[
    list[str] | None,
    typer.Option("--status", help="happened, planned, denied or hypothetical.", show_default=False),
]
Context = Annotated[
    list[str] | None,
    typer.Option(
        "--context",
        metavar="NAME",
        help="What it is about: economic, military, health ...",
        show_default=False,
    ),
]
About = Annotated[
    list[str] | None,
    typer.Option("--about", metavar="WORDS", help="Words that stand in it.", show_default=False),
]
InStory = Annotated[
    list[str] | None,
    typer.Option("--story", metavar="ID", help="The id of a story.", show_default=False),
]
After = Annotated[
    str | None,
    typer.Option(
        "--after",
        callback=iso_date,
        help="The first day that counts: 2024-03-08, 2024-03 or 2024.",
        show_default=False,
    ),
]
Before = Annotated[
    str | None,
    typer.Option(
        "--before", callback=iso_date, help="The first day that no longer counts.", show_default=False
    ),
]


def collection_at(place: str | None, *, create: bool = False) -> Collection:
    """The collection that a command is about: the one given, else that of the environment, else the usual folder.

    Raises:
        CollectionError: it cannot be opened.
    """
    return api.open(place or os.environ.get(VARIABLE) or USUAL, create=create)
