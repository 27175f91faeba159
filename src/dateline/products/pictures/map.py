"""Where events took place: a dot for a town, hatching for a country, a number for what has no place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from math import sqrt

from dateline.products.pictures.country_shapes import CountryShape, Point, country_shapes
from dateline.products.pictures.elements import box, circle, linked, path, short, words
from dateline.products.pictures.event_places import Gazette, Spot, spots_of
from dateline.products.pictures.label_places import Box, Placed, Wanted, place_labels, without_crowding
from dateline.products.pictures.neighbours import draw_neighbours
from dateline.products.pictures.picture import Cell, Picture, Table, framed
from dateline.products.pictures.projection import View, view_of
from dateline.products.pictures.text_width import cut, width_of
from dateline.products.wording import counted
from dateline.store import EventRow

LABELS = 24
_WIDTH, _LIST, _GAP = 860.0, 250.0, 30.0
_ROWS, _LEADING = 16, 22.0
_LARGEST_DOT = 24.0
_NEAR = 2.0
"""In pages, which should be light, points of outlines that stand nearer than this to the one before are left out."""
_HATCH = (
    '<pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<path d="M0 0V6" stroke="var(--hatch)" stroke-width="2.4"/></pattern>'
)

Counted = tuple[Spot, int]
ToEvents = Callable[[Spot], str]
"""The address of the events of a place."""


def map_picture(events: Iterable[EventRow], gazette: Gazette, *, title: str = "Where") -> Picture:
    """Events by place. A dot needs a town of the tables, a country is hatched; all else stands in the list beside the map."""
    counts, nowhere = spots_of(events, gazette)
    total = sum(counts.values()) + nowhere
    ranked = _ranked(counts)
    shown = [item for item in ranked if item[0].is_shown]
    view = view_of(_points(shown), _WIDTH)
    chart = _chart(shown, view, None)
    beside, list_height = _list(ranked, nowhere, total)
    height = max(view.height + 26, list_height)
    body = (
        chart + f'<g transform="translate({short(_WIDTH + _GAP)} 0)">{beside}</g>' + _legend(view.height + 20)
    )
    placed = sum(count for _, count in shown)
    under = f"{placed:,} of {counted(total, 'event')} on the map; {total - placed:,} without a place that it can show."
    under = under if total else "No event here."
    notes = (
        "A dot needs a named town; a country is hatched, never pinned. Boundaries: Natural Earth, public domain; no position is taken.",
    )
    said = f"{title}: {under} {'; '.join(f'{spot.name} {count}' for spot, count in ranked[:8])}."
    return framed(
        title, under, body, (_WIDTH + _GAP + _LIST, height), notes, said, map_table(ranked, nowhere)
    )


def linked_map(events: Iterable[EventRow], gazette: Gazette, *, title: str, to: ToEvents) -> Picture:
    """The map alone, for a page that has the list beside it: each place leads to its events."""
    counts, nowhere = spots_of(events, gazette)
    ranked = _ranked(counts)
    shown = [item for item in ranked if item[0].is_shown]
    view = view_of(_points(shown), _WIDTH)
    body = _chart(shown, view, to) + _legend(view.height + 20)
    named = "; ".join(f"{spot.name} {count}" for spot, count in ranked[:8])
    said = f"{counted(sum(n for _, n in shown), 'event')} on the map{': ' if named else ''}{named}."
    return Picture(title, said, _WIDTH, view.height + 26, body, map_table(ranked, nowhere))


def _ranked(counts: Mapping[Spot, int]) -> list[Counted]:
    return sorted(counts.items(), key=lambda item: (-item[1], item[0].name, item[0].precision))


def _chart(shown: Sequence[Counted], view: View, to: ToEvents | None) -> str:
    clip = f'<clipPath id="frame"><rect width="{short(_WIDTH)}" height="{short(view.height)}"/></clipPath>'
    marks = f"{_countries(shown, view, to)}{_marks(shown, view, to)}"
    return f'<defs>{_HATCH}{clip}</defs><g clip-path="url(#frame)">{marks}</g>'


def map_table(ranked: Sequence[Counted], nowhere: int) -> Table:
    """Places: name, precision, how the map shows it, latitude, longitude, events; a row for events without a place."""
    rows = [_table_row(spot, count) for spot, count in ranked]
    if nowhere:
        rows.append((None, None, "not shown", None, None, nowhere))
    return Table(("place", "precision", "shown", "latitude", "longitude", "events"), tuple(rows))


def _table_row(spot: Spot, count: int) -> tuple[Cell, ...]:
    if spot.point:
        return spot.name, spot.precision, "dot", spot.point[1], spot.point[0], count
    return (
        spot.name,
        spot.precision,
        f"hatched {spot.state}" if spot.state else "not shown",
        None,
        None,
        count,
    )


def _points(shown: Iterable[Counted]) -> list[tuple[float, float]]:
    """What the map has to hold: every town, and of every country its largest part."""
    wanted = {spot.state for spot, _ in shown if spot.state}
    points = [spot.point for spot, _ in shown if spot.point]
    for shape in country_shapes():
        if shape.state in wanted:
            points += shape.largest
    return points


def _countries(shown: Iterable[Counted], view: View, to: ToEvents | None) -> str:
    hatched = {spot.state: (spot, count) for spot, count in shown if spot.state}
    plain, marked = [], []
    for state, outline in _outlines(view, _NEAR if to else 0.0):
        if outline:
            plain.append(path(outline, fill="land", stroke="paper", width=0.8))
            if state in hatched:
                spot, count = hatched[state]
                area = path(outline, fill="url(#hatch)", stroke="hatch", width=1)
                marked.append(
                    linked(area, to(spot), f"{spot.name}: {counted(count, 'event')}") if to else area
                )
    return "".join(plain + marked)


@lru_cache(maxsize=16)
def _outlines(view: View, near: float) -> tuple[tuple[str, str], ...]:
    """The outlines of all countries by their states, kept for the next map of the same part of the earth."""
    return tuple((shape.state, _outline(shape, view, near)) for shape in country_shapes())


def _outline(shape: CountryShape, view: View, near: float) -> str:
    """The rings of a country that come into view; points nearer to the one before than `near` are left out."""
    steps = []
    for ring in shape.rings:
        points = [view.at(point) for point in ring]
        xs, ys = zip(*points, strict=True)
        if max(xs) >= 0 and min(xs) <= view.width and max(ys) >= 0 and min(ys) <= view.height:
            kept = _thinned(points, near) if near else points
            steps.append("M" + "L".join(f"{short(x)} {short(y)}" for x, y in kept) + "z")
    return "".join(steps)


def _thinned(points: Sequence[Point], near: float) -> list[Point]:
    kept = [points[0]]
    for x, y in points:
        if abs(x - kept[-1][0]) + abs(y - kept[-1][1]) >= near:
            kept.append((x, y))
    return kept


def _marks(shown: Sequence[Counted], view: View, to: ToEvents | None) -> str:
    """Names of neighbours, dots, and the labels of the places with most events, each above the ones before."""
    labels_at = {shape.state: shape.label for shape in country_shapes()}
    marks: list[Wanted] = []
    for spot, count in shown:
        x, y = view.at(spot.point or labels_at[spot.state or ""])
        radius = min(3.2 * sqrt(count) + 1, _LARGEST_DOT) if spot.point else 0.0
        said = counted(count, "event") + ("" if spot.point else ", country")
        marks.append(Wanted((cut(spot.name, 150, 12.5, bold=True), said), 12.0, x, y, radius))
    dots = "".join(
        _dot(m, spot, count, to) for m, (spot, count) in zip(marks, shown, strict=True) if m.radius
    )
    frame = Box(4, 4, view.width - 4, view.height - 4)
    labelled = marks[:LABELS]
    placed = without_crowding(place_labels(labelled, frame, marks=marks[LABELS:]), labelled, frame)
    kept = [(at, mark) for at, mark in zip(placed, labelled, strict=True) if at]
    taken = [at.box for at, _ in kept] + [
        Box(m.x - m.radius, m.y - m.radius, m.x + m.radius, m.y + m.radius) for m in marks
    ]
    told = {spot.state for spot, _ in shown if spot.state}
    return draw_neighbours(view, told, taken, frame) + dots + "".join(_label(at, mark) for at, mark in kept)


def _dot(mark: Wanted, spot: Spot, count: int, to: ToEvents | None) -> str:
    dot = circle(mark.x, mark.y, mark.radius, stroke="paper", width=1.5)
    return linked(dot, to(spot), f"{spot.name}: {counted(count, 'event')}") if to else dot


def _label(at: Placed, mark: Wanted) -> str:
    name = words(at.x, at.y, mark.lines[0], size=12.5, anchor=at.anchor, bold=True, halo=True)
    return name + words(at.x, at.y + 14.4, mark.lines[1], size=11, fill="ink-2", anchor=at.anchor, halo=True)


def _list(ranked: Sequence[Counted], nowhere: int, total: int) -> tuple[str, float]:
    """Places with their precision and number, then what has none, then the sum."""
    rows = [
        (spot.name, spot.precision + ("" if spot.is_shown else ", not on the map"), count)
        for spot, count in ranked[:_ROWS]
    ]
    rest = ranked[_ROWS:]
    if rest:
        rows.append((f"{len(rest)} more places", "in the table", sum(count for _, count in rest)))
    if nowhere:
        rows.append(("none", "no place in the words", nowhere))
    parts = [
        words(0, 10, "Place", size=11.5, fill="ink-3"),
        words(_LIST, 10, "Events", size=11.5, fill="ink-3", anchor="end"),
    ]
    y = 18.0
    for name, note, count in rows:
        parts.append(path(f"M0 {short(y)}H{short(_LIST)}", stroke="rule"))
        shown = cut(name, _LIST - 30 - min(width_of(note, 11) + 8, 130), 12.5)
        parts.append(words(0, y + 15.5, shown, size=12.5))
        parts.append(words(width_of(shown, 12.5) + 7, y + 15.5, cut(note, 130, 11), size=11, fill="ink-3"))
        parts.append(words(_LIST, y + 15.5, f"{count:,}", size=12.5, anchor="end"))
        y += _LEADING
    parts.append(path(f"M0 {short(y)}H{short(_LIST)}", stroke="ink"))
    parts.append(
        words(0, y + 16, "All", size=12.5, bold=True)
        + words(_LIST, y + 16, f"{total:,}", size=12.5, anchor="end", bold=True)
    )
    return "".join(parts), y + 20


def _legend(y: float) -> str:
    hatched = box(0, y - 10, 18, 11, fill="url(#hatch)", stroke="hatch")
    country = words(25, y, "country", size=11.5, fill="ink-2")
    return (
        hatched
        + country
        + circle(92, y - 4, 5)
        + words(103, y, "town, area to scale", size=11.5, fill="ink-2")
    )
