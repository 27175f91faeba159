"""`dateline knowledge undo`: a decision holds no longer."""

from __future__ import annotations

from typing import Annotated

import typer

from dateline.cli.knowledge.decide import today
from dateline.cli.messages import say
from dateline.cli.options import Overlays
from dateline.cli.overlays import own_folder
from dateline.cli.who_decides import Who, Why, account
from dateline.knowledge.decisions import Decision, What, append, next_number, read_log
from dateline.model import DataError

Number = Annotated[
    int,
    typer.Argument(
        help="The number of the decision, as `dateline knowledge log` shows it.", show_default=False
    ),
]


def undo(number: Number, why: Why, who: Who = None, knowledge: Overlays = None) -> None:
    """Decide that an earlier decision holds no longer. It stays in the log; undoing the undoing brings it back.

    Example: dateline knowledge undo 3 --why "two men after all" --knowledge my-tables
    """
    folder = own_folder(knowledge)
    decisions, _ = read_log(folder)
    if number not in {decision.number for decision in decisions}:
        raise DataError(f"{folder}: there is no decision {number}; `dateline knowledge log` shows them.")
    next_one = next_number(decisions)
    append(folder, Decision(next_one, today(), who or account(), What.UNDO, why, undoes=number))
    say(f"decision {next_one} in {folder}: decision {number} is undone.")
