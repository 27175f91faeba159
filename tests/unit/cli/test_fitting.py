"""Tables on narrow terminals: what matters least goes, words keep their room, and the foot says what is missing."""

from __future__ import annotations

import pytest
from rich.console import Console

from dateline.cli.fitting import Column, FittedTable

COLUMNS = (
    Column("id"),
    Column("status"),
    Column("text", 5, least=20),
    Column("place", 1, rank=1),
    Column("reports", rank=2),
)
ROW = ("91c0d2f4", "hypothetical", "The ministry sends nine boats to Brask", "Osthaven", "2")


def printed(fitted: FittedTable) -> list[str]:
    console = Console(width=fitted.width, color_system=None)
    with console.capture() as taken:
        console.print(fitted.table())
    return taken.get().splitlines()


def test_a_wide_terminal_shows_everything() -> None:
    fitted = FittedTable(COLUMNS, [ROW], 120)
    assert fitted.foot is None
    assert all(cell in "\n".join(printed(fitted)) for cell in ROW)


def test_the_column_of_the_highest_rank_goes_first_and_is_told() -> None:
    assert FittedTable(COLUMNS, [ROW], 66).foot == "no room here for reports"
    assert FittedTable(COLUMNS, [ROW], 55).foot == "no room here for place, reports"


@pytest.mark.parametrize("width", [52, 60, 80, 120])
def test_nothing_is_wider_than_the_terminal_and_no_heading_is_cut(width: int) -> None:
    fitted = FittedTable(COLUMNS, [ROW], width)
    lines = printed(fitted)
    assert max(map(len, lines)) <= width
    assert "…" not in "\n".join(lines)


def test_words_that_look_like_markup_are_shown_as_they_are() -> None:
    lines = printed(FittedTable([Column("text", 1)], [["[red]The boats[/red]"]], 60))
    assert "[red]The boats[/red]" in "\n".join(lines)


@pytest.mark.parametrize("command", ["articles", "events", "reports", "statements", "actors", "stories"])
@pytest.mark.parametrize("columns", [60, 80])
def test_commands_cut_no_heading_and_no_id(run, filled, command, columns) -> None:
    outcome = run(command, "-c", filled, "--to", "table", columns=columns)
    lines = outcome.out.splitlines()
    assert max(map(len, lines)) <= columns
    assert "…" not in "".join(lines[:3])
    assert ("--to csv has everything" in outcome.err) == ("no room here" in outcome.err)
