"""From degrees to a drawing: the world in Equal Earth, a part of it as if the earth were a cylinder that touches its middle."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from math import asin, cos, radians, sin, sqrt

Point = tuple[float, float]

_WORLD = (-178.0, 178.0, -56.0, 80.0)
_A = (1.340264, -0.081106, 0.000893, 0.003796)
_LARGEST_PART, _SMALLEST_PART, _MARGIN = 150.0, 14.0, 0.16
_TALLEST = 0.62


@dataclass(frozen=True, slots=True)
class View:
    """A part of the earth (degrees) in a frame `width` wide."""

    west: float
    east: float
    south: float
    north: float
    width: float

    @property
    def is_world(self) -> bool:
        return self.east - self.west > _LARGEST_PART

    @property
    def height(self) -> float:
        top, bottom = self._plain((0, self.north))[1], self._plain((0, self.south))[1]
        return (top - bottom) * self._scale

    def at(self, place: Point) -> Point:
        """Where a place of the earth stands in the frame."""
        x, y = self._plain(place)
        left, top, scale = _edges(self)
        return (x - left) * scale, (top - y) * scale

    @property
    def _left(self) -> float:
        return self._plain((self.west, 0))[0]

    @property
    def _scale(self) -> float:
        return self.width / (self._plain((self.east, 0))[0] - self._left)

    def _plain(self, place: Point) -> Point:
        if self.is_world:
            return _equal_earth(place)
        return radians(place[0]) * cos(radians((self.south + self.north) / 2)), radians(place[1])


@lru_cache(maxsize=64)
def _edges(view: View) -> tuple[float, float, float]:
    """Where the left and the upper edge of a view lie before it is scaled, and the scale."""
    return view._left, view._plain((0, view.north))[1], view._scale


def view_of(places: Iterable[Point], width: float) -> View:
    """The part of the earth around some places; all of it where they lie far apart, or where there are none."""
    points = list(places)
    if not points:
        return View(*_WORLD, width)
    (west, east), (south, north) = ((min(axis), max(axis)) for axis in zip(*points, strict=True))
    if east - west > _LARGEST_PART * 0.8:
        return View(*_WORLD, width)
    middle_y = (south + north) / 2
    narrow = cos(radians(middle_y))
    tall = max(north - south, _SMALLEST_PART) * (1 + 2 * _MARGIN)
    wide = max((east - west) * (1 + 2 * _MARGIN), tall / _TALLEST / narrow)
    tall = max(tall, wide * narrow * _TALLEST * 0.85)
    middle_x = (west + east) / 2
    if wide > _LARGEST_PART:
        return View(*_WORLD, width)
    return View(middle_x - wide / 2, middle_x + wide / 2, middle_y - tall / 2, middle_y + tall / 2, width)


def _equal_earth(place: Point) -> Point:
    """Equal Earth (Šavrič, Patterson and Jenny 2018)."""
    a1, a2, a3, a4 = _A
    angle = asin(sqrt(3) / 2 * sin(radians(place[1])))
    square = angle * angle
    sixth = square**3
    slope = a1 + 3 * a2 * square + sixth * (7 * a3 + 9 * a4 * square)
    x = 2 * sqrt(3) * radians(place[0]) * cos(angle) / (3 * slope)
    return x, angle * (a1 + a2 * square + sixth * (a3 + a4 * square))
