"""A network whose parts hang together stand apart: each part is laid out by itself, and they stand in rows, the largest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from dateline.products.pictures.force_layout import Link, Place, placed

_ROOM, _LEADING = 82.0, 30.0
"""Room for labels beside a part and above and below it."""
_ACROSS, _DOWN = 118.0, 84.0


@dataclass(frozen=True, slots=True)
class _Part:
    """Nodes that hang together, by number, with the frame that they need."""

    nodes: tuple[int, ...]
    width: float
    height: float

    @property
    def outer(self) -> float:
        return self.width + 2 * _ROOM


def lay_out(count: int, links: Sequence[Link], width: float) -> tuple[list[Place], float]:
    """The places of nodes in a frame of some width, and the height of the frame."""
    parts = sorted(
        (_part(nodes, width) for nodes in _hanging_together(count, links)),
        key=lambda part: (-len(part.nodes), part.nodes),
    )
    places: dict[int, Place] = {}
    top = 0.0
    for row in _rows(parts, width):
        high = max(part.height for part in row)
        gap = (width - sum(part.outer for part in row)) / (len(row) + 1)
        left = gap
        for part in row:
            down = top + _LEADING + (high - part.height) / 2
            for node, (x, y) in zip(part.nodes, _inside(part, links), strict=True):
                places[node] = (left + _ROOM + x, down + y)
            left += part.outer + gap
        top += high + 2 * _LEADING
    return [places[node] for node in range(count)], top


def _hanging_together(count: int, links: Sequence[Link]) -> list[tuple[int, ...]]:
    home = list(range(count))

    def root(node: int) -> int:
        while home[node] != node:
            node = home[node]
        return node

    for a, b, _ in links:
        home[root(b)] = root(a)
    groups: dict[int, list[int]] = {}
    for node in range(count):
        groups.setdefault(root(node), []).append(node)
    return [tuple(nodes) for nodes in groups.values()]


def _part(nodes: tuple[int, ...], width: float) -> _Part:
    most = width - 2 * _ROOM
    if len(nodes) == 2:
        return _Part(nodes, min(120.0, most), 0.0)
    across = min(_ACROSS * sqrt(len(nodes)) * (1.25 if len(nodes) > 8 else 1), most)
    return _Part(nodes, across, _DOWN * (1.0 if len(nodes) == 3 else sqrt(len(nodes))))


def _rows(parts: Sequence[_Part], width: float) -> list[list[_Part]]:
    rows: list[list[_Part]] = []
    for part in parts:
        if rows and sum(other.outer for other in rows[-1]) + part.outer <= width:
            rows[-1].append(part)
        else:
            rows.append([part])
    return rows


def _inside(part: _Part, links: Sequence[Link]) -> list[Place]:
    number = {node: i for i, node in enumerate(part.nodes)}
    own = [(number[a], number[b], strength) for a, b, strength in links if a in number]
    return placed(len(part.nodes), own, part.width, part.height)
