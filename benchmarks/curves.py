"""How a cost grows with the pages: points that were measured, as a picture of our own."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.products.pictures.elements import circle, path, short, words
from dateline.products.pictures.picture import Picture, Table, framed

_WIDTH, _HEIGHT, _LEFT, _RIGHT, _TOP = 760.0, 260.0, 64.0, 110.0, 12.0
_COLOURS = ("planned", "conflicting", "corroborated", "hypothetical")
_STEPS = 5


@dataclass(frozen=True, slots=True)
class Line:
    """Points of one quantity: how many pages, and what they cost."""

    name: str
    points: tuple[tuple[float, float], ...]


def growth(title: str, under: str, unit: str, lines: Sequence[Line]) -> Picture:
    """Lines over the number of pages, from zero, so that what grows with the pages is straight."""
    wide = max(x for line in lines for x, _ in line.points)
    high = _round_up(max(y for line in lines for _, y in line.points))
    parts = [_axes(wide, high, unit)]
    for line, colour in zip(lines, _COLOURS, strict=False):
        places = [_place(x, y, wide, high) for x, y in line.points]
        steps = "M" + "L".join(f"{short(x)} {short(y)}" for x, y in places)
        parts.append(path(steps, stroke=colour, width=2))
        parts += [circle(x, y, 4, fill=colour) for x, y in places]
        x, y = places[-1]
        parts.append(words(x + 9, y + 4, line.name, size=12, fill=colour, bold=True))
    rows = tuple((line.name, x, y) for line in lines for x, y in line.points)
    described = f"{title}: " + "; ".join(
        f"{line.name} " + ", ".join(f"{y:g} {unit} at {x:,.0f} pages" for x, y in line.points)
        for line in lines
    )
    table = Table(("what", "pages", unit), rows)
    return framed(title, under, "".join(parts), (_WIDTH, _HEIGHT + 36), (), described, table)


def _place(x: float, y: float, wide: float, high: float) -> tuple[float, float]:
    return (
        _LEFT + x / wide * (_WIDTH - _LEFT - _RIGHT),
        _TOP + (1 - y / high) * (_HEIGHT - _TOP),
    )


def _axes(wide: float, high: float, unit: str) -> str:
    end = _WIDTH - _RIGHT
    parts = []
    for step in range(_STEPS + 1):
        value = high * step / _STEPS
        y = _place(0, value, wide, high)[1]
        parts.append(path(f"M{short(_LEFT)} {short(y)}H{short(end)}", stroke="ink" if step == 0 else "rule"))
        parts.append(words(_LEFT - 8, y + 4, f"{value:g}", size=11, fill="ink-3", anchor="end"))
    apart = _round_up(wide / _STEPS)
    for step in range(int(wide / apart) + 1):
        x = _place(step * apart, 0, wide, high)[0]
        parts.append(words(x, _HEIGHT + 18, f"{step * apart:,.0f}", size=11, fill="ink-3", anchor="middle"))
    parts.append(words(end, _HEIGHT + 34, "pages", size=11, fill="ink-2", anchor="end"))
    parts.append(words(_LEFT + 6, _TOP + 10, unit, size=11, fill="ink-2"))
    return "".join(parts)


def _round_up(value: float) -> float:
    """The next number of which a scale has even steps."""
    if value <= 0:
        return 1.0
    power = 10.0 ** math.floor(math.log10(value))
    return next(factor * power for factor in (1, 1.5, 2, 3, 5, 7.5, 10) if factor * power >= value)
