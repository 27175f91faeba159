"""All commands under one name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

import typer

from dateline.cli.actors import actors
from dateline.cli.add import add
from dateline.cli.alert import alert
from dateline.cli.articles import articles
from dateline.cli.audit import audit
from dateline.cli.backup import backup, restore
from dateline.cli.brief import brief
from dateline.cli.cite import cite
from dateline.cli.commands import Commands
from dateline.cli.compare import compare
from dateline.cli.correct import correct
from dateline.cli.corrections import corrections
from dateline.cli.demo import demo
from dateline.cli.diff import diff
from dateline.cli.doctor import doctor
from dateline.cli.events import events
from dateline.cli.explain import explain
from dateline.cli.export import export
from dateline.cli.forget import forget
from dateline.cli.knowledge import knowledge
from dateline.cli.lookup import lookup
from dateline.cli.mcp import mcp
from dateline.cli.merge import merge
from dateline.cli.ontology import ontology
from dateline.cli.picture import picture
from dateline.cli.re_read import re_read
from dateline.cli.read import read
from dateline.cli.reports import reports
from dateline.cli.run import run
from dateline.cli.search import search
from dateline.cli.serve import serve
from dateline.cli.statements import statements
from dateline.cli.stories import stories
from dateline.cli.story import story
from dateline.cli.undo import undo
from dateline.cli.verify import verify
from dateline.cli.watch import watch
from dateline.version import __version__

app = typer.Typer(
    name="dateline",
    cls=Commands,
    help="What happened, who said so, and how well it is supported: news pages read, coded and compared.",
    epilog="Exit status: 0 all inputs read, 1 some rejected (named on standard error), 2 nothing done, 130 stopped by Ctrl-C.",
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

app.add_typer(knowledge, name="knowledge")
app.add_typer(ontology, name="ontology")
for command in (read, stories, compare, brief, demo, doctor, explain, lookup, run):
    app.command(name=command.__name__)(command)
ON_COLLECTIONS: tuple[Callable[..., None], ...] = (
    add, watch, search, events, reports, statements, articles, story, actors, picture, cite, export, correct, merge, corrections, undo, forget,
    re_read, diff, verify, backup, restore, mcp, serve,
)  # fmt: skip
for on_collection in ON_COLLECTIONS:
    name = on_collection.__name__.replace("_", "-")
    app.command(name=name, rich_help_panel="Collections")(on_collection)
app.add_typer(audit, name="audit", rich_help_panel="Collections")

app.add_typer(alert, name="alert", rich_help_panel="Collections")


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"dateline {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Options that stand before the command."""
