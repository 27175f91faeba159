"""Where labels stand so that they cover neither one another nor the marks that they belong to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import hypot, inf

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
_Sides = npt.NDArray[np.float64]
"""Boxes as rows of their four sides."""
_NOWHERE = (inf, inf, -inf, -inf)


def place_labels(
    wanted: Sequence[Wanted], frame: Box, *, marks: Iterable[Wanted] = (), lines: Iterable[Line] = ()
) -> list[Placed]:
    """A place for each label, the first ones first; each is looked at again when all stand.

    Args:
        marks: marks without a label of their own, which labels keep off.
        lines: lines between marks (`x1 y1 x2 y2`), which labels keep off where they can.
    """
    discs = _sides([_disc(mark) for mark in (*wanted, *marks)])
    points = np.array([point for line in lines for point in _points(line)], float).reshape(-1, 2).T
    choices = [_candidates(label) for label in wanted]
    boxes = [_sides([placed.box for _, placed in choice]) for choice in choices]
    taken, found = np.array([_NOWHERE] * len(wanted)), [0] * len(wanted)
    for _ in range(_ROUNDS):
        for i, choice in enumerate(choices):
            others, near = _without(taken, i), _without(discs, i)
            own = np.array([cost for cost, _ in choice])
            found[i] = int(np.argmin(own + _cost(boxes[i], others, near, points, frame)))
            taken[i] = boxes[i][found[i]]
    return [choice[best][1] for choice, best in zip(choices, found, strict=True)]


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


def _cost(boxes: _Sides, labels: _Sides, discs: _Sides, points: _Sides, frame: Box) -> _Sides:
    """What each of some boxes costs where it stands."""
    left, top, right, bottom = (boxes[:, side, None] for side in range(4))
    size = (right - left) * (bottom - top)
    xs, ys = points
    over_lines = ((xs >= left) & (xs <= right) & (ys >= top) & (ys <= bottom)).sum(axis=1)
    found: _Sides = (
        _OVER_LABEL * (_overlaps(boxes, labels) / size).sum(axis=1)
        + _OVER_MARK * (_overlaps(boxes, discs) / size).sum(axis=1)
        + _OVER_LINE * np.minimum(over_lines, 12)
        + _OUTSIDE * np.array([Box(*box).beyond(frame) for box in boxes.tolist()])
    )
    return found


def _overlaps(boxes: _Sides, others: _Sides) -> _Sides:
    """The area that each box and each other one both cover."""
    wide = np.minimum(boxes[:, 2, None], others[:, 2]) - np.maximum(boxes[:, 0, None], others[:, 0])
    high = np.minimum(boxes[:, 3, None], others[:, 3]) - np.maximum(boxes[:, 1, None], others[:, 1])
    found: _Sides = np.maximum(wide, 0) * np.maximum(high, 0)
    return found


def _sides(boxes: Sequence[Box]) -> _Sides:
    return np.array([(box.left, box.top, box.right, box.bottom) for box in boxes], float).reshape(-1, 4)


def _without(boxes: _Sides, place: int) -> _Sides:
    found = boxes.copy()
    found[place] = _NOWHERE
    return found


def _disc(mark: Wanted) -> Box:
    r = mark.radius
    return Box(mark.x - r, mark.y - r, mark.x + r, mark.y + r)


def _points(line: Line) -> list[tuple[float, float]]:
    x1, y1, x2, y2 = line
    pieces = int(hypot(x2 - x1, y2 - y1) / _STEP) + 1
    shares = [i / pieces for i in range(1, pieces)]
    return [(x1 + (x2 - x1) * share, y1 + (y2 - y1) * share) for share in shares]
