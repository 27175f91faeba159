"""What lists have alike: their addresses in all formats, and themselves as Markdown."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dateline.products.briefing.markdown import escaped
from dateline.web.formats import Form


def routes_in_forms(path: str, view: Callable[[Request], Response]) -> list[Route]:
    """The routes of a list: as a page, and with each format at the end of its address."""
    return [Route(f"{path}.{form}" if form else path, view) for form in Form]


def list_in_markdown(title: str, items: Iterable[tuple[str, ...]]) -> str:
    """Each item has what it says, the words that it rests on, and its id."""
    lines = [f"# {escaped(title)}", ""]
    for item in items:
        told = [escaped(" ".join(part.split())) for part in item[:-1] if part]
        lines.append(f"- {'. '.join(told)} `{item[-1].replace('`', '')}`")
    return "\n".join([*lines, ""])
