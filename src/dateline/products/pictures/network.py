"""Who deals with whom: actors as dots, their dealings as lines."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import hypot, log2, sqrt

from dateline.products.pictures.dealings import Dealing, Dealings, Tone, dealings_of
from dateline.products.pictures.elements import circle, linked, words
from dateline.products.pictures.force_layout import Link, Place
from dateline.products.pictures.label_places import Box, Line, Wanted, place_labels
from dateline.products.pictures.network_layout import lay_out
from dateline.products.pictures.network_lines import ToEvents, draw_lines, lines_legend
from dateline.products.pictures.picture import Picture, Table, framed
from dateline.products.pictures.text_width import wrapped
from dateline.products.wording import counted
from dateline.store import EventRow

ACTORS, LINES = 40, 150
_WIDTH, _NOTHING = 1000.0, 60.0
_TIP = 6.0
_LABEL, _SIZE, _LEADING = 150.0, 12.5, 15.0
_LABELLED = 60
"""Dots that have their names beside them; the others tell them under the pointer."""


def network_picture(
    events: Iterable[EventRow], *, title: str = "Who deals with whom", most: int = ACTORS
) -> Picture:
    """Up to `most` actors, those with most events with another; the rest are counted, and in the table."""
    found = dealings_of(events)
    ranked, drawn, kept, between = _chosen(found, most)
    body, height = _drawing(drawn, kept, found) if drawn else (_nothing(), _NOTHING)
    under = f"{counted(len(ranked), 'actor')}, {counted(sum(found.counts.values()), 'event')} between two of them."
    body += lines_legend(height + 14) if drawn else ""
    notes = _notes(found, len(ranked) - len(drawn), len(between) - len(kept)) if drawn else ()
    return framed(
        title, under, body, (_WIDTH, height + 16), notes, _said(title, found, ranked), network_table(found)
    )


def linked_network(events: Iterable[EventRow], *, title: str, to: ToEvents, most: int = ACTORS) -> Picture:
    """The network alone, for a page: dots and lines lead to their events. More than `_LABELLED` dots are not all named."""
    found = dealings_of(events)
    ranked, drawn, kept, _ = _chosen(found, most)
    body, height = _drawing(drawn, kept, found, to) if drawn else (_nothing(), _NOTHING)
    body += lines_legend(height + 14) if drawn else ""
    return Picture(title, _said(title, found, ranked), _WIDTH, height + 22, body, network_table(found))


def _chosen(
    found: Dealings, most: int
) -> tuple[list[str], list[str], dict[Dealing, int], dict[Dealing, int]]:
    """All actors by their events, those that are drawn, the dealings that are drawn, and all between these actors."""
    ranked = sorted(found.actors, key=lambda name: (-found.actors[name], name))
    top = set(ranked[:most])
    between = {d: n for d, n in found.counts.items() if d.source in top and d.target in top}
    lines = max(LINES, 2 * most)
    kept = dict(sorted(between.items(), key=lambda item: (-item[1], item[0]))[:lines])
    ends = {end for d in kept for end in (d.source, d.target)}
    return ranked, [name for name in ranked[:most] if name in ends], kept, between


def _notes(found: Dealings, actors: int, lines: int) -> tuple[str, ...]:
    left_out = " and ".join(counted(n, noun) for n, noun in ((actors, "actor"), (lines, "line")) if n)
    return (
        "The thicker a line, the more events; the larger a dot, the more events of that actor with others.",
        *([f"The table has {left_out} more, with fewer events."] if left_out else []),
        *(
            [f"Not counted: {counted(found.one_sided, 'event')} with nobody on one side."]
            if found.one_sided
            else []
        ),
    )


def network_table(found: Dealings) -> Table:
    """Dealings: from whom, to whom, tone, status, events; the most frequent first."""
    ordered = sorted(found.counts.items(), key=lambda item: (-item[1], item[0]))
    rows = tuple((d.source, d.target, d.tone.value, d.status.value, n) for d, n in ordered)
    return Table(("from", "to", "tone", "status", "events"), rows)


def _nothing() -> str:
    return words(0, 34, "No event here has somebody on both sides.", size=15, fill="ink-2")


def _drawing(
    names: Sequence[str], kept: dict[Dealing, int], found: Dealings, to: ToEvents | None = None
) -> tuple[str, float]:
    """Lines, dots and names, and the height that they take."""
    number = {name: i for i, name in enumerate(names)}
    links: dict[tuple[int, int], int] = defaultdict(int)
    for dealing, count in kept.items():
        a, b = sorted((number[dealing.source], number[dealing.target]))
        links[a, b] += count
    places, height = lay_out(len(names), _strengths(links), _WIDTH)
    sizes = [min(3.5 + 1.5 * sqrt(found.actors[name]), 13.0) for name in names]
    dots = "".join(
        _dot(name, found.actors[name], place, size, to)
        for name, place, size in zip(names, places, sizes, strict=True)
    )
    said = _names(names[:_LABELLED], kept, number, places, sizes, height)
    return draw_lines(kept, number, places, sizes, to) + dots + said, height


def _dot(name: str, count: int, place: Place, size: float, to: ToEvents | None) -> str:
    dot = circle(*place, size, stroke="paper", width=1.5)
    return linked(dot, to.actor(name), f"{name}: {counted(count, 'event')} with others") if to else dot


def _names(
    names: Sequence[str],
    kept: Mapping[Dealing, int],
    number: Mapping[str, int],
    places: Sequence[Place],
    sizes: Sequence[float],
    height: float,
) -> str:
    """Names beside their dots, where they cover as little as can be."""
    labels = [
        Wanted(wrapped(name, _LABEL, _SIZE, bold=True), _SIZE, *places[number[name]], sizes[number[name]])
        for name in names
    ]
    pairs = dict.fromkeys(tuple(sorted((number[d.source], number[d.target]))) for d in kept)
    straight: list[Line] = [(*places[a], *places[b]) for a, b in pairs]
    tips = [
        _tip(places[number[d.source]], places[number[d.target]], sizes[number[d.target]])
        for d in kept
        if d.tone is Tone.CONFLICT
    ]
    where = place_labels(labels, Box(0, 0, _WIDTH, height), marks=tips, lines=straight)
    return "".join(
        words(at.x, at.y + i * _LEADING, line, size=_SIZE, anchor=at.anchor, bold=True, halo=True)
        for at, label in zip(where, labels, strict=True)
        for i, line in enumerate(label.lines)
    )


def _tip(start: Place, end: Place, room: float) -> Wanted:
    """Where the head of an arrow stands, which labels keep off."""
    (ax, ay), (bx, by) = start, end
    share = (room + _TIP) / (hypot(bx - ax, by - ay) or 1.0)
    return Wanted((), 0, bx - (bx - ax) * share, by - (by - ay) * share, _TIP)


def _strengths(links: Mapping[tuple[int, int], int]) -> list[Link]:
    """A link is the stronger the more events it has, and the weaker the more links both its ends have."""
    degrees = Counter(end for pair in links for end in pair)
    return [
        (a, b, (0.5 + 0.25 * log2(n)) / min(degrees[a], degrees[b]) ** 0.7)
        for (a, b), n in sorted(links.items())
    ]


def _said(title: str, found: Dealings, ranked: Sequence[str]) -> str:
    if not ranked:
        return f"{title}: no event has somebody on both sides."
    first = ", ".join(f"{name} ({found.actors[name]})" for name in ranked[:5])
    return f"{title}: {counted(len(ranked), 'actor')}; most events with others have {first}. The table has every line."
