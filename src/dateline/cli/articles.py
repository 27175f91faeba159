"""`dateline articles`: what is in a collection."""

from __future__ import annotations

from typing import Annotated

import typer

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
    Column("id"),
    Column("day"),
    Column("outlet", 1, least=12, rank=2),
    Column("title", 4, least=24),
    Column("language", rank=3),
    Column("story", rank=1),
)

Language = Annotated[
    list[str] | None, typer.Option("--language", help="A language, as ISO 639-1: en.", show_default=False)
]


def articles(
    collection: Place = None,
    to: RowTo = None,
    limit: Most = None,
    actor: Actor = None,
    outlet: FromOutlet = None,
    language: Language = None,
    story: InStory = None,
    about: About = None,
    after: After = None,
    before: Before = None,
) -> None:
    """Articles of a collection, newest first.

    Example: dateline articles -c my-collection --outlet "Harbour Courier" --after 2024-03
    """
    with collection_at(collection) as opened:
        rows = opened.articles(
            actor=actor,
            outlet=outlet,
            language=language,
            story=story,
            about=about,
            after=after,
            before=before,
        )
        print_rows(rows, _COLUMNS, to, limit)
