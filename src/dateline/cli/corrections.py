"""`dateline corrections`: what people decided."""

from __future__ import annotations

from typing import Annotated

import typer

from dateline.cli.collection_options import Most, Place, RowTo, collection_at
from dateline.cli.collection_rows import print_rows
from dateline.cli.fitting import Column

_COLUMNS = (
    Column("number", is_number=True),
    Column("standing"),
    Column("row", rank=1),
    Column("act", rank=3),
    Column("fields", 2, least=8),
    Column("before", 3),
    Column("after", 3),
    Column("why", 3, least=12, rank=2),
    Column("by", rank=4),
)

Article = Annotated[
    list[str] | None,
    typer.Option("--article", metavar="ID", help="About the page of an article alone.", show_default=False),
]


def corrections(
    collection: Place = None, to: RowTo = None, limit: Most = None, article: Article = None
) -> None:
    """The log of what people decided about rows and stories, the latest first: in force, undone, or an orphan, whose words are gone from the page, or which was accepted and says something else now.

    Example: dateline corrections -c my-collection
    """
    with collection_at(collection) as opened:
        print_rows(opened.corrections(article=article), _COLUMNS, to, limit)
