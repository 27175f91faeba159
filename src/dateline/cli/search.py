"""`dateline search`: pages by their words, and by what was read in them."""

from __future__ import annotations

from typing import Annotated

import typer

from dateline.cli.collection_options import Place, collection_at
from dateline.cli.inputs import NOTHING_DONE, READ, is_for_people, write_line
from dateline.cli.messages import say
from dateline.cli.options import StoryFormat, StoryTo
from dateline.cli.search_views import hits_table
from dateline.cli.tables import out
from dateline.store import Order

Asked = Annotated[
    list[str],
    typer.Argument(
        metavar="QUERY...",
        help='Words, "phrases", prefix*, -refused, OR, and fields: actor: outlet: type: status: after: before: said-by: about: lang: story:.',
        show_default=False,
    ),
]
Shown = Annotated[int, typer.Option("--limit", metavar="N", min=1, help="The most pages that are shown.")]
Sorted = Annotated[Order, typer.Option("--order", help="best or newest first.")]
New = Annotated[
    str | None,
    typer.Option(
        "--new",
        metavar="NAME",
        help="Only what came in since the last search with this name; a name is any word.",
        show_default=False,
    ),
]


def search(
    query: Asked,
    collection: Place = None,
    to: StoryTo = None,
    limit: Shown = 20,
    order: Sorted = Order.BEST,
    new: New = None,
) -> None:
    """Search a collection: the pages that match, with the sentences that have what was asked.

    Example: dateline search -c my-collection gas pipeline actor:Tokayev after:2022-09
    """
    with collection_at(collection) as opened:
        found = opened.search(" ".join(query), limit=limit, order=order, new_for=new)
        if new is not None:
            opened.looked(new, found.last_arrival)
    if to == StoryFormat.JSONL:
        for hit in found.hits:
            write_line(hit.to_json())
    elif not is_for_people(to):
        write_line(found.to_json())
    elif found.hits:
        out().print(hits_table(found))
    if not found.hits:
        say("nothing was found.")
        raise typer.Exit(NOTHING_DONE)
    raise typer.Exit(READ)
