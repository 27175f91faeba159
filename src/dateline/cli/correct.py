"""`dateline correct`: a row that was read wrong, corrected by hand."""

from __future__ import annotations

from typing import Annotated

import typer

from dateline.cli.collection_options import Place, ReportTo, collection_at
from dateline.cli.correction_lines import correction_line
from dateline.cli.inputs import READ, is_for_people, write_line
from dateline.cli.who_decides import Who, account

Reference = Annotated[
    str,
    typer.Argument(
        metavar="ROW",
        help="ARTICLE#e1 (a report of an event), ARTICLE#s1 (a statement) or ARTICLE#m1 (a mention), as `reports` and `statements` show it; STORY#f1 (a fact) can be accepted.",
        show_default=False,
    ),
]
Root = Annotated[str | None, typer.Option("--root", help="Another PLOVER root.", show_default=False)]
Mode = Annotated[str | None, typer.Option("--mode", help="Another mode of the root.", show_default=False)]
ActStatus = Annotated[
    str | None,
    typer.Option("--status", help="happened, planned, denied or hypothetical.", show_default=False),
]
Source = Annotated[
    list[str] | None,
    typer.Option(
        "--source", metavar="WHO", help="Who did it: a name, an id, the code of a state.", show_default=False
    ),
]
Target = Annotated[
    list[str] | None, typer.Option("--target", metavar="WHO", help="To whom it was done.", show_default=False)
]
Date = Annotated[
    str | None,
    typer.Option(
        "--date", metavar="DATE", help="When: 2024-03-12, 2024-03, 2024 or start/end.", show_default=False
    ),
]
Where = Annotated[
    str | None, typer.Option("--place", metavar="PLACE", help="Where: a name or an id.", show_default=False)
]
Speaker = Annotated[
    str | None, typer.Option("--speaker", metavar="WHO", help="Who said it.", show_default=False)
]
Kind = Annotated[
    str | None, typer.Option("--type", help="direct, mixed, indirect or attitude.", show_default=False)
]
Actor = Annotated[
    str | None,
    typer.Option("--actor", metavar="WHO", help="Whom the mention stands for.", show_default=False),
]
WholePage = Annotated[
    bool, typer.Option("--whole-page", help="All mentions of the page that stand for the same.")
]
Nothing = Annotated[
    bool,
    typer.Option("--nothing", help="There is no such event or statement; the mention stands for nobody."),
]
Accept = Annotated[bool, typer.Option("--accept", help="It is right as it is.")]
Reason = Annotated[
    str,
    typer.Option(
        "--why",
        help="The reason, for whoever reads the log; needed unless the row is accepted.",
        show_default=False,
    ),
]
Note = Annotated[
    str | None, typer.Option("--note", metavar="TEXT", help="A flag for other readers.", show_default=False)
]


def correct(
    row: Reference,
    why: Reason = "",
    collection: Place = None,
    who: Who = None,
    root: Root = None,
    mode: Mode = None,
    status: ActStatus = None,
    source: Source = None,
    target: Target = None,
    date: Date = None,
    place: Where = None,
    speaker: Speaker = None,
    type: Kind = None,
    actor: Actor = None,
    whole_page: WholePage = False,
    nothing: Nothing = False,
    note: Note = None,
    accept: Accept = False,
    to: ReportTo = None,
) -> None:
    """Correct a row by hand, or accept it as it is, now and for all later readings of its page. An empty value ("") says that nothing should stand there.

    Example: dateline correct 91c0d2f4a1b7#e3 --status planned --why "the visit is next week" -c my-collection
    """
    with collection_at(collection) as opened:
        told = opened.correct(
            row,
            why=why,
            by=who or account(),
            root=root,
            mode=mode,
            status=status,
            source=source,
            target=target,
            date=date,
            place=place,
            speaker=speaker,
            type=type,
            actor=actor,
            nothing=nothing,
            whole_page=whole_page,
            note=note,
            accept=accept,
        )
    write_line(correction_line(told) if is_for_people(to) else told.to_json())
    raise typer.Exit(READ)
