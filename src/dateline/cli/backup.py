"""`dateline backup` and `dateline restore`: copies of a collection."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from dateline.cli.collection_options import USUAL, VARIABLE, Place, collection_at
from dateline.cli.messages import say
from dateline.store import restore_collection

Into = Annotated[
    Path, typer.Argument(metavar="FOLDER", help="A new folder for the copy.", show_default=False)
]
From = Annotated[Path, typer.Argument(metavar="FOLDER", help="The folder of a backup.", show_default=False)]


def backup(folder: Into, collection: Place = None) -> None:
    """Copy a collection into a new folder, as it is at this moment. The copy is a collection itself.

    Example: dateline backup copies/2024-03-08 -c my-collection
    """
    with collection_at(collection) as opened:
        opened.backup(folder)
        say(f"{opened.place} is copied to {folder}.")


def restore(folder: From, collection: Place = None) -> None:
    """Make a collection of a backup, in a new folder or an empty database of PostgreSQL.

    Example: dateline restore copies/2024-03-08 -c my-collection
    """
    place = collection or os.environ.get(VARIABLE) or USUAL
    restore_collection(folder, place)
    with collection_at(place) as opened:
        say(f"{opened.place} holds {opened.articles().count():,} articles.")
