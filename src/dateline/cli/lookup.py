"""`dateline lookup`: who that was on a day."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.table import Table

from dateline import api
from dateline.cli.inputs import NOTHING_DONE, is_for_people, write_line
from dateline.cli.messages import say
from dateline.cli.options import Overlays, StoryTo, iso_date
from dateline.cli.overlays import use_overlays
from dateline.cli.tables import out

Surface = Annotated[
    str, typer.Argument(help="A name, title or description as it stands in a text.", show_default=False)
]
At = Annotated[
    str | None,
    typer.Option(
        "--at",
        callback=iso_date,
        help="The day, 2022-09-15; without it offices are not resolved.",
        show_default=False,
    ),
]


def lookup(surface: Surface, at: At = None, to: StoryTo = None, knowledge: Overlays = None) -> None:
    """Say who a name or title stood for on a day, best first, with the office held then.

    Example: dateline lookup "the Kazakh president" --at 2022-09-15
    """
    use_overlays(knowledge)
    candidates = api.lookup(surface, at=at)
    if not candidates:
        say(f"{surface!r}: nobody in the tables is called that" + (f" on {at}." if at else "."))
        raise typer.Exit(NOTHING_DONE)
    if not is_for_people(to):
        for candidate in candidates:
            write_line(candidate.to_json())
        return
    table = Table(
        "actor",
        "name",
        "kind",
        "state",
        "office that day",
        "code",
        "why",
        title=f"{surface} · {at or 'no day given'}",
        title_justify="left",
    )
    for c in candidates:
        table.add_row(c.actor, c.name, c.kind, c.state or "", c.role or "", c.code or "", c.why)
    out().print(table)
