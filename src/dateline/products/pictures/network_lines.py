"""The lines of a network: one for each dealing, side by side between the same two, with what they mean."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import hypot, log2

from dateline.model import Status
from dateline.products.pictures.dealings import Dealing, Tone
from dateline.products.pictures.elements import linked, path, short, words
from dateline.products.pictures.force_layout import Place
from dateline.products.pictures.text_width import width_of
from dateline.products.wording import counted

_DASHES = {Status.HAPPENED: "", Status.PLANNED: "7 4", Status.DENIED: "9 3 2 3", Status.HYPOTHETICAL: "2 3"}
_APART = 5.0


@dataclass(frozen=True, slots=True)
class ToEvents:
    """The addresses of the events of an actor, and of two actors with one another."""

    actor: Callable[[str], str]
    pair: Callable[[str, str], str]


def draw_lines(
    kept: dict[Dealing, int],
    number: dict[str, int],
    places: Sequence[Place],
    sizes: Sequence[float],
    to: ToEvents | None,
) -> str:
    """One line a dealing; several between the same two run side by side, and lead to one address."""
    together: dict[tuple[int, int], list[Dealing]] = defaultdict(list)
    for dealing in sorted(kept):
        a, b = sorted((number[dealing.source], number[dealing.target]))
        together[a, b].append(dealing)
    drawn = []
    for (a, b), dealings in sorted(together.items()):
        lines = []
        for i, dealing in enumerate(dealings):
            aside = (i - (len(dealings) - 1) / 2) * _APART
            start, end = (a, b) if number[dealing.source] == a else (b, a)
            aside = aside if start == a else -aside
            lines.append(_line(dealing, kept[dealing], places[start], places[end], sizes[end], aside))
        bundle = "".join(lines)
        drawn.append(_led(bundle, dealings, kept, places[a], places[b], to) if to else bundle)
    return "".join(drawn)


def _led(
    lines: str,
    dealings: Sequence[Dealing],
    kept: Mapping[Dealing, int],
    start: Place,
    end: Place,
    to: ToEvents,
) -> str:
    """Lines that lead to their events, with room around them for a pointer."""
    one, other = sorted((dealings[0].source, dealings[0].target))
    count = sum(kept[dealing] for dealing in dealings)
    room = (
        f'<path d="M{short(start[0])} {short(start[1])}L{short(end[0])} {short(end[1])}" fill="none" '
        'stroke="transparent" stroke-width="14"/>'
    )
    return linked(room + lines, to.pair(one, other), f"{one} and {other}: {counted(count, 'event')}")


def _line(dealing: Dealing, count: int, start: Place, end: Place, room: float, aside: float) -> str:
    (ax, ay), (bx, by) = start, end
    length = hypot(bx - ax, by - ay) or 1.0
    ux, uy = (bx - ax) / length, (by - ay) / length
    ax, ay, bx, by = ax - uy * aside, ay + ux * aside, bx - uy * aside, by + ux * aside
    width = min(1.3 + 0.7 * log2(count), 6.0)
    shade = _shade(dealing)
    if dealing.tone is Tone.COOPERATION:
        return path(
            f"M{short(ax)} {short(ay)}L{short(bx)} {short(by)}",
            stroke=shade,
            width=width,
            dashes=_DASHES[dealing.status],
        )
    tip_x, tip_y = bx - ux * (room + 2), by - uy * (room + 2)
    head = 7 + width
    back_x, back_y = tip_x - ux * head, tip_y - uy * head
    wide = head * 0.42
    line = path(
        f"M{short(ax)} {short(ay)}L{short(back_x)} {short(back_y)}",
        stroke=shade,
        width=width,
        dashes=_DASHES[dealing.status],
    )
    corners = f"{short(back_x - uy * wide)} {short(back_y + ux * wide)}L{short(back_x + uy * wide)} {short(back_y - ux * wide)}"
    return line + path(f"M{short(tip_x)} {short(tip_y)}L{corners}z", fill=shade)


def _shade(dealing: Dealing) -> str:
    if dealing.status is not Status.HAPPENED:
        return dealing.status.value
    return "ink-2" if dealing.tone is Tone.COOPERATION else "conflicting"


def lines_legend(y: float) -> str:
    """What the lines mean, on the baseline `y`."""
    shown = [("cooperation", "ink-2", "")]
    shown += [
        (status.value, status.value, _DASHES[status]) for status in Status if status is not Status.HAPPENED
    ]
    parts, x = [], 0.0
    for said, shade, dashes in shown:
        parts.append(path(f"M{short(x)} {short(y - 4)}h28", stroke=shade, width=2, dashes=dashes))
        parts.append(words(x + 34, y, said, size=11.5, fill="ink-2"))
        x += 34 + width_of(said, 11.5) + 20
    parts.append(path(f"M{short(x)} {short(y - 4)}h22", stroke="conflicting", width=2))
    parts.append(path(f"M{short(x + 30)} {short(y - 4)}l-9 -4v8z", fill="conflicting"))
    parts.append(words(x + 36, y, "conflict, to whom it is done", size=11.5, fill="ink-2"))
    return "".join(parts)
