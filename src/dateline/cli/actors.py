"""`dateline actors`: who is named in a collection."""

from __future__ import annotations

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
    Column("actor", rank=2),
    Column("name", 4, least=16),
    Column("state", rank=1),
    Column("articles", is_number=True),
    Column("mentions", rank=3, is_number=True),
)


def actors(
    collection: Place = None,
    to: RowTo = None,
    limit: Most = None,
    actor: Actor = None,
    about: About = None,
    outlet: FromOutlet = None,
    story: InStory = None,
    after: After = None,
    before: Before = None,
) -> None:
    """Who is named in a collection, those in most articles first.

    Example: dateline actors -c my-collection --after 2024-03 --limit 50
    """
    with collection_at(collection) as opened:
        rows = opened.actors(actor=actor, about=about, outlet=outlet, story=story, after=after, before=before)
        print_rows(rows, _COLUMNS, to, limit)
