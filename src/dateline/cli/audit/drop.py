"""`dateline audit drop`: a sample deleted."""

from __future__ import annotations

import sys

import typer

from dateline.cli.audit.options import Name
from dateline.cli.collection_options import Place, collection_at
from dateline.cli.forget import Yes
from dateline.cli.inputs import NOTHING_DONE
from dateline.cli.messages import say
from dateline.products.wording import counted
from dateline.store import auditing


def drop(name: Name, collection: Place = None, yes: Yes = False) -> None:
    """Delete a sample with all that was said of it.

    Example: dateline audit drop spring -c my-collection --yes
    """
    with collection_at(collection) as opened:
        database = opened.holdings.database
        labels = sum(auditing.audit_of(database, name).labels.values())
        if not yes and not _is_sure(name, labels):
            raise typer.Exit(NOTHING_DONE)
        auditing.drop(database, name)
    say(f"the sample {name!r} is gone, with {counted(labels, 'label')}.")


def _is_sure(name: str, labels: int) -> bool:
    if not sys.stdin.isatty():
        say("this cannot be undone: say --yes.")
        return False
    return typer.confirm(f"Delete the sample {name!r} with {counted(labels, 'label')}, for good?", err=True)
