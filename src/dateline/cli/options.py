"""Arguments and options that several commands share."""

from __future__ import annotations

import datetime
import re
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


def iso_date(given: str | None) -> str | None:
    """A date as the user gave it, of any precision, or a refusal (exit status 2) that says how to write it."""
    if given is None or re.fullmatch(r"\d{4}(-(0[1-9]|1[0-2]))?", given):
        return given
    try:
        datetime.datetime.fromisoformat(given)
    except ValueError as error:
        raise typer.BadParameter(f"{given!r} is no ISO date: write it as 2024-03-08.") from error
    return given


Paths = Annotated[
    list[str],
    typer.Argument(metavar="PATH...", help="Files, folders, or - for standard input.", show_default=False),
]
PathsAndAddresses = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH...",
        help="Files, folders, - for standard input, or addresses (https://...) of pages, feeds and sitemaps.",
        show_default=False,
    ),
]
MaybePaths = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[PATH]...",
        help="Files, folders, - for standard input, or addresses (https://...) of pages, feeds and sitemaps.",
        show_default=False,
    ),
]
Follow = Annotated[
    bool,
    typer.Option(
        "--fetch", help="Fetch the pages that feeds, sitemaps, OPML files and lists of addresses name."
    ),
]
FetchLimit = Annotated[
    int,
    typer.Option("--limit", metavar="N", min=1, help="The most pages to fetch for one input, newest first."),
]
PageCache = Annotated[
    Path | None,
    typer.Option(
        "--cache",
        metavar="FOLDER",
        help="Folder for what was fetched.",
        show_default="~/.cache/dateline/pages",
    ),
]
PageArchive = Annotated[
    Path | None,
    typer.Option(
        "--archive",
        metavar="FOLDER",
        help="Keep what is fetched in a WARC file in this folder.",
        show_default=False,
    ),
]
Published = Annotated[
    str | None,
    typer.Option(callback=iso_date, help="Date of pages that do not say it: 2024-03-08.", show_default=False),
]
OutletName = Annotated[
    str | None, typer.Option("--outlet", help="Outlet of pages that do not say it.", show_default=False)
]
Url = Annotated[str | None, typer.Option(help="Address of the page (for one page).", show_default=False)]
Workers = Annotated[
    int | None,
    typer.Option(
        "--workers",
        "-w",
        min=0,
        help="Processes to read with; 0: none, and no limits on what a page may cost.",
        show_default="1",
    ),
]
Rejections = Annotated[
    Path | None,
    typer.Option(help="Write what could not be read to this file, as JSON lines.", show_default=False),
]


Overlays = Annotated[
    list[Path] | None,
    typer.Option(
        "--knowledge",
        metavar="FOLDER",
        help="Tables of your own, which go before the packaged ones; may be given several times.",
        show_default="$DATELINE_KNOWLEDGE",
    ),
]

OwnOntology = Annotated[
    Path | None,
    typer.Option(
        "--ontology",
        metavar="FOLDER",
        help="Event types and frames of your own, which stand beside the packaged ones.",
        show_default="$DATELINE_ONTOLOGY",
    ),
]


class Tier(StrEnum):
    """How much care a page gets."""

    ACCURATE = "accurate"
    FAST = "fast"


ReadTier = Annotated[
    Tier, typer.Option("--tier", help="fast: rules alone, several times as quick, with fewer statements.")
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


class StoryView(StrEnum):
    """What `stories` shows."""

    STORIES = "stories"
    JOINS = "joins"
    STORYLINES = "storylines"
    TIMELINE = "timeline"


ShownStories = Annotated[
    StoryView,
    typer.Option(
        "--show",
        help="stories; joins: why each report is in its story; storylines: stories that follow on one another; timeline: dated events.",
    ),
]
DecisionLog = Annotated[
    Path | None,
    typer.Option(
        "--decisions",
        metavar="FILE",
        help="Your merges, splits and moves, oldest first, as JSON lines: they hold whatever the grouping finds.",
        show_default=False,
    ),
]

ReadTo = Annotated[
    ReadFormat | None,
    typer.Option("--to", help="Format; a table on a terminal, JSON lines otherwise.", show_default=False),
]
StoryTo = Annotated[
    StoryFormat | None,
    typer.Option("--to", help="Format; a table on a terminal, JSON otherwise.", show_default=False),
]
