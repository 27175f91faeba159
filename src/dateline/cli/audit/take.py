"""`dateline audit take`: a sheet that was filled in, read back."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dateline.cli.audit.options import By, Name
from dateline.cli.collection_options import Place, collection_at
from dateline.cli.inputs import NOTHING_DONE, READ, SOME_REJECTED
from dateline.cli.messages import say
from dateline.model import DatelineError
from dateline.products.audits import Answer, read_sheet
from dateline.store import auditing

Sheet = Annotated[
    Path,
    typer.Argument(
        metavar="SHEET", help="A sheet that `label --to csv` wrote, filled in.", show_default=False
    ),
]


def take(name: Name, sheet: Sheet, by: By, collection: Place = None) -> None:
    """Read a sheet back: what is filled in becomes the answers of WHO. Rows that cannot be taken are named, and stop no others.

    Example: dateline audit take spring sheet.csv -c my-collection --by Ana
    """
    taken = bad = 0
    with collection_at(collection) as opened:
        database = opened.holdings.database
        audit, rows = auditing.audit_of(database, name), auditing.rows_of(database, name)
        for answer in read_sheet(_bytes_of(sheet), str(sheet), audit, rows):
            if isinstance(answer, Answer):
                auditing.keep_label(database, name, answer.number, by, answer.label)
                taken += 1
            else:
                say(answer.message)
                bad += 1
    say(
        f"{taken:,} of {len(rows):,} rows are answered in {sheet}."
        + (f" {bad:,} could not be taken." if bad else "")
    )
    raise typer.Exit(NOTHING_DONE if not taken else SOME_REJECTED if bad else READ)


def _bytes_of(sheet: Path) -> bytes:
    try:
        return sheet.read_bytes()
    except OSError as error:
        raise DatelineError(f"{sheet} cannot be read ({error.strerror}): check the path.") from error
