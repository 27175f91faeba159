"""Arguments and options that the commands of an audit share."""

from __future__ import annotations

from typing import Annotated

import typer


def named(given: str) -> str:
    """A name, without space around it, or a refusal (exit status 2)."""
    if not given.strip():
        raise typer.BadParameter("a name cannot be empty.")
    return given.strip()


Name = Annotated[
    str,
    typer.Argument(metavar="NAME", callback=named, help="The name of the sample.", show_default=False),
]
By = Annotated[
    str,
    typer.Option("--by", metavar="WHO", callback=named, help="Who labels: a name.", show_default=False),
]
