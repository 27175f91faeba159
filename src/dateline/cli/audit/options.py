"""Arguments and options that the commands of an audit share."""

from __future__ import annotations

from typing import Annotated

import typer

Name = Annotated[str, typer.Argument(metavar="NAME", help="The name of the sample.", show_default=False)]


def somebody(given: str) -> str:
    """A name, without space around it, or a refusal (exit status 2)."""
    if not given.strip():
        raise typer.BadParameter("give a name, as --by Ana.")
    return given.strip()


By = Annotated[
    str,
    typer.Option("--by", metavar="WHO", callback=somebody, help="Who labels: a name.", show_default=False),
]
