"""Elements of SVG as text: words are escaped, numbers are short, colours are names of `themes`."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import escape

Number = float | int


def short(number: Number) -> str:
    """A coordinate with one decimal at most."""
    written = f"{number:.1f}".removesuffix(".0")
    return "0" if written == "-0" else written


def colour(name: str) -> str:
    """A colour by its name."""
    return name if name == "none" or name.startswith(("url(", "current")) else f"var(--{name})"


HALO_ORDER = ' paint-order="stroke"'
"""What draws a halo behind its letters; validators of HTML know it in style sheets only."""


def words(
    x: Number,
    y: Number,
    text: str,
    *,
    size: Number = 12,
    fill: str = "ink",
    anchor: str = "start",
    bold: bool = False,
    halo: bool = False,
) -> str:
    """A line of words on its baseline; a halo keeps lines behind it away."""
    weight = ' font-weight="600"' if bold else ""
    at = f' text-anchor="{anchor}"' if anchor != "start" else ""
    around = (
        f'{HALO_ORDER} stroke="{colour("paper")}" stroke-width="3.5" stroke-linejoin="round"' if halo else ""
    )
    place = f'x="{short(x)}" y="{short(y)}" font-size="{short(size)}"'
    return f'<text {place} fill="{colour(fill)}"{weight}{at}{around}>{escape(text)}</text>'


def lines_of_words(
    x: Number,
    y: Number,
    lines: Iterable[str],
    *,
    size: Number = 12,
    leading: Number = 16,
    fill: str = "ink",
    bold: bool = False,
) -> str:
    """Lines of words, the first on the baseline `y`."""
    return "".join(
        words(x, y + i * leading, line, size=size, fill=fill, bold=bold) for i, line in enumerate(lines)
    )


def path(
    steps: str,
    *,
    stroke: str = "none",
    fill: str = "none",
    width: Number = 1,
    dashes: str = "",
    ends: str = "",
) -> str:
    """A path; `steps` is its `d`."""
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    cap = f' stroke-linecap="{ends}"' if ends else ""
    line = (
        f' stroke="{colour(stroke)}" stroke-width="{short(width)}"{dashed}{cap}' if stroke != "none" else ""
    )
    return f'<path d="{steps}" fill="{colour(fill)}"{line}/>'


def circle(
    x: Number, y: Number, radius: Number, *, fill: str = "ink", stroke: str = "none", width: Number = 1
) -> str:
    """A circle."""
    line = f' stroke="{colour(stroke)}" stroke-width="{short(width)}"' if stroke != "none" else ""
    return f'<circle cx="{short(x)}" cy="{short(y)}" r="{short(radius)}" fill="{colour(fill)}"{line}/>'


def box(x: Number, y: Number, width: Number, height: Number, *, fill: str, stroke: str = "none") -> str:
    """A rectangle."""
    line = f' stroke="{colour(stroke)}"' if stroke != "none" else ""
    size = f'x="{short(x)}" y="{short(y)}" width="{short(width)}" height="{short(height)}"'
    return f'<rect {size} fill="{colour(fill)}"{line}/>'


def moved(inner: str, x: Number, y: Number) -> str:
    """A drawing, moved."""
    return f'<g transform="translate({short(x)} {short(y)})">{inner}</g>' if inner else ""


def linked(inner: str, address: str, said: str) -> str:
    """A drawing that leads to an address; `said` is what it is called, for those who do not see it and under the pointer."""
    return f'<a href="{escape(address)}" aria-label="{escape(said)}"><title>{escape(said)}</title>{inner}</a>'
