"""`dateline audit ...`: how good the rows of a collection are, by a sample that people check."""

from __future__ import annotations

import typer

from dateline.cli.audit.apply import apply
from dateline.cli.audit.draw import draw
from dateline.cli.audit.drop import drop
from dateline.cli.audit.examples import examples
from dateline.cli.audit.label import label
from dateline.cli.audit.list import list_audits
from dateline.cli.audit.score import score
from dateline.cli.audit.take import take

audit = typer.Typer(
    help="Check a random sample of a collection by hand, and know how good its rows are.",
    no_args_is_help=True,
    rich_markup_mode="rich",
)

for command in (draw, label, take, score, apply, examples):
    audit.command(name=command.__name__)(command)
audit.command(name="list")(list_audits)
audit.command(name="drop")(drop)
