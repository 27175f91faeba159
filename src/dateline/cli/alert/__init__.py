"""`dateline alert ...`: queries that are kept, and messages of what is new for them."""

from __future__ import annotations

from collections.abc import Callable

import typer

from dateline.cli.alert.add import add
from dateline.cli.alert.looking_after import dead, list_alerts, remove, retry
from dateline.cli.alert.run import run
from dateline.cli.alert.sample import sample

alert = typer.Typer(
    help="Keep queries, and get a message of what is new for them: by mail, to a webhook, or to a command.",
    no_args_is_help=True,
    rich_markup_mode="rich",
)

COMMANDS: dict[str, Callable[..., None]] = {
    "add": add, "list": list_alerts, "remove": remove, "run": run, "test": sample, "dead": dead, "retry": retry,
}  # fmt: skip
for name, command in COMMANDS.items():
    alert.command(name=name)(command)
