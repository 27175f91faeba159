"""`dateline diff`: what changed between two runs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer
from rich.table import Table

from dateline.cli.collection_options import Place, collection_at
from dateline.cli.inputs import is_for_people, write_line
from dateline.cli.messages import say
from dateline.cli.options import ReadFormat, ReadTo
from dateline.cli.tables import out
from dateline.model.codec import plain
from dateline.store import Change

First = Annotated[int, typer.Argument(metavar="RUN", help="The number of a run.", show_default=False)]
Second = Annotated[int, typer.Argument(metavar="RUN", help="The number of a later run.", show_default=False)]


def diff(first: First, second: Second, collection: Place = None, to: ReadTo = None) -> None:
    """What changed between two runs: articles that came in, events and statements that are read otherwise.

    Example: dateline diff 3 4 -c my-collection
    """
    with collection_at(collection) as opened:
        found = opened.diff(first, second)
    if is_for_people(to):
        _print(found)
    elif to is ReadFormat.JSON:
        import msgspec

        write_line(msgspec.json.encode(plain(found)).decode())
    else:
        for change in found:
            write_line(change.to_json())


def _print(found: Sequence[Change]) -> None:
    if not found:
        say("nothing changed.")
        return
    table = Table(expand=True)
    for heading, share in (("what", None), ("change", None), ("before", 1), ("after", 1)):
        table.add_column(heading, ratio=share, no_wrap=share is None)
    for change in found:
        table.add_row(change.of, change.change, change.before or "", change.after or "")
    out().print(table)
