"""`dateline knowledge log`: what was decided, by whom and why."""

from __future__ import annotations

import typer
from rich.table import Table

from dateline.cli.inputs import NOTHING_DONE, is_for_people, write_line
from dateline.cli.messages import say
from dateline.cli.options import Overlays, StoryTo
from dateline.cli.overlays import use_overlays
from dateline.cli.tables import out
from dateline.knowledge.decisions import Decision, in_force, read_log


def log(to: StoryTo = None, knowledge: Overlays = None) -> None:
    """Show the decisions about who is who, in their order, with those that were undone.

    Example: dateline knowledge log --knowledge my-tables
    """
    folders = use_overlays(knowledge).overlays
    table = Table(
        "number", "date", "who", "decision", "why", "holds", title="decisions", title_justify="left"
    )
    count = 0
    for folder in folders:
        decisions, _ = read_log(folder)
        holding = {decision.number for decision in in_force(decisions)}
        count += len(decisions)
        for decision in decisions:
            if not is_for_people(to):
                write_line(decision.to_json())
            holds = "yes" if decision.number in holding else ""
            table.add_row(
                str(decision.number), decision.date, decision.who, _words(decision), decision.why, holds
            )
    if not count:
        say(
            "nothing was decided"
            + (": no folder is in force; give --knowledge FOLDER." if not folders else ".")
        )
        raise typer.Exit(NOTHING_DONE)
    if is_for_people(to):
        out().print(table)


def _words(decision: Decision) -> str:
    if decision.undoes is not None:
        return f"undo {decision.undoes}"
    named = f" {decision.name!r}" if decision.name else ""
    return f"{decision.what} {' '.join(decision.ids)}{named}" + (" --apart" if decision.apart else "")
