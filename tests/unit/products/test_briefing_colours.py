"""Every colour of the briefing can be read on every ground that it stands on (WCAG 2.2 AA)."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

CSS = files("dateline.products.briefing").joinpath("templates", "tokens.css").read_text(encoding="utf-8")
TEXT = "ink ink-2 ink-3 link happened planned denied hypothetical corroborated single conflicting omitted".split()
LINES = ["control", "event", "statement"]
LIFTED = {"ink-3", "omitted", "control"}
"""Replaced by `ink-2` inside what an address selects."""


def _themes() -> list[dict[str, str]]:
    blocks = re.findall(r"\{([^{}]*--paper:[^{}]*)\}", CSS)
    return [dict(re.findall(r"--([a-z0-9-]+): (#[0-9a-f]{3,6});", block)) for block in blocks]


def _luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(c * 2 for c in colour[1:])
    channels = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", range(3), ids=["light", "dark by preference", "dark by choice"])
def test_words_and_lines_stand_out(theme: int) -> None:
    colours = _themes()[theme]
    low = [
        (name, ground)
        for names, least in ((TEXT, 4.5), (LINES, 3.0))
        for name in names
        for ground in ("paper", "paper-2", "mark")
        if not (ground == "mark" and name in LIFTED)
        if _contrast(colours[name], colours[ground]) < least
    ]
    assert low == []


def test_both_dark_themes_are_one() -> None:
    _, preferred, chosen = _themes()
    assert preferred == chosen


def test_pale_colours_are_lifted_where_something_is_selected() -> None:
    css = (
        files("dateline.products.briefing").joinpath("templates", "briefing.css").read_text(encoding="utf-8")
    )
    rule = re.search(r"^:target \{([^}]*)\}", css, re.MULTILINE)
    assert rule and all(f"--{name}: var(--ink-2);" in rule[1] for name in LIFTED)
