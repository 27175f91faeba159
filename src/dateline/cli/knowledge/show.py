"""`dateline knowledge show`: what the tables hold, how old they are, and what lies over them."""

from __future__ import annotations

import json

from rich.table import Table

from dateline.cli.inputs import is_for_people, write_line
from dateline.cli.options import Overlays, StoryTo
from dateline.cli.overlays import use_overlays
from dateline.cli.tables import out
from dateline.knowledge import Knowledge
from dateline.knowledge.decisions import in_force, read_log
from dateline.knowledge.stock import Stock, stock_of


def show(to: StoryTo = None, knowledge: Overlays = None) -> None:
    """Show the tables: rows packaged, refreshed and yours, when they were last checked, how many are from memory, and what is in force.

    Example: dateline knowledge show --knowledge my-tables
    """
    tables = use_overlays(knowledge)
    stock = stock_of(tables)
    if not is_for_people(to):
        for each in stock:
            write_line(each.to_json())
        for overlay in _overlays(tables):
            write_line(json.dumps(overlay, ensure_ascii=False))
        return
    out().print(_table(tables, stock))
    for overlay in _overlays(tables):
        out().print(f"{overlay['overlay']}: {overlay['decisions']} decisions in force", highlight=False)


def _overlays(tables: Knowledge) -> list[dict[str, str | int]]:
    return [
        {"overlay": str(folder), "decisions": len(in_force(read_log(folder)[0]))}
        for folder in tables.overlays
    ]


def _table(tables: Knowledge, stock: list[Stock]) -> Table:
    table = Table(title=f"knowledge tables · {tables.version}", title_justify="left")
    table.add_column("table")
    for heading in ("packaged", "from memory", "refreshed", "yours"):
        table.add_column(heading, justify="right")
    table.add_column("last checked")
    for each in stock:
        share = f"{each.from_memory / each.packaged:.0%}" if each.packaged else ""
        counts = (each.refreshed or "", each.own or "")
        table.add_row(each.table, f"{each.packaged:,}", share, *map(str, counts), each.as_of)
    return table
