"""`dateline story`: one story of a collection, fact by fact."""

from __future__ import annotations

from typing import Annotated

import typer

from dateline.cli.collection_options import Place, collection_at
from dateline.cli.inputs import is_for_people, write_line
from dateline.cli.options import StoryFormat, StoryTo
from dateline.cli.tables import fact_table, out
from dateline.model import Stories

Id = Annotated[
    str,
    typer.Argument(
        metavar="ID", help="The id of a story, or its beginning, as `stories` shows it.", show_default=False
    ),
]


def story(id: Id, collection: Place = None, to: StoryTo = None) -> None:
    """One story of a collection: its facts, and what each report does with them.

    Example: dateline story story:33597875493ade42 -c my-collection
    """
    with collection_at(collection) as opened:
        found = opened.story(id)
    if is_for_people(to):
        console = out()
        console.print(fact_table(found, console.width, with_ids=True))
    elif to == StoryFormat.JSONL:
        write_line(found.to_json())
    else:
        write_line(Stories((found,)).to_json())
