"""Where the nodes of a network stand: they push one another away, and lines pull together. No chance is in it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import cos, pi, sin, sqrt
from typing import Any

import numpy as np
import numpy.typing as npt

Place = tuple[float, float]
Link = tuple[int, int, float]
"""Two nodes by number, and how strongly they are linked."""

_Array = npt.NDArray[Any]

_ROUNDS = 400
_MANY = 110
"""Nodes beyond which there are fewer rounds, so that a layout takes no longer than a reader waits."""
_GOLDEN = pi * (3 - sqrt(5))
_TO_THE_MIDDLE = 0.06
_DIGITS = 4
"""Rounded after each step, so that machines whose last digits differ give one layout."""


def placed(count: int, links: Sequence[Link], width: float, height: float) -> list[Place]:
    """Places of nodes inside a frame (Fruchterman and Reingold 1991, from a fixed start: nodes on a spiral in their order)."""
    if count == 1:
        return [(width / 2, height / 2)]
    return _fitted(_settled(count, tuple(links)), width, height)


@lru_cache(maxsize=512)
def _settled(count: int, links: tuple[Link, ...]) -> list[Place]:
    """Where the nodes come to rest. Kept, since most networks have many pairs and threes that are linked alike."""
    places = np.array(
        [(sqrt(i + 0.5) * cos(i * _GOLDEN), sqrt(i + 0.5) * sin(i * _GOLDEN)) for i in range(count)]
    )
    ends = np.array([(a, b) for a, b, _ in links], dtype=int).reshape(-1, 2)
    strengths = np.array([strength for _, _, strength in links])
    farthest, rounds = sqrt(count), _ROUNDS if count <= _MANY else _ROUNDS * _MANY**2 // count**2
    for turn in range(rounds):
        reach = 0.25 * farthest * (1 - turn / rounds)
        places = _stepped(places, _forces(places, ends, strengths), reach)
    return [(float(x), float(y)) for x, y in places]


def _forces(places: _Array, ends: _Array, strengths: _Array) -> _Array:
    across, down = (np.subtract.outer(places[:, axis], places[:, axis]) for axis in (0, 1))
    squares = np.maximum(across * across + down * down, 0.01)
    pushed = np.stack([(across / squares).sum(axis=1), (down / squares).sum(axis=1)], axis=1)
    forces: _Array = pushed - places * _TO_THE_MIDDLE
    between = places[ends[:, 0]] - places[ends[:, 1]]
    pull = between * (np.hypot(between[:, 0], between[:, 1]) * strengths)[:, None]
    np.add.at(forces, ends[:, 0], -pull)
    np.add.at(forces, ends[:, 1], pull)
    return forces


def _stepped(places: _Array, forces: _Array, reach: float) -> _Array:
    lengths = np.hypot(forces[:, 0], forces[:, 1])
    shares = np.minimum(lengths, reach) / np.where(lengths, lengths, 1.0)
    moved: _Array = np.round(places + forces * shares[:, None], _DIGITS)
    return moved


def _fitted(places: Sequence[Place], width: float, height: float) -> list[Place]:
    """The places stretched over the frame; a line of nodes runs through its middle."""
    axes = []
    for axis, size in ((0, width), (1, height)):
        low, high = min(p[axis] for p in places), max(p[axis] for p in places)
        scale = size / (high - low) if high - low > 1e-6 else 0.0
        axes.append([(p[axis] - low) * scale if scale else size / 2 for p in places])
    return list(zip(*axes, strict=True))
