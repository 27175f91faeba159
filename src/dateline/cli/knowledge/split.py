"""`dateline knowledge split`: a name does not stand for an actor."""

from __future__ import annotations

from typing import Annotated

import typer

from dateline.cli.knowledge.decide import decide
from dateline.cli.messages import say
from dateline.cli.options import Overlays
from dateline.cli.who_decides import Who, Why
from dateline.knowledge.decisions import What

Id = Annotated[str, typer.Argument(metavar="ID", help="The actor that loses the name.", show_default=False)]
Surface = Annotated[
    str, typer.Argument(metavar="NAME", help="The name as it is written.", show_default=False)
]
Apart = Annotated[
    bool, typer.Option("--apart", help="Let the name stand for an actor of its own from now on.")
]


def split(
    id: Id, name: Surface, why: Why, apart: Apart = False, who: Who = None, knowledge: Overlays = None
) -> None:
    """Decide that a name does not stand for an actor. Who is left under that name is found as ever; with --apart it is a new actor.

    Example: dateline knowledge split Q15031 "Mr Example" --why "here it is the shipowner" --apart --knowledge my-tables
    """
    decision, folder = decide(knowledge, What.SPLIT, who=who, why=why, ids=(id,), name=name, apart=apart)
    say(
        f"decision {decision.number} in {folder}: {name!r} is not {id}"
        + (", but one apart." if apart else ".")
    )
