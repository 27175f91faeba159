"""`dateline audit list`: the samples of a collection."""

from __future__ import annotations

import typer

from dateline.cli.audit.views import audit_line
from dateline.cli.collection_options import Place, ReportTo, collection_at
from dateline.cli.inputs import NOTHING_DONE, READ, is_for_people, write_line
from dateline.cli.messages import say
from dateline.store import auditing


def list_audits(collection: Place = None, to: ReportTo = None) -> None:
    """The samples of a collection, the latest first: what they were drawn from, when, and how many rows who has labelled.

    Example: dateline audit list -c my-collection
    """
    with collection_at(collection) as opened:
        found = auditing.audits(opened.holdings.database)
        if not found:
            say(f"{opened.place} has no sample: `dateline audit draw` makes one.")
    for audit in found:
        write_line(audit_line(audit) if is_for_people(to) else audit.to_json())
    raise typer.Exit(READ if found else NOTHING_DONE)
