"""All commands as one: what ends any of them before its end."""

from __future__ import annotations

from typing import Any

import typer
from typer.core import TyperGroup

from dateline.cli.interrupts import STOPPED
from dateline.cli.messages import say

_LABEL = "Value error, "
"""What the reader of options puts before a reason."""


class Commands(TyperGroup):
    """Runs a command; Ctrl-C ends it with a line, and a wrong option is told in plain words."""

    def invoke(self, ctx: Any) -> Any:
        """Runs the command that was given."""
        try:
            return super().invoke(ctx)
        except typer.BadParameter as error:
            error.message = error.message.removeprefix(_LABEL)
            raise
        except KeyboardInterrupt:
            say("stopped: what was finished is kept.")
            raise typer.Exit(STOPPED) from None
