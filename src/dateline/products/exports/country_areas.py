"""Countries as areas of GeoJSON (RFC 7946): outlines from Natural Earth at 1:110 million, in the public domain."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import Any

from dateline.products.pictures.country_shapes import Point, country_shapes

Ring = Sequence[Point]


@cache
def area_of(state: str) -> dict[str, Any] | None:
    """The outline of a country by its ISO code, as a MultiPolygon; None for one that is too small to be drawn."""
    rings = [ring for shape in country_shapes() if shape.state == state for ring in shape.rings]
    outer, holes = [r for r in rings if not _is_hole(r)], [r for r in rings if _is_hole(r)]
    polygons = [[ring, *(hole for hole in holes if _covers(ring, hole))] for ring in outer]
    if not polygons:
        return None
    # Where Natural Earth goes round with the clock, GeoJSON goes against it, and the other way about for holes.
    coordinates = [[[list(point) for point in reversed(ring)] for ring in polygon] for polygon in polygons]
    return {"type": "MultiPolygon", "coordinates": coordinates}


def _is_hole(ring: Ring) -> bool:
    """Whether a ring goes against the clock, as the holes of Natural Earth do."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring)) > 0


def _covers(ring: Ring, hole: Ring) -> bool:
    """Whether a hole lies within the bounds of a ring."""
    return all(
        min(point[axis] for point in ring) <= min(point[axis] for point in hole)
        and max(point[axis] for point in hole) <= max(point[axis] for point in ring)
        for axis in (0, 1)
    )
