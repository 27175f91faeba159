"""`dateline undo`: a decision holds no longer."""

from __future__ import annotations

from typing import Annotated

import typer

from dateline.cli.collection_options import Place, ReportTo, collection_at
from dateline.cli.correction_lines import correction_line
from dateline.cli.inputs import READ, is_for_people, write_line
from dateline.cli.who_decides import Who, Why, account

Number = Annotated[
    int,
    typer.Argument(
        help="The number of the decision, as `dateline corrections` tells it.", show_default=False
    ),
]


def undo(number: Number, why: Why, collection: Place = None, who: Who = None, to: ReportTo = None) -> None:
    """Decide that a decision about a row or a story holds no longer. It stays in the log; undoing the undoing brings it back.

    Example: dateline undo 3 --why "the page says so after all" -c my-collection
    """
    with collection_at(collection) as opened:
        told = opened.undo(number, why=why, by=who or account())
    write_line(correction_line(told) if is_for_people(to) else told.to_json())
    raise typer.Exit(READ)
