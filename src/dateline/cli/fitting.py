"""Tables that fit the terminal: where it is narrow, the columns that matter least go, and what is left keeps room for its words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from rich.cells import cell_len
from rich.console import JustifyMethod
from rich.table import Table
from rich.text import Text

_SEPARATOR = 3
_EDGES = 4


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.

    `share` is its part of the width that is left, None where it is as wide as what stands in it. `least` is the width that a shared one
    needs. Of the columns with a `rank` the one with the highest goes first; those without stay.
    """

    name: str
    share: int | None = None
    least: int = 10
    rank: int = 0
    is_number: bool = False

    @property
    def title(self) -> str:
        """What stands above it."""
        return self.name.replace("_", " ")


@dataclass(slots=True)
class FittedTable:
    """Rows of texts, one for each column, and which of the columns there is room for."""

    columns: Sequence[Column]
    rows: Sequence[Sequence[str]]
    width: int
    left_out: list[Column] = field(default_factory=list)
    _least: dict[Column, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._least = {column: self._width_of(column, i) for i, column in enumerate(self.columns)}
        while self._needs(with_edges=False) > self.width:
            least = max(self._shown(), key=lambda column: column.rank)
            if not least.rank:
                return
            self.left_out.append(least)

    def table(self, caption: str | None = None) -> Table:
        """The table, without a frame where that saves a column."""
        has_edges = self._needs(with_edges=True) <= self.width
        table = Table(show_edge=has_edges, pad_edge=has_edges, caption=caption, caption_justify="left")
        for column, width in zip(self._shown(), self._widths(with_edges=has_edges), strict=True):
            justify: JustifyMethod = "right" if column.is_number else "left"
            table.add_column(column.title, width=width, no_wrap=column.share is None, justify=justify)
        kept = [i for i, column in enumerate(self.columns) if column not in self.left_out]
        for row in self.rows:
            table.add_row(*(Text(row[i]) for i in kept))
        return table

    @property
    def foot(self) -> str | None:
        """What is said of columns for which there is no room."""
        names = [column.title for column in self.columns if column in self.left_out]
        return f"no room here for {', '.join(names)}" if names else None

    def _shown(self) -> list[Column]:
        return [column for column in self.columns if column not in self.left_out]

    def _widths(self, *, with_edges: bool) -> list[int]:
        """What each column needs, and its share of what is left; the greatest share has the rest of the division."""
        shown = self._shown()
        spare = max(0, self.width - self._needs(with_edges=with_edges))
        shares = [column.share or 0 for column in shown]
        parts = [spare * share // max(1, sum(shares)) for share in shares]
        parts[shares.index(max(shares))] += spare - sum(parts) if any(shares) else 0
        return [self._least[column] + part for column, part in zip(shown, parts, strict=True)]

    def _width_of(self, column: Column, i: int) -> int:
        """The width that a column needs: of one without a share that of its longest text."""
        if column.share is not None:
            return max(column.least, len(column.title))
        return max(map(cell_len, (column.title, *(row[i] for row in self.rows))))

    def _needs(self, *, with_edges: bool) -> int:
        shown = self._shown()
        edges = _EDGES if with_edges else 0
        return sum(self._least[column] for column in shown) + _SEPARATOR * (len(shown) - 1) + edges
