"""`dateline statements`: who said what."""

from __future__ import annotations

from typing import Annotated

import typer

from dateline.cli.collection_options import (
    About,
    Actor,
    After,
    Before,
    FromOutlet,
    InStory,
    Most,
    Place,
    RowTo,
    collection_at,
)
from dateline.cli.collection_rows import print_rows
from dateline.cli.fitting import Column

_COLUMNS = (
    Column("row"),
    Column("day", rank=1),
    Column("outlet", 1, rank=4),
    Column("speaker", 2),
    Column("type", rank=2),
    Column("act", rank=3),
    Column("content", 6, least=20),
)

SaidBy = Annotated[
    list[str] | None,
    typer.Option(
        "--said-by",
        metavar="WHO",
        help="Who says it: a name, an id, or the code of a state.",
        show_default=False,
    ),
]
Names = Annotated[
    list[str] | None,
    typer.Option("--names", metavar="WHO", help="Whom it names or addresses.", show_default=False),
]
Kind = Annotated[
    list[str] | None,
    typer.Option("--type", help="direct, mixed, indirect or attitude.", show_default=False),
]


def statements(
    collection: Place = None,
    to: RowTo = None,
    limit: Most = None,
    said_by: SaidBy = None,
    names: Names = None,
    actor: Actor = None,
    type: Kind = None,
    about: About = None,
    outlet: FromOutlet = None,
    story: InStory = None,
    after: After = None,
    before: Before = None,
) -> None:
    """Statements in a collection, those of the newest articles first.

    Example: dateline statements -c my-collection --said-by "Xi Jinping" --about sovereignty
    """
    with collection_at(collection) as opened:
        rows = opened.statements(
            said_by=said_by,
            names=names,
            actor=actor,
            type=type,
            about=about,
            outlet=outlet,
            story=story,
            after=after,
            before=before,
        )
        print_rows(rows, _COLUMNS, to, limit)
