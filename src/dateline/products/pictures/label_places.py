"""Where labels stand so that they cover neither one another nor the marks that they belong to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import hypot
from typing import Any

import numpy as np
import numpy.typing as npt

from dateline.products.pictures.text_width import width_of

_BESIDE, _OVER_LABEL, _OVER_MARK, _OVER_LINE, _OUTSIDE = 1.0, 60.0, 40.0, 1.2, 400.0
_ROUNDS = 3
_A_LITTLE, _SOME = 0.03, 0.3
_STEP = 7.0


@dataclass(frozen=True, slots=True)
class Wanted:
    """A label for a mark: its lines, how large they are written, and the place and radius of the mark."""

    lines: tuple[str, ...]
    size: float
    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a label stands: `x` and the baseline of its first line, and which end of it `x` is."""

    x: float
    y: float
    anchor: str
    box: Box


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle by its sides."""

    left: float
    top: float
    right: float
    bottom: float

    def overlap(self, other: Box) -> float:
        """The area that both cover."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        high = min(self.bottom, other.bottom) - max(self.top, other.top)
        return wide * high if wide > 0 and high > 0 else 0.0

    def count(self, xs: npt.NDArray[Any], ys: npt.NDArray[Any]) -> int:
        """How many points lie in it."""
        across, down = (xs >= self.left) & (xs <= self.right), (ys >= self.top) & (ys <= self.bottom)
        return int(np.count_nonzero(across & down))

    def beyond(self, frame: Box) -> float:
        """How far it reaches out of a frame."""
        outs = (
            frame.left - self.left,
            self.right - frame.right,
            frame.top - self.top,
            self.bottom - frame.bottom,
        )
        return sum(out for out in outs if out > 0)


Line = tuple[float, float, float, float]


def place_labels(
    wanted: Sequence[Wanted], frame: Box, *, marks: Iterable[Wanted] = (), lines: Iterable[Line] = ()
) -> list[Placed]:
    """A place for each label, the first ones first; each is looked at again when all stand.

    Args:
        marks: marks without a label of their own, which labels keep off.
        lines: lines between marks (`x1 y1 x2 y2`), which labels keep off where they can.
    """
    discs = [_disc(mark) for mark in (*wanted, *marks)]
    points = np.array([point for line in lines for point in _points(line)]).reshape(-1, 2).T
    found: list[Placed] = []
    for turn in range(_ROUNDS):
        for i, label in enumerate(wanted):
            others = [placed.box for n, placed in enumerate(found) if n != i]
            near = [disc for n, disc in enumerate(discs) if n != i]
            best = min(_candidates(label), key=lambda c: _cost(c, others, near, points, frame))
            placed = best[1]
            if turn:
                found[i] = placed
            else:
                found.append(placed)
    return found


def without_crowding(placed: Sequence[Placed], wanted: Sequence[Wanted], frame: Box) -> list[Placed | None]:
    """The same, without labels that would still cover one before them, or a mark, or reach out of the frame."""
    kept: list[Placed | None] = []
    discs = [_disc(mark) for mark in wanted]
    for i, label in enumerate(placed):
        size = (label.box.right - label.box.left) * (label.box.bottom - label.box.top)
        over = sum(label.box.overlap(other.box) for other in kept if other)
        over_marks = sum(label.box.overlap(disc) for n, disc in enumerate(discs) if n != i)
        crowds = over > _A_LITTLE * size or over_marks > _SOME * size or label.box.beyond(frame) > 0
        kept.append(None if crowds else label)
    return kept


def _candidates(label: Wanted) -> list[tuple[float, Placed]]:
    """Eight places around the mark, and the middle where there is none to cover, with what each costs of its own."""
    wide = max(width_of(line, label.size, bold=True) for line in label.lines)
    leading = label.size * 1.2
    high = leading * len(label.lines)
    away = label.radius + 5
    middle, slant = label.y - high / 2, away * 0.72
    places = [
        (0, label.x + away, middle, "start"), (1, label.x - away, middle, "end"),
        (1, label.x, label.y + away - 1, "middle"), (1, label.x, label.y - away - high + 1, "middle"),
        (2, label.x + slant, label.y + slant - 2, "start"), (2, label.x + slant, label.y - slant - high + 2, "start"),
        (3, label.x - slant, label.y + slant - 2, "end"), (3, label.x - slant, label.y - slant - high + 2, "end"),
    ]  # fmt: skip
    if not label.radius:
        places.insert(0, (-1, label.x, middle, "middle"))
    found = []
    for cost, x, top, anchor in places:
        left = {"start": x, "end": x - wide, "middle": x - wide / 2}[anchor]
        box = Box(left, top, left + wide, top + high)
        found.append((cost * _BESIDE, Placed(x, top + label.size * 0.92, anchor, box)))
    return found


def _cost(
    candidate: tuple[float, Placed],
    labels: Sequence[Box],
    discs: Sequence[Box],
    points: npt.NDArray[Any],
    frame: Box,
) -> float:
    own, placed = candidate
    box = placed.box
    size = (box.right - box.left) * (box.bottom - box.top)
    over_labels = sum(box.overlap(other) for other in labels) / size
    over_marks = sum(box.overlap(other) for other in discs) / size
    over_lines = box.count(*points)
    return (
        own
        + _OVER_LABEL * over_labels
        + _OVER_MARK * over_marks
        + _OVER_LINE * min(over_lines, 12)
        + _OUTSIDE * box.beyond(frame)
    )


def _disc(mark: Wanted) -> Box:
    r = mark.radius
    return Box(mark.x - r, mark.y - r, mark.x + r, mark.y + r)


def _points(line: Line) -> list[tuple[float, float]]:
    x1, y1, x2, y2 = line
    pieces = int(hypot(x2 - x1, y2 - y1) / _STEP) + 1
    shares = [i / pieces for i in range(1, pieces)]
    return [(x1 + (x2 - x1) * share, y1 + (y2 - y1) * share) for share in shares]
