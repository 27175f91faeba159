"""The outlet's own name on a line of its own at the top of a page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.article.lines import Line, fold
from dateline.article.marks import Marks
from dateline.article.outlet import OutletLookup, looks_like_outlet

_TOP = 6
"""A masthead is among the first lines of a page, above the headline."""
_THE = re.compile(r"^(?:the|der|die|das|la|le|les|el|il)\s+")


def find_masthead(
    lines: Sequence[Line], marks: Sequence[Marks], title: int | None, outlets: OutletLookup | None
) -> str | None:
    """The name on a line above the headline that is a known outlet, or that has the shape of one and opens the page or is named
    again on it; None without such a line."""
    for i, line in enumerate(lines[: min(_TOP, title if title is not None else _TOP)]):
        if line.words > 6 or line.is_sentence or marks[i].is_kind is not None or marks[i].opens is not None:
            continue
        if outlets is not None and outlets.outlet(line.text) is not None:
            return line.text
        if looks_like_outlet(line.text, None) and (i == 0 or _is_repeated(line, lines)):
            return line.text
    return None


def is_masthead(text: str, names: Sequence[str | None]) -> bool:
    """True for a heading that says no more than one of the outlet's names, its article aside: "The Harbour Courier"."""
    plain = _THE.sub("", fold(text))
    return any(name and _THE.sub("", fold(name)) == plain for name in names)


def _is_repeated(masthead: Line, lines: Sequence[Line]) -> bool:
    name = _THE.sub("", masthead.folded)
    return any(name in line.folded for line in lines if line.number != masthead.number and line.words <= 30)
