"""What fields of records mean, by the page of the documentation that says it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

_SECTION = re.compile(r"^## (\w+)\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
_ROW = re.compile(r"^\| (`[^|]*) \| ([^|]*) \| ([^|]*) \|$", re.MULTILINE)
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")


@cache
def meanings() -> Mapping[str, Mapping[str, str]]:
    """What each field means, by the name of its record; nothing where the page is not installed."""
    page = _page()
    text = page.read_text(encoding="utf-8") if page else ""
    return {name: _fields(section.split("\n| kind |")[0]) for name, section in _SECTION.findall(text)}


def _page() -> Path | None:
    """The page in an installation, or in a checkout."""
    here = Path(__file__).resolve()
    places = (here.with_name("fields.md"), here.parents[4] / "docs" / "fields.md")
    return next((place for place in places if place.is_file()), None)


def _fields(section: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for names, _, meaning in _ROW.findall(section):
        found |= dict.fromkeys(re.findall(r"`(\w+)`", names), _LINK.sub(r"\1", meaning).strip())
    return found
