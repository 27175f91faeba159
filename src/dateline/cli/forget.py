"""`dateline forget`: pages taken back."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from dateline.cli.collection_options import Place, ReportTo, collection_at
from dateline.cli.inputs import NOTHING_DONE, READ, SOME_REJECTED, is_for_people, write_line
from dateline.cli.messages import say

Article = Annotated[
    str | None,
    typer.Option("--article", metavar="ID", help="An article, in all its versions.", show_default=False),
]
Outlet = Annotated[
    str | None,
    typer.Option("--outlet", metavar="NAME", help="All articles of an outlet.", show_default=False),
]
Address = Annotated[
    str | None, typer.Option("--address", metavar="URL", help="What is at an address.", show_default=False)
]
Reason = Annotated[
    str | None,
    typer.Option(
        "--reason", help="Why, for the record; without naming what was taken back.", show_default=False
    ),
]
Yes = Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")]


def forget(
    collection: Place = None,
    article: Article = None,
    outlet: Outlet = None,
    address: Address = None,
    reason: Reason = None,
    yes: Yes = False,
    to: ReportTo = None,
) -> None:
    """Take pages back: all that came from them is deleted for good, and they are not let in again.

    Example: dateline forget -c my-collection --address https://news.example.org/story --reason "takedown of 3 May"
    """
    if sum(value is not None for value in (article, outlet, address)) != 1:
        raise typer.BadParameter("give one of --article, --outlet and --address.")
    if not yes and not _is_sure(article or outlet or address or ""):
        raise typer.Exit(NOTHING_DONE)
    with collection_at(collection) as opened:
        report = opened.forget(article=article, outlet=outlet, address=address, reason=reason)
    if is_for_people(to):
        write_line(f"{report.articles} articles taken back.")
    else:
        write_line(report.to_json())
    if not report.is_cleared:
        say(
            "a reader is at work, so the log of the database still has what was deleted: run the command again when it has finished."
        )
        raise typer.Exit(SOME_REJECTED)
    raise typer.Exit(READ)


def _is_sure(what: str) -> bool:
    if not sys.stdin.isatty():
        say("this cannot be undone: say --yes.")
        return False
    return typer.confirm(f"Take back {what}, for good?", err=True)
