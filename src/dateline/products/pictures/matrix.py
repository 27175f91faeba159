"""Which outlet tells what: the facts of a story as rows, its families of reports as columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.model import Stance, Status, Support
from dateline.products.pictures.elements import path, short, words
from dateline.products.pictures.marks import legend, mark
from dateline.products.pictures.picture import Picture, Table, framed
from dateline.products.pictures.text_width import cut, width_of, wrapped
from dateline.products.wording import counted, independence

ROWS, COLUMNS = 30, 14
_FACT, _SUPPORT, _LINE = 430.0, 150.0, 15.0
_WIDEST, _NARROWEST = 170.0, 46.0
_SLANTED_BELOW = 92.0
_SLANT = 42.0
_ALL = 1144.0


@dataclass(frozen=True, slots=True)
class CoveredFact:
    """A fact with what each column does with it: a stance and a value, or None where it had no occasion to tell; and whether the values
    are to be seen.
    """

    text: str
    support: Support
    statuses: tuple[Status, ...]
    cells: tuple[tuple[Stance, str | None] | None, ...]
    shows_values: bool


@dataclass(frozen=True, slots=True)
class Column:
    """A family of reports by its outlet, with the number of its copies."""

    outlet: str
    copies: int


def matrix_picture(
    headline: str, counts: tuple[int, int], columns: Sequence[Column], facts: Sequence[CoveredFact]
) -> Picture:
    """The first facts of a story by outlet, in their order; `counts` are its reports, and how many of them are independent."""
    shown, drawn = facts[:ROWS], columns[:COLUMNS]
    wide = max(min((_ALL - _FACT - _SUPPORT) / max(len(drawn), 1), _WIDEST), _NARROWEST)
    width = _FACT + wide * len(drawn) + _SUPPORT
    heads, y = _heads(drawn, wide)
    parts = [heads]
    for fact in shown:
        row, high = _row(fact, len(drawn), wide, y, width)
        parts.append(row)
        y += high
    if not facts:
        parts.append(words(0, y + 24, "No fact was found in this story.", size=15, fill="ink-2"))
        y += 40
    parts.append(path(f"M0 {short(y)}H{short(width)}", stroke="ink"))
    parts.append(_legend(y + 22))
    by_support = ", ".join(f"{sum(f.support is s for f in facts)} {s.replace('_', ' ')}" for s in Support)
    reports, independent = counts
    under = f"{independence(independent, reports)}. {counted(len(facts), 'fact')}: {by_support}."
    notes = ["Columns are families of reports; copies count with their original. An omission is no denial."]
    left_out = [(len(facts) - len(shown), "fact"), (len(columns) - len(drawn), "outlet")]
    more = " and ".join(counted(count, noun) for count, noun in left_out if count)
    if more:
        notes.append(f"The table has {more} more.")
    return framed(
        headline,
        under,
        "".join(parts),
        (width, y + 24),
        tuple(notes),
        f"Facts by outlet. {under}",
        matrix_table(columns, facts),
    )


def matrix_table(columns: Sequence[Column], facts: Sequence[CoveredFact]) -> Table:
    """All facts: text, status, support, and a column an outlet with its stance and value."""
    names = tuple(column.outlet + (f" (+{column.copies})" if column.copies else "") for column in columns)
    rows = tuple(
        (f.text, ", ".join(f.statuses) or None, f.support.value, *map(_cell_text, f.cells)) for f in facts
    )
    return Table(("fact", "status", "support", *names), rows)


def _cell_text(cell: tuple[Stance, str | None] | None) -> str | None:
    if cell is None:
        return None
    stance, value = cell
    return f"{stance}: {value}" if value else stance.value


def _heads(columns: Sequence[Column], wide: float) -> tuple[str, float]:
    """Names of outlets over their columns, slanted where these are narrow; and where the rows begin."""
    if wide < _SLANTED_BELOW:
        names = [cut(_named(column), 170, 12.5, bold=True) for column in columns]
        high = max((width_of(name, 12.5, bold=True) for name in names), default=0) * 0.67 + 14
        drawn = [_slanted(_FACT + (i + 0.5) * wide, high - 4, name) for i, name in enumerate(names)]
        return "".join(drawn), high
    lines = [wrapped(column.outlet, wide - 14, 12.5, 3, bold=True) for column in columns]
    high = (
        max((len(each) for each in lines), default=1) * _LINE
        + (16 if any(c.copies for c in columns) else 0)
        + 6
    )
    parts = []
    for i, (column, each) in enumerate(zip(columns, lines, strict=True)):
        middle = _FACT + (i + 0.5) * wide
        parts += [
            words(middle, 11 + n * _LINE, line, size=12.5, anchor="middle", bold=True)
            for n, line in enumerate(each)
        ]
        if column.copies:
            said = f"+ {counted(column.copies, 'copy', 'copies')}"
            parts.append(words(middle, 11 + len(each) * _LINE, said, size=11, fill="ink-2", anchor="middle"))
    return "".join(parts), high


def _named(column: Column) -> str:
    return f"{column.outlet} +{column.copies}" if column.copies else column.outlet


def _slanted(x: float, y: float, name: str) -> str:
    turned = words(0, 0, name, size=12.5, bold=True)
    return f'<g transform="translate({short(x)} {short(y)}) rotate(-{short(_SLANT)})">{turned}</g>'


def _row(fact: CoveredFact, columns: int, wide: float, y: float, width: float) -> tuple[str, float]:
    lines = wrapped(fact.text, _FACT - 24 - 18 * max(len(fact.statuses), 1), 13)
    high = len(lines) * _LINE + 12
    middle = y + high / 2
    parts = [path(f"M0 {short(y)}H{short(width)}", stroke="rule")]
    parts += [mark(status.value, 7 + i * 18, middle) for i, status in enumerate(fact.statuses)]
    x = 18 * max(len(fact.statuses), 1) + 4
    first = middle - (len(lines) - 1) * _LINE / 2 + 4.5
    parts += [words(x, first + i * _LINE, line, size=13) for i, line in enumerate(lines)]
    parts += [
        _cell(cell, fact.shows_values, _FACT + (i + 0.5) * wide, middle, wide)
        for i, cell in enumerate(fact.cells[:columns])
    ]
    at = width - _SUPPORT + 16
    shade = {
        Support.CORROBORATED: "corroborated",
        Support.SINGLE_SOURCE: "single",
        Support.CONFLICTING: "conflicting",
    }[fact.support]
    said = words(at + 14, middle + 4.5, fact.support.replace("_", " "), size=12, fill=shade)
    return "".join([*parts, mark(fact.support.value, at, middle, 12), said]), high


def _cell(cell: tuple[Stance, str | None] | None, shows_value: bool, x: float, y: float, wide: float) -> str:
    """A shape; beside it the value, where it is to be shown and there is room."""
    if cell is None:
        return mark("na", x, y, 12)
    stance, value = cell
    shown = cut(value, wide - 30, 11.5) if value and shows_value and wide >= _SLANTED_BELOW else ""
    if not shown:
        return mark(stance.value, x, y, 12)
    left = x - (18 + width_of(shown, 11.5)) / 2
    return mark(stance.value, left + 6, y, 12) + words(left + 18, y + 4, shown, size=11.5, fill="ink")


def _legend(y: float) -> str:
    shown = [
        ("reports", "reports"),
        ("differs", "value differs"),
        ("omits", "omits"),
        ("na", "no occasion to tell it"),
    ]
    return legend([*shown, *((status.value, status.value) for status in Status)], 0, y)
