"""Options of commands that log a decision: who, and why."""

from __future__ import annotations

import getpass
from typing import Annotated

import typer

Why = Annotated[str, typer.Option("--why", help="The reason, for whoever reads the log.", show_default=False)]
Who = Annotated[
    str | None, typer.Option("--who", help="Who decides.", show_default="the name of your account")
]


def account() -> str:
    """The name of the account that runs this, or "unknown"."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "unknown"
