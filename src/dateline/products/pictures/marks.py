"""The shapes that say status and support beside their colour: round ones are about the act, square ones about the sources."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dateline.products.pictures.elements import colour, short, words
from dateline.products.pictures.text_width import width_of

_CLASH = (
    '<path d="M1.5 5.6h13M1.5 10.6h13M11 1.5 5 14.5" fill="none" stroke="currentColor" stroke-width="2"/>'
)

SHAPES: Mapping[str, str] = {
    "happened": '<circle cx="8" cy="8" r="6.5" fill="currentColor"/>',
    "planned": '<path d="M3.2 2 14 8 3.2 14z" fill="none" stroke="currentColor" stroke-width="2" stroke-linejoin="round"/>',
    "denied": '<circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" stroke-width="2"/>'
    '<path d="M3.8 12.2 12.2 3.8" fill="none" stroke="currentColor" stroke-width="2"/>',
    "hypothetical": '<circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" stroke-width="2" '
    'stroke-dasharray="3.1 3.183" stroke-dashoffset="1.5"/>',
    "corroborated": '<path d="M1 2.5h6v11H1zM9 2.5h6v11H9z" fill="currentColor"/>',
    "single_source": '<path d="M1 2.5h6v11H1z" fill="currentColor"/>'
    '<path d="M10 3.5h4v9h-4z" fill="none" stroke="currentColor" stroke-width="2"/>',
    "conflicting": _CLASH,
    "differs": _CLASH,
    "omits": '<rect x="2.5" y="3.5" width="11" height="9" fill="none" stroke="currentColor" stroke-width="1.6" stroke-dasharray="2.4 2.2"/>',
    "reports": '<path d="M2.5 2.5h11v11h-11z" fill="currentColor"/>',
    "published": '<path d="M3.5 1.5h9v13h-9zM6 5.5h4M6 8.5h4" fill="none" stroke="currentColor" stroke-width="1.6"/>',
    "na": '<circle cx="8" cy="8" r="1.8" fill="currentColor"/>',
}
"""Drawings on 16 by 16 units, in the colour of what they stand in."""

COLOURS: Mapping[str, str] = {
    "happened": "happened", "planned": "planned", "denied": "denied", "hypothetical": "hypothetical", "corroborated": "corroborated",
    "single_source": "single", "conflicting": "conflicting", "differs": "conflicting", "omits": "omitted", "reports": "ink",
    "published": "ink-3", "na": "ink-3",
}  # fmt: skip


def mark(name: str, x: float, y: float, size: float = 13) -> str:
    """A shape around a point."""
    scale = "" if size == 16 else f" scale({size / 16:.4g})"
    place = f"translate({short(x - size / 2)} {short(y - size / 2)}){scale}"
    shade = colour(COLOURS[name])
    return f'<g transform="{place}">{SHAPES[name].replace("currentColor", shade)}</g>'


def legend(names: Sequence[tuple[str, str]], x: float, y: float, *, apart: float = 20) -> str:
    """Shapes with their words in one line, on the baseline `y`."""
    drawn = []
    for name, said in names:
        drawn += [mark(name, x + 6, y - 4, 11), words(x + 16, y, said, size=11.5, fill="ink-2")]
        x += 16 + width_of(said, 11.5) + apart
    return "".join(drawn)
