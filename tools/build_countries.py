"""Makes `products/pictures/data/countries.csv` from Natural Earth's countries at 1:110 million, as the npm package world-atlas has them.

    npm pack world-atlas && tar xzf world-atlas-*.tgz
    python tools/build_countries.py package/countries-110m.json      # needs the package iso3166

A row is a country: its ISO 3166-1 alpha-3 code (`XKX` Kosovo, empty where it has none), its name there, the place of its label, and its
rings in hundredths of a degree: the first point, then steps from point to point. A ring that crosses the date line is there twice, on
either side of the map.
"""

from __future__ import annotations

import csv
import json
import sys
from itertools import accumulate, pairwise
from math import hypot
from pathlib import Path
from typing import Any

TARGET = Path(__file__).resolve().parents[1] / "src/dateline/products/pictures/data/countries.csv"
WITHOUT_NUMBER = {"Kosovo": "XKX"}
LEFT_OUT = {"Antarctica"}
"""South of every map, and its ring runs around the pole."""
STEPS = 24
"""A label stands where it is farthest from the border, of so many places across and down."""

Point = tuple[float, float]
Ring = list[Point]


def main() -> None:
    atlas = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    arcs = [_arc(arc, atlas["transform"]) for arc in atlas["arcs"]]
    countries = atlas["objects"]["countries"]["geometries"]
    rows = sorted(
        _row(country, arcs) for country in countries if country["properties"]["name"] not in LEFT_OUT
    )
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    with TARGET.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("state", "name", "label", "rings"))
        writer.writerows(rows)
    print(f"{TARGET}: {len(rows)} countries, {TARGET.stat().st_size:,} bytes")


def _arc(steps: list[list[int]], transform: dict[str, list[float]]) -> Ring:
    """An arc of a TopoJSON in degrees: its points are steps on a grid."""
    (across, down), (left, bottom) = transform["scale"], transform["translate"]
    xs, ys = accumulate(step[0] for step in steps), accumulate(step[1] for step in steps)
    return [(x * across + left, y * down + bottom) for x, y in zip(xs, ys, strict=True)]


def _row(country: dict[str, Any], arcs: list[Ring]) -> tuple[str, str, str, str]:
    from iso3166 import countries_by_numeric

    name = country["properties"]["name"]
    number = country.get("id")
    state = countries_by_numeric[number].alpha3 if number else WITHOUT_NUMBER.get(name, "")
    polygons = [country["arcs"]] if country["type"] == "Polygon" else country["arcs"]
    rings = [side for polygon in polygons for indices in polygon for side in _sides(_ring(indices, arcs))]
    x, y = _label(max(rings, key=_area))
    return state, name, f"{x:.2f} {y:.2f}", "|".join(filter(None, map(_written, rings)))


def _ring(indices: list[int], arcs: list[Ring]) -> Ring:
    """The points of a ring; an index below zero is an arc walked backwards."""
    points: Ring = []
    for index in indices:
        part = arcs[index] if index >= 0 else arcs[~index][::-1]
        points += part[1:] if points else part
    return points


def _sides(ring: Ring) -> list[Ring]:
    """A ring without jumps from one edge of the map to the other, and its like on the other side where it reaches over the edge."""
    turns = 0
    whole = ring[:1]
    for (before, _), (x, y) in pairwise(ring):
        turns += (before - x > 180) - (x - before > 180)
        whole.append((x + 360 * turns, y))
    over = [-360.0] if max(x for x, _ in whole) > 180 else [360.0] if min(x for x, _ in whole) < -180 else []
    return [whole, *([(x + shift, y) for x, y in whole] for shift in over)]


def _area(ring: Ring) -> float:
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:] + ring[:1], strict=True))) / 2


def _label(ring: Ring) -> Point:
    (left, right), (low, high) = ((min(axis), max(axis)) for axis in zip(*ring, strict=True))
    places = [
        (left + (right - left) * i / STEPS, low + (high - low) * j / STEPS)
        for i in range(1, STEPS)
        for j in range(1, STEPS)
    ]
    inside = [place for place in places if _holds(ring, place)]
    return max(inside, key=lambda place: min(_distance(place, a, b) for a, b in pairwise(ring)))


def _holds(ring: Ring, place: Point) -> bool:
    x, y = place
    crossed = False
    for (ax, ay), (bx, by) in pairwise(ring):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            crossed = not crossed
    return crossed


def _distance(place: Point, a: Point, b: Point) -> float:
    (x, y), (ax, ay), (bx, by) = place, a, b
    length = (bx - ax) ** 2 + (by - ay) ** 2
    share = max(0.0, min(1.0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length)) if length else 0.0
    return hypot(x - ax - share * (bx - ax), y - ay - share * (by - ay))


def _written(ring: Ring) -> str:
    """The ring on a grid of hundredths of a degree, without points that fall together; empty where nothing is left of it."""
    grid = [(round(x * 100), round(y * 100)) for x, y in ring]
    steps = [grid[0]] + [(bx - ax, by - ay) for (ax, ay), (bx, by) in pairwise(grid)]
    kept = [step for step in steps[1:] if step != (0, 0)]
    return " ".join(f"{x} {y}" for x, y in [steps[0], *kept]) if len(kept) > 2 else ""


if __name__ == "__main__":
    main()
