"""`dateline audit label`: the rows of a sample, one after another, or as a sheet."""

from __future__ import annotations

import sys
from enum import StrEnum
from functools import partial
from typing import Annotated

import typer

from dateline.cli.audit.options import By, Name
from dateline.cli.audit.rounds import Round
from dateline.cli.audit.terminal import Terminal
from dateline.cli.collection_options import Place, collection_at
from dateline.cli.inputs import NOTHING_DONE
from dateline.cli.messages import say
from dateline.products.audits import sheet
from dateline.store import auditing


class SheetFormat(StrEnum):
    """How rows are handed out to be labelled elsewhere."""

    CSV = "csv"


To = Annotated[
    SheetFormat | None,
    typer.Option("--to", help="Write a sheet to fill in instead of asking.", show_default=False),
]


def label(name: Name, by: By, collection: Place = None, to: To = None) -> None:
    """Label a sample, row by row, with single keys. Every answer is kept at once; the next time it goes on where it stopped.

    Example: dateline audit label spring -c my-collection --by Ana
    """
    with collection_at(collection) as opened:
        database = opened.holdings.database
        audit = auditing.audit_of(database, name)
        rows = auditing.rows_of(database, name)
        said = auditing.labels_of(database, name).get(by, {})
        if to is SheetFormat.CSV:
            sys.stdout.buffer.write(sheet(audit, rows, said))
            return
        if not sys.stdin.isatty() or not sys.stdout.isatty():
            say(
                "labels are asked for on a terminal only: write a sheet with --to csv, and read it back with `dateline audit take`."
            )
            raise typer.Exit(NOTHING_DONE)
        keep = partial(auditing.keep_label, database, name)
        Round(audit.kind, rows, said, lambda number, label: keep(number, by, label), Terminal()).run()
    say(
        f"{len(said):,} of {len(rows):,} rows have an answer: `dateline audit score {name}` says what comes of them."
    )
