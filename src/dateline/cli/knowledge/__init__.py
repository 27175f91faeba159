"""`dateline knowledge ...`: the tables of who is who, and what a user adds to them and decides about them."""

from __future__ import annotations

import typer

from dateline.cli.knowledge.accept import accept
from dateline.cli.knowledge.check import check
from dateline.cli.knowledge.log import log
from dateline.cli.knowledge.merge import merge
from dateline.cli.knowledge.refresh import refresh
from dateline.cli.knowledge.show import show
from dateline.cli.knowledge.split import split
from dateline.cli.knowledge.undo import undo

knowledge = typer.Typer(
    help="Show and check the tables of who is who; decide that two are one or one is two; refresh them from Wikidata.",
    no_args_is_help=True,
    rich_markup_mode="rich",
)

for command in (show, check, merge, split, undo, log, refresh, accept):
    knowledge.command(name=command.__name__)(command)
