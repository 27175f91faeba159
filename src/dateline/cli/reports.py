"""`dateline reports`: what each article reports of each event."""

from __future__ import annotations

from typing import Annotated

import typer

from dateline.cli.collection_options import (
    Actor,
    ActStatus,
    After,
    Before,
    Between,
    Context,
    FromOutlet,
    InStory,
    Most,
    Place,
    Root,
    RowTo,
    Source,
    Target,
    collection_at,
)
from dateline.cli.collection_rows import print_rows, say_who_is_nowhere
from dateline.cli.fitting import Column

_COLUMNS = (
    Column("row", rank=1),
    Column("day", rank=2),
    Column("outlet", 1, rank=3),
    Column("status"),
    Column("root"),
    Column("source", 2, least=8),
    Column("target", 2, least=8),
    Column("place", 1, rank=4),
)

OfEvent = Annotated[
    list[str] | None,
    typer.Option("--event", metavar="ID", help="An event across reports: event:...", show_default=False),
]


def reports(
    collection: Place = None,
    to: RowTo = None,
    limit: Most = None,
    event: OfEvent = None,
    source: Source = None,
    target: Target = None,
    between: Between = None,
    actor: Actor = None,
    root: Root = None,
    status: ActStatus = None,
    context: Context = None,
    outlet: FromOutlet = None,
    story: InStory = None,
    after: After = None,
    before: Before = None,
) -> None:
    """What each article reports of each event, those of the newest articles first; `row` is what `dateline correct` takes.

    Example: dateline reports -c my-collection --root consult --after 2022-09
    """
    with collection_at(collection) as opened:
        rows = opened.reports(
            event=event,
            source=source,
            target=target,
            between=between,
            actor=actor,
            root=root,
            status=status,
            context=context,
            outlet=outlet,
            story=story,
            after=after,
            before=before,
        )
        if not rows.count(1):
            say_who_is_nowhere(opened, source, target, between, actor)
        print_rows(rows, _COLUMNS, to, limit)
