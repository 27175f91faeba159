"""Names of the countries that a map shows beside those that it is about."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from itertools import chain, pairwise

from dateline.products.pictures.country_shapes import Point, country_shapes
from dateline.products.pictures.elements import words
from dateline.products.pictures.label_places import Box
from dateline.products.pictures.projection import View
from dateline.products.pictures.text_width import width_of

MOST = 14
_SIZE = 11.0
_ACROSS, _DOWN = 9, 7
"""Places that are tried in the frame for a country whose own place for a label lies outside it."""


def draw_neighbours(view: View, told: Collection[str | None], taken: Sequence[Box], frame: Box) -> str:
    """Names of other countries in view, the largest ones that hold theirs, where they cover nothing."""
    covered = list(taken)
    drawn: list[str] = []
    for name, label, ring in _by_size(view, told):
        if len(drawn) == MOST:
            break
        wide = width_of(name, _SIZE)
        places = chain([label], _places_in(ring, wide, frame))
        place = next((at for at in places if _is_free(_box(at, wide), covered, frame)), None)
        if place:
            covered.append(_box(place, wide))
            drawn.append(words(*place, name, size=_SIZE, fill="ink-3", anchor="middle"))
    return "".join(drawn)


def _by_size(view: View, told: Collection[str | None]) -> list[tuple[str, Point, list[Point]]]:
    """Other countries that can hold their names: name, place of the label and outline in the frame, the largest first."""
    return [(name, label, ring) for state, name, label, ring in _in_view(view) if state not in told]


@lru_cache(maxsize=16)
def _in_view(view: View) -> tuple[tuple[str, str, Point, list[Point]], ...]:
    """The same of all countries, with their states, kept for the next map of the same part of the earth."""
    found = []
    for shape in country_shapes():
        ring = [view.at(point) for point in shape.largest]
        xs, ys = zip(*ring, strict=True)
        across, down = max(xs) - min(xs), max(ys) - min(ys)
        if width_of(shape.name, _SIZE) <= 0.8 * across and down >= 2 * _SIZE:
            found.append((-across * down, shape.name, shape.state, view.at(shape.label), ring))
    ordered = sorted(found, key=lambda each: each[:2])
    return tuple((state, name, label, ring) for _, name, state, label, ring in ordered)


def _box(at: Point, wide: float) -> Box:
    x, y = at
    return Box(x - wide / 2, y - _SIZE, x + wide / 2, y + 3)


def _is_free(box: Box, taken: Sequence[Box], frame: Box) -> bool:
    return not box.beyond(frame) and not any(box.overlap(other) for other in taken)


def _places_in(ring: Sequence[Point], wide: float, frame: Box) -> Iterator[Point]:
    """Places of the frame at which a name lies inside a ring, those in the middle of the frame first."""
    middle = ((frame.left + frame.right) / 2, (frame.top + frame.bottom) / 2)
    grid = [
        (
            frame.left + (frame.right - frame.left) * i / (_ACROSS + 1),
            frame.top + (frame.bottom - frame.top) * j / (_DOWN + 1),
        )
        for i in range(1, _ACROSS + 1)
        for j in range(1, _DOWN + 1)
    ]
    grid.sort(key=lambda at: (abs(at[0] - middle[0]) + abs(at[1] - middle[1]), at))
    for x, y in grid:
        if all(_holds(ring, (x + side * wide / 2, y - _SIZE / 3)) for side in (-1, 0, 1)):
            yield x, y


def _holds(ring: Sequence[Point], place: Point) -> bool:
    x, y = place
    crossings = [
        (bx - ax) * (y - ay) / (by - ay) + ax for (ax, ay), (bx, by) in pairwise(ring) if (ay > y) != (by > y)
    ]
    return sum(x < at for at in crossings) % 2 == 1
