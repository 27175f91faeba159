"""`dateline audit score`: how good the rows are, and how far those who labelled agree."""

from __future__ import annotations

import typer

from dateline.cli.audit.options import Name
from dateline.cli.audit.views import score_tables
from dateline.cli.collection_options import Place, ReportTo, collection_at
from dateline.cli.inputs import NOTHING_DONE, is_for_people, write_line
from dateline.cli.messages import say
from dateline.cli.tables import out
from dateline.products.audits import score as score_of
from dateline.store import auditing


def score(name: Name, collection: Place = None, to: ReportTo = None) -> None:
    """Precision with its 95 % interval: overall, by field, type and status; where two labelled, how far they agree.

    Example: dateline audit score spring -c my-collection
    """
    with collection_at(collection) as opened:
        database = opened.holdings.database
        audit = auditing.audit_of(database, name)
        found = score_of(audit, auditing.rows_of(database, name), auditing.labels_of(database, name))
    if not any(labeller.labelled for labeller in found.labellers):
        say(f"nobody has labelled {name!r} yet: `dateline audit label {name} --by WHO`.")
        raise typer.Exit(NOTHING_DONE)
    if is_for_people(to):
        out().print(score_tables(found))
    else:
        write_line(found.to_json())
