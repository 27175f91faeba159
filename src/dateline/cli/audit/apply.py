"""`dateline audit apply`: answers become corrections."""

from __future__ import annotations

import typer

from dateline.cli.audit.options import By, Name
from dateline.cli.collection_options import Place, collection_at
from dateline.cli.correction_lines import correction_line
from dateline.cli.inputs import NOTHING_DONE, READ, SOME_REJECTED, write_line
from dateline.cli.messages import rows, say
from dateline.products.audits import NotApplied, apply_labels


def apply(name: Name, by: By, collection: Place = None) -> None:
    """Correct the rows of a sample as WHO labelled them. `dateline corrections` then lists them, `dateline undo` takes one back. The score stays what it was.

    Example: dateline audit apply spring -c my-collection --by Ana
    """
    done = left = 0
    with collection_at(collection) as opened:
        for told in apply_labels(opened, name, by):
            if isinstance(told, NotApplied):
                say(told.message)
                left += 1
            else:
                write_line(correction_line(told))
                done += 1
    say(f"{rows(done)} corrected" + (f", {left:,} not." if left else "."))
    raise typer.Exit(NOTHING_DONE if not done else SOME_REJECTED if left else READ)
