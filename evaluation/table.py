"""One table: ours, the best of others, the floor, and whether it holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.table import Table

from evaluation.cases import SetResult
from evaluation.floors import holds, is_count
from evaluation.peers import Peer

SHOWN_PEERS = 2


def shown(metric: str, value: float) -> str:
    """Counts as they are, shares to three places without the leading zero."""
    if is_count(metric):
        return f"{value:g}"
    return f"{value:.3f}" if value >= 1 else f"{value:.3f}".lstrip("0")


def verdict(value: float, floor: float | None) -> str:
    """`pass`, `FAIL`, or nothing where no floor is set."""
    return "" if floor is None else "pass" if holds(value, floor) else "FAIL"


def peers_cell(peers: Sequence[Peer]) -> str:
    """The best peers in one cell, best first."""
    return "; ".join(str(peer) for peer in peers[:SHOWN_PEERS])


def results_table(
    results: Sequence[SetResult], peers: Mapping[str, Sequence[Peer]], floors: Mapping[str, float], title: str
) -> Table:
    """A row for each metric of each set; ours is green where it beats every peer and red where a floor breaks."""
    table = Table(title=title, title_justify="left", header_style="bold")
    table.add_column("set", no_wrap=True)
    table.add_column("metric", no_wrap=True)
    table.add_column("ours", justify="right", no_wrap=True)
    table.add_column("best known peer", overflow="fold")
    table.add_column("floor", justify="right", no_wrap=True)
    table.add_column("", no_wrap=True)
    for result in results:
        for row, (metric, value) in enumerate({**result.numbers, **result.also}.items()):
            others, floor = peers.get(metric, []), floors.get(metric)
            state = verdict(value, floor)
            style = "red" if state == "FAIL" else "green" if others and value >= others[0].value else ""
            label = f"{result.name} ({len(result.cases)})" if row == 0 else ""
            number = shown(metric, value)
            if metric in result.totals:
                number += f"/{result.totals[metric]:g}"
            ours = f"[{style}]{number}[/]" if style else number
            limit = "" if floor is None else shown(metric, floor)
            table.add_row(label, metric.partition(".")[2], ours, peers_cell(others), limit, state)
        table.add_section()
    return table
