"""The contents of the site: the headings of `docs/README.md` with the pages that stand beneath each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

_HEADING = re.compile(r"^## (.+)$", re.MULTILINE)
_PAGE = re.compile(r"\]\(([\w./-]+)\.md\)")
_REST = "More"


def with_contents(home: str, made: Mapping[str, Sequence[str]], pages: Iterable[str]) -> str:
    """The first page with a list of contents behind each of its parts, which the site shows at its side.

    Args:
        made: pages that are made for the site, by the part that they belong to.
        pages: all pages; those that no part names stand at the end.
    """
    head, *parts = _HEADING.split(home)
    text, named = head, {"index"}
    for title, body in zip(parts[::2], parts[1::2], strict=True):
        own = list(dict.fromkeys([*_PAGE.findall(body), *made.get(title, ())]))
        named |= set(own)
        text += f"## {title}{body.rstrip()}\n\n{listed(own, title)}\n"
    left = sorted(page for page in pages if page not in named)
    return text + (listed(left, _REST) if left else "")


def listed(pages: Sequence[str], caption: str | None = None) -> str:
    """A list of contents: at the side under its caption, or without one in the page."""
    head = [":::{toctree}", ":maxdepth: 1"] + ([":hidden:", f":caption: {caption}"] if caption else [])
    return "\n".join([*head, "", *pages, ":::"]) + "\n"
