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

_COLUMNS = {"actor": None, "name": 4, "state": None, "articles": None, "mentions": None}


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
