"""Arguments and options that several commands share."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

Paths = Annotated[
    list[str],
    typer.Argument(metavar="PATH...", help="Files, folders, or - for standard input.", show_default=False),
]
Published = Annotated[
    str | None, typer.Option(help="Date of pages that do not say it: 2024-03-08.", show_default=False)
]
OutletName = Annotated[
    str | None, typer.Option("--outlet", help="Outlet of pages that do not say it.", show_default=False)
]
Url = Annotated[str | None, typer.Option(help="Address of the page (for one page).", show_default=False)]
Workers = Annotated[
    int | None, typer.Option("--workers", "-w", min=1, help="Processes to read with.", show_default="1")
]
Rejections = Annotated[
    Path | None,
    typer.Option(help="Write what could not be read to this file, as JSON lines.", show_default=False),
]


class ReadFormat(StrEnum):
    """How `read` prints."""

    TABLE = "table"
    JSONL = "jsonl"
    JSON = "json"


class StoryFormat(StrEnum):
    """How `stories` and `compare` print."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"


ReadTo = Annotated[
    ReadFormat | None,
    typer.Option("--to", help="Format; a table on a terminal, JSON lines otherwise.", show_default=False),
]
StoryTo = Annotated[
    StoryFormat | None,
    typer.Option("--to", help="Format; a table on a terminal, JSON otherwise.", show_default=False),
]
