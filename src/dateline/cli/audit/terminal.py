"""The terminal on which somebody labels."""

from __future__ import annotations

import typer
from rich.markup import escape
from rich.text import Text

from dateline.cli.audit.views import said_of
from dateline.cli.tables import out
from dateline.products.audits import marked, reference_of
from dateline.store.auditing import FIELDS, AuditKind, AuditRow, Label


class Terminal:
    """Shows rows on standard output, and reads single keys."""

    def __init__(self) -> None:
        self._out = out()

    def show(self, row: AuditRow, kind: AuditKind, answered: int, rows: int, label: Label | None) -> None:
        """One row: where it stands, the sentence with its marks between those around it, the fields as they are coded."""
        print_line = self._out.print
        print_line()
        print_line(Text(f"row {row.number} · {answered:,} of {rows:,} answered", style="bold"))
        told = (row.outlet or "outlet not named", row.published or "undated", row.title or "(no title)")
        print_line(Text(_one_line(" · ".join(told)), style="dim"))
        print_line(Text(reference_of(row), style="dim"))
        print_line()
        for words, style in ((row.before, "dim"), (marked(row), ""), (row.after, "dim")):
            if words:
                print_line(Text(_one_line(words), style=style))
        print_line()
        for field in FIELDS[kind]:
            print_line(Text.assemble((f"  {field:8}", "bold"), _one_line(row.coded[field]) or "—"))
        if label is not None:
            print_line(Text(f"  you said: {said_of(label)}", style="italic"))
        print_line()

    def key(self, keys: dict[str, str]) -> str:
        """A key that was pressed, small letters for capital ones."""
        told = " · ".join(f"[bold]{key}[/bold] {escape(meaning)}" for key, meaning in keys.items())
        self._out.print(told, end=" ")
        pressed = typer.getchar()
        self._out.print(pressed if pressed.isprintable() else "", markup=False)
        return pressed.lower()

    def line(self, asked: str) -> str:
        """A line that was written."""
        return input(asked)

    def tell(self, message: str) -> None:
        """One line of advice."""
        self._out.print(message, markup=False)


def _one_line(words: str) -> str:
    """Words of a page in one line, without letters that would steer the terminal."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in words).split())
