"""`dateline alert add`: a query is kept."""

from __future__ import annotations

from typing import Annotated

import typer

from dateline.cli.alert.options import Name
from dateline.cli.collection_options import (
    Actor,
    ActStatus,
    Between,
    Place,
    Root,
    Source,
    Target,
    collection_at,
)
from dateline.cli.messages import say
from dateline.cli.options import OwnOntology
from dateline.cli.overlays import use_ontology
from dateline.jobs.alerting import Digest, Wish, add_alert
from dateline.store.queries.filters import Filters

Query = Annotated[
    str,
    typer.Option(
        "--query", "-q", metavar="QUERY", help="What pages must have, as for search.", show_default=False
    ),
]
To = Annotated[
    list[str],
    typer.Option(
        "--to",
        metavar="WHERE",
        help="mailto:me@example.org, https://hooks.example.org/x, 'command:program words'; may be given several times.",
        show_default=False,
    ),
]
When = Annotated[
    Digest,
    typer.Option("--digest", help="at-once: a message a round; daily: one a day, with related stories."),
]
At = Annotated[str, typer.Option("--at", metavar="HH:MM", help="When the daily digest is due, in UTC.")]
Updates = Annotated[
    bool,
    typer.Option("--updates/--no-updates", help="Tell again of a story that has another independent report."),
]
Present = Annotated[bool, typer.Option("--present", help="Tell also of what the collection holds already.")]
Private = Annotated[
    bool,
    typer.Option("--allow-private", help="Webhooks may be in private networks, and at http:// addresses."),
]


def add(
    name: Name,
    to: To,
    query: Query = "",
    collection: Place = None,
    source: Source = None,
    target: Target = None,
    between: Between = None,
    actor: Actor = None,
    root: Root = None,
    status: ActStatus = None,
    digest: When = Digest.AT_ONCE,
    at: At = "06:00",
    updates: Updates = True,
    present: Present = False,
    allow_private: Private = False,
    ontology: OwnOntology = None,
) -> None:
    """Keep a query. What comes in and matches from now on is told by `dateline alert run`.

    Example: dateline alert add talks -c my-collection --query 'actor:KAZ type:CONSULT status:planned' --to mailto:me@example.org
    """
    use_ontology(ontology)
    filters = Filters(source=source, target=target, between=between, actor=actor, root=root, status=status)
    wish = Wish(query, to, filters, digest, at, updates, present, allow_private)
    with collection_at(collection) as opened:
        add_alert(opened, name, wish)
    say(f"{name} is kept: dateline alert test {name} sends a sample, dateline alert run what is new.")
