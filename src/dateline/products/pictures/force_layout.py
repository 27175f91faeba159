"""Where the nodes of a network stand: they push one another away, and lines pull together. No chance is in it."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, hypot, pi, sin, sqrt

Place = tuple[float, float]
Link = tuple[int, int, float]
"""Two nodes by number, and how strongly they are linked."""

_ROUNDS = 400
_GOLDEN = pi * (3 - sqrt(5))
_TO_THE_MIDDLE = 0.06
_DIGITS = 4
"""Rounded after each step, so that machines whose last digits differ give one layout."""


def placed(count: int, links: Sequence[Link], width: float, height: float) -> list[Place]:
    """Places of nodes inside a frame (Fruchterman and Reingold 1991, from a fixed start: nodes on a spiral in their order)."""
    if count == 1:
        return [(width / 2, height / 2)]
    places = [(sqrt(i + 0.5) * cos(i * _GOLDEN), sqrt(i + 0.5) * sin(i * _GOLDEN)) for i in range(count)]
    farthest = sqrt(count)
    for turn in range(_ROUNDS):
        reach = 0.25 * farthest * (1 - turn / _ROUNDS)
        places = [
            _stepped(place, force, reach) for place, force in zip(places, _forces(places, links), strict=True)
        ]
    return _fitted(places, width, height)


def _forces(places: Sequence[Place], links: Sequence[Link]) -> list[Place]:
    forces = [(-x * _TO_THE_MIDDLE, -y * _TO_THE_MIDDLE) for x, y in places]

    def push(node: int, x: float, y: float) -> None:
        forces[node] = (forces[node][0] + x, forces[node][1] + y)

    for i, (ax, ay) in enumerate(places):
        for j in range(i + 1, len(places)):
            dx, dy = ax - places[j][0], ay - places[j][1]
            square = max(dx * dx + dy * dy, 0.01)
            push(i, dx / square, dy / square)
            push(j, -dx / square, -dy / square)
    for a, b, strength in links:
        dx, dy = places[a][0] - places[b][0], places[a][1] - places[b][1]
        pull = hypot(dx, dy) * strength
        push(a, -dx * pull, -dy * pull)
        push(b, dx * pull, dy * pull)
    return forces


def _stepped(place: Place, force: Place, reach: float) -> Place:
    length = hypot(*force)
    share = min(length, reach) / length if length else 0.0
    return round(place[0] + force[0] * share, _DIGITS), round(place[1] + force[1] * share, _DIGITS)


def _fitted(places: Sequence[Place], width: float, height: float) -> list[Place]:
    """The places stretched over the frame; a line of nodes runs through its middle."""
    axes = []
    for axis, size in ((0, width), (1, height)):
        low, high = min(p[axis] for p in places), max(p[axis] for p in places)
        scale = size / (high - low) if high - low > 1e-6 else 0.0
        axes.append([(p[axis] - low) * scale if scale else size / 2 for p in places])
    return list(zip(*axes, strict=True))
