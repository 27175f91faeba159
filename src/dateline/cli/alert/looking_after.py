"""`dateline alert list`, `remove`, `dead` and `retry`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Annotated

import typer
from rich.table import Table

from dateline.cli.alert.options import Name
from dateline.cli.collection_options import Place, collection_at
from dateline.cli.inputs import NOTHING_DONE, write_line
from dateline.cli.messages import say
from dateline.cli.tables import out
from dateline.jobs.alerting import AlertState, Undelivered, alerts, remove_alert, send_again, undelivered

Which = Annotated[
    str,
    typer.Argument(metavar="ID|all", help="A number that `alert dead` shows, or all.", show_default=False),
]


def list_alerts(collection: Place = None) -> None:
    """Show the alerts: what they ask, whom they tell, when they last did, what waits. A table on a terminal, else a record a line.

    Example: dateline alert list -c my-collection
    """
    with collection_at(collection) as opened:
        found = alerts(opened)
        place = opened.place
    if not found:
        say(f"{place} has no alerts: dateline alert add makes one.")
    elif sys.stdout.isatty():
        out().print(_alerts_table(found))
    else:
        for state in found:
            write_line(state.to_json())


def remove(name: Name, collection: Place = None) -> None:
    """Drop an alert with what it has yet to send.

    Example: dateline alert remove talks -c my-collection
    """
    with collection_at(collection) as opened:
        was_there = remove_alert(opened, name)
    say(f"{name} is removed." if was_there else f"there is no alert {name}: see dateline alert list.")
    if not was_there:
        raise typer.Exit(NOTHING_DONE)


def dead(collection: Place = None) -> None:
    """Show the messages that were given up after five attempts. A table on a terminal, else a record a line.

    Example: dateline alert dead -c my-collection
    """
    with collection_at(collection) as opened:
        letters = undelivered(opened)
    if not letters:
        say("no message was given up.")
    elif sys.stdout.isatty():
        out().print(_dead_table(letters))
    else:
        for letter in letters:
            write_line(letter.to_json())


def retry(which: Which, collection: Place = None) -> None:
    """Try messages that were given up again, in the next round.

    Example: dateline alert retry all -c my-collection
    """
    if which != "all" and not which.isdecimal():
        raise typer.BadParameter(f"{which!r} is no number: alert dead shows them, or write all.")
    with collection_at(collection) as opened:
        ids = [letter.id for letter in undelivered(opened)] if which == "all" else [int(which)]
        count = sum(send_again(opened, id) for id in ids)
    say(
        f"{count:,} to be tried again in the next round."
        if count
        else "no message of that number was given up."
    )
    if not count:
        raise typer.Exit(NOTHING_DONE)


def _alerts_table(found: Sequence[AlertState]) -> Table:
    table = Table(expand=True)
    for heading, share in (
        ("alert", 2),
        ("asks", 4),
        ("tells", 3),
        ("when", None),
        ("last sent", None),
        ("waiting", None),
        ("given up", None),
    ):
        table.add_column(heading, ratio=share, no_wrap=share is None)
    for one in found:
        sent = one.sent[:16].replace("T", " ") if one.sent else ""
        counts = (str(one.waiting or ""), str(one.dead or ""))
        table.add_row(one.name, one.asked, "\n".join(one.to), one.digest, sent, *counts)
    return table


def _dead_table(letters: Sequence[Undelivered]) -> Table:
    table = Table(expand=True)
    for heading, share in (("id", None), ("alert", 1), ("to", 2), ("tried", None), ("why", 3)):
        table.add_column(heading, ratio=share, no_wrap=share is None)
    for letter in letters:
        table.add_row(str(letter.id), letter.alert, letter.to, f"{letter.attempts} times", letter.error)
    return table
