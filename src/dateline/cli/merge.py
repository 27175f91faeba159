"""`dateline merge`: two actors of a collection are one."""

from __future__ import annotations

from typing import Annotated

import typer

from dateline.cli.collection_options import Place, ReportTo, collection_at
from dateline.cli.correction_lines import correction_line
from dateline.cli.inputs import READ, is_for_people, write_line
from dateline.cli.who_decides import Who, Why, account

One = Annotated[str, typer.Argument(metavar="ID", help="An actor, by id.", show_default=False)]
Other = Annotated[
    str,
    typer.Argument(
        metavar="ID",
        help="Who it is. Of the two the one that the tables know is kept, else this one.",
        show_default=False,
    ),
]


def merge(
    one: One, other: Other, why: Why, collection: Place = None, who: Who = None, to: ReportTo = None
) -> None:
    """Decide that two actors are one, on all pages of a collection and on those that come; `undo` parts them again.

    Example: dateline merge local:orla-trent Q15031 --why "one woman, two spellings" -c my-collection
    """
    with collection_at(collection) as opened:
        told = opened.merge_actors(one, other, why=why, by=who or account())
    write_line(correction_line(told) if is_for_people(to) else told.to_json())
    raise typer.Exit(READ)
