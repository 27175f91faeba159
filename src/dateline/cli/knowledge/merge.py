"""`dateline knowledge merge`: two ids are one actor."""

from __future__ import annotations

from typing import Annotated

import typer

from dateline.cli.knowledge.decide import decide
from dateline.cli.messages import say
from dateline.cli.options import Overlays
from dateline.cli.who_decides import Who, Why
from dateline.knowledge.decisions import What

Kept = Annotated[str, typer.Argument(metavar="ID", help="The id that stays.", show_default=False)]
GivenUp = Annotated[
    str, typer.Argument(metavar="ID", help="The id that leads there from now on.", show_default=False)
]


def merge(kept: Kept, given_up: GivenUp, why: Why, who: Who = None, knowledge: Overlays = None) -> None:
    """Decide that two ids are one actor: names and offices of the second go to the first, and its id leads there.

    Example: dateline knowledge merge Q15031 dl-person-0123abcd --why "one man, two spellings" --knowledge my-tables
    """
    decision, folder = decide(knowledge, What.MERGE, who=who, why=why, ids=(kept, given_up))
    say(f"decision {decision.number} in {folder}: {given_up} is {kept}.")
