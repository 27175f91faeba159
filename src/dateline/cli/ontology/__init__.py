"""`dateline ontology ...`: the event types, and those that a user adds."""

from __future__ import annotations

import typer

from dateline.cli.ontology.check import check
from dateline.cli.ontology.types import types

ontology = typer.Typer(
    help="List the event types; check types and frames of your own.",
    no_args_is_help=True,
    rich_markup_mode="rich",
)

ontology.command(name="check")(check)
ontology.command(name="list")(types)
