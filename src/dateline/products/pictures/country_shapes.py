"""The outlines of countries, from Natural Earth (public domain), at 1:110 million (`tools/build_countries.py`)."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

Point = tuple[float, float]
"""Longitude and latitude in degrees."""


@dataclass(frozen=True, slots=True)
class CountryShape:
    """A country: its ISO code (empty where it has none), its name at Natural Earth, a place for its label, its rings."""

    state: str
    name: str
    label: Point
    rings: tuple[tuple[Point, ...], ...]

    @property
    def largest(self) -> tuple[Point, ...]:
        """The ring with most points, which is that of the main land."""
        return max(self.rings, key=len)


@cache
def country_shapes() -> tuple[CountryShape, ...]:
    """All countries that are large enough to be drawn."""
    text = files("dateline.products.pictures").joinpath("data", "countries.csv").read_text(encoding="utf-8")
    return tuple(_shape(row) for row in csv.DictReader(text.splitlines()))


def _shape(row: dict[str, str]) -> CountryShape:
    x, y = map(float, row["label"].split())
    return CountryShape(
        row["state"], row["name"], (x, y), tuple(tuple(_points(ring)) for ring in row["rings"].split("|"))
    )


def _points(ring: str) -> Iterator[Point]:
    steps = [int(number) for number in ring.split()]
    x = y = 0
    for i in range(0, len(steps), 2):
        x, y = x + steps[i], y + steps[i + 1]
        yield x / 100, y / 100
