"""Colours of pictures: the names are those of the briefing, each with a value for light and for dark grounds."""

from __future__ import annotations

import re
from enum import StrEnum


class Theme(StrEnum):
    """The ground a picture is for; `auto` follows the reader's setting, and is light in print."""

    LIGHT = "light"
    DARK = "dark"
    AUTO = "auto"


LIGHT = {
    "paper": "#fff", "ink": "#1b1a17", "ink-2": "#47443e", "ink-3": "#66635b", "rule": "#dfdcd4", "control": "#858177",
    "happened": "#1b1a17", "planned": "#0b5a8c", "denied": "#96203d", "hypothetical": "#67479a", "corroborated": "#1d6844",
    "single": "#7a5800", "conflicting": "#b03400", "omitted": "#66635b", "bar": "#8d897f", "land": "#efede6", "hatch": "#858177",
}  # fmt: skip
DARK = {
    "paper": "#171614", "ink": "#ece9e1", "ink-2": "#c2beb4", "ink-3": "#a19d92", "rule": "#383631", "control": "#868277",
    "happened": "#ece9e1", "planned": "#86c1ea", "denied": "#f391a4", "hypothetical": "#c7abee", "corroborated": "#80cba1",
    "single": "#dcb75c", "conflicting": "#f5a070", "omitted": "#a19d92", "bar": "#77736a", "land": "#2b2925", "hatch": "#868277",
}  # fmt: skip

_COLOUR = re.compile(r"var\(--([a-z0-9-]+)\)")


def style_of(theme: Theme) -> str:
    """The style sheet that a picture needs; empty where its colours are written out."""
    if theme is not Theme.AUTO:
        return ""
    dark = f"@media screen and (prefers-color-scheme:dark){{svg{{{_declared(DARK)}}}}}"
    return f"<style>svg{{{_declared(LIGHT)}}}{dark}</style>"


def coloured(svg: str, theme: Theme) -> str:
    """A drawing whose colours are names (`var(--ink)`), with the colours of a theme; `auto` leaves the names to the style sheet."""
    if theme is Theme.AUTO:
        return svg
    colours = DARK if theme is Theme.DARK else LIGHT
    return _COLOUR.sub(lambda name: colours[name[1]], svg)


def _declared(colours: dict[str, str]) -> str:
    return "".join(f"--{name}:{value};" for name, value in colours.items())
