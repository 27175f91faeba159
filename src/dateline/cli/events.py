"""`dateline events`: who did what to whom, across reports."""

from __future__ import annotations

from dateline.cli.collection_options import (
    About,
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
    Column("id", rank=1),
    Column("day"),
    Column("status"),
    Column("root", rank=2),
    Column("text", 5, least=20),
    Column("place", 2, rank=3),
    Column("reports", rank=4, is_number=True),
)


def events(
    collection: Place = None,
    to: RowTo = None,
    limit: Most = None,
    source: Source = None,
    target: Target = None,
    between: Between = None,
    actor: Actor = None,
    root: Root = None,
    status: ActStatus = None,
    context: Context = None,
    outlet: FromOutlet = None,
    story: InStory = None,
    about: About = None,
    after: After = None,
    before: Before = None,
) -> None:
    """Events of a collection, newest first, each once however many reports it has.

    Example: dateline events -c my-collection --between China KAZ --root consult --after 2022-09
    """
    with collection_at(collection) as opened:
        rows = opened.events(
            source=source,
            target=target,
            between=between,
            actor=actor,
            root=root,
            status=status,
            context=context,
            outlet=outlet,
            story=story,
            about=about,
            after=after,
            before=before,
        )
        if not rows.count(1):
            say_who_is_nowhere(opened, source, target, between, actor)
        print_rows(rows, _COLUMNS, to, limit)
