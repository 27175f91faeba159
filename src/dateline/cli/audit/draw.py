"""`dateline audit draw`: a random sample of a collection."""

from __future__ import annotations

from typing import Annotated

import typer

from dateline.cli.audit.options import Name
from dateline.cli.audit.views import audit_line
from dateline.cli.collection_options import (
    About,
    Actor,
    ActStatus,
    After,
    Before,
    Between,
    FromOutlet,
    InStory,
    Place,
    ReportTo,
    Root,
    Source,
    Target,
    collection_at,
)
from dateline.cli.inputs import is_for_people, write_line
from dateline.cli.statements import Kind, Names, SaidBy
from dateline.store import auditing
from dateline.store.auditing import AuditKind
from dateline.store.queries.filters import Filters

Of = Annotated[
    AuditKind,
    typer.Option(
        "--of",
        help="What rows: events as single reports tell them, or statements.",
        show_default=False,
    ),
]
Size = Annotated[int, typer.Option("--size", metavar="N", min=1, help="How many rows.")]
Seed = Annotated[int, typer.Option("--seed", metavar="N", help="Another seed draws other rows.")]

_OF_EVENTS = ("source", "target", "between", "root", "status")
_OF_STATEMENTS = ("said_by", "names", "type", "about")


def draw(
    name: Name,
    of: Of,
    collection: Place = None,
    size: Size = 100,
    seed: Seed = 7,
    source: Source = None,
    target: Target = None,
    between: Between = None,
    root: Root = None,
    status: ActStatus = None,
    said_by: SaidBy = None,
    names: Names = None,
    type: Kind = None,
    about: About = None,
    actor: Actor = None,
    outlet: FromOutlet = None,
    story: InStory = None,
    after: After = None,
    before: Before = None,
    to: ReportTo = None,
) -> None:
    """Draw a random sample, and keep it under a name with the filters and the seed. Rows stay as they are coded now, also when pages are read again.

    Example: dateline audit draw spring -c my-collection --of events --root consult --after 2024-03 --size 100
    """
    asked = Filters(
        source=source,
        target=target,
        between=between,
        root=root,
        status=status,
        said_by=said_by,
        names=names,
        type=type,
        about=about,
        actor=actor,
        outlet=outlet,
        story=story,
        after=after,
        before=before,
    )
    _check(of, asked)
    with collection_at(collection) as opened:
        drawn = auditing.draw(opened.holdings, name, of, asked, size=size, seed=seed)
    write_line(audit_line(drawn) if is_for_people(to) else drawn.to_json())


def _check(of: AuditKind, asked: Filters) -> None:
    """Refuses filters (exit status 2) that the rows do not have."""
    for option in _OF_STATEMENTS if of is AuditKind.EVENTS else _OF_EVENTS:
        if getattr(asked, option):
            raise typer.BadParameter(
                f"--{option.replace('_', '-')} is no filter of {of.value}: leave it out."
            )
