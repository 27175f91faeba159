"""`dateline audit examples`: corrections as labelled examples."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from dateline.cli.audit.options import Name
from dateline.cli.collection_options import Place, collection_at
from dateline.cli.inputs import NOTHING_DONE, READ, write_line
from dateline.cli.messages import say
from dateline.products.audits import examples as examples_of
from dateline.products.audits import is_corrected
from dateline.store import auditing
from dateline.store.auditing import Verdict


class ExampleFormat(StrEnum):
    """How examples are written."""

    JSONL = "jsonl"
    JSON = "json"


To = Annotated[ExampleFormat, typer.Option("--to", help="Format: one example a line, or one list.")]


def examples(name: Name, collection: Place = None, to: To = ExampleFormat.JSONL) -> None:
    """Write what was corrected: the sentence, its spans, the row as it was coded and as it should be, and who says so.

    Example: dateline audit examples spring -c my-collection > corrected.jsonl
    """
    with collection_at(collection) as opened:
        database = opened.holdings.database
        audit = auditing.audit_of(database, name)
        rows, labels = auditing.rows_of(database, name), auditing.labels_of(database, name)
    found = [example.to_json() for example in examples_of(audit, rows, labels)]
    if to is ExampleFormat.JSON:
        write_line("[" + ",\n".join(found) + "]")
    else:
        for line in found:
            write_line(line)
    wrong = [label for said in labels.values() for label in said.values() if label.verdict is Verdict.WRONG]
    left_out = sum(not is_corrected(label) for label in wrong)
    if left_out:
        say(f"{left_out:,} wrong rows are left out: nobody said what would be right.")
    elif not found:
        say(f"nothing was corrected in {name!r}.")
    raise typer.Exit(READ if found else NOTHING_DONE)
