"""Templates, and what every page has: a bar, a title, its address in other formats."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse

from dateline.products.briefing.channels import language_name
from dateline.products.briefing.html import GLOBALS
from dateline.products.briefing.marking import flat
from dateline.products.dates import in_words
from dateline.products.wording import counted
from dateline.web.addresses import with_params, without_params
from dateline.web.copying import copy_button
from dateline.web.days import last_days, weekday_words
from dateline.web.directions import direction
from dateline.web.formats import Form
from dateline.web.links import actor_address, article_address, story_address
from dateline.web.settings import settings_of
from dateline.web.styles import version

PLACES = (
    ("/stories", "Stories", ("/stories", "/s/", "/a/", "/search", "/pages")),
    ("/explore", "Explore", ("/explore", "/events", "/e/", "/statements")),
    ("/actors", "Actors", ("/actors", "/actor/")),
    ("/desk", "Desk", ("/desk", "/decisions")),
)
"""The places that the bar leads to, each with the beginnings of addresses that belong to it."""


def page(request: Request, template: str, *, status: int = 200, **values: Any) -> HTMLResponse:
    """A page of a template.

    Args:
        template: its name under `templates`, such as `stories/list.html.j2`.
        values: what it shows; `title` is shown in the tab, `forms` are the other formats of this address.
    """
    settings = settings_of(request)
    common = {
        "request": request,
        "path": request.url.path,
        "settings": settings,
        "places": PLACES,
        "sheet_version": version(),
        "forms": (),
        "query": request.query_params.get("q", ""),
        "with_params": lambda **changed: with_params(request, **changed),
        "without_params": lambda *names, **parts: without_params(request, *names, **parts),
    }
    text = _environment().get_template(template).render(common | values)
    return HTMLResponse(text, status)


@cache
def _environment() -> Environment:
    environment = _Templates(
        loader=FunctionLoader(_packaged),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.do"],
    )
    environment.filters.update(
        counted=counted,
        direction=direction,
        day_words=in_words,
        weekday_words=weekday_words,
        flat=flat,
        language=language_name,
    )
    environment.globals.update(GLOBALS)
    environment.globals.update(
        Form=Form,
        actor_address=actor_address,
        article_address=article_address,
        copy_button=copy_button,
        cited_at=lambda citation: article_address(citation.article, at=(citation.start, citation.end)),
        last_days=last_days,
        story_address=story_address,
        told_at=lambda data: article_address(data.article),
    )
    return environment


class _Templates(Environment):
    """Templates, of which those of briefings include one another by their own names."""

    def join_path(self, template: str, parent: str) -> str:
        is_inside = parent.startswith("briefing/") and not template.startswith("briefing/")
        return f"briefing/{template}" if is_inside else template


def _packaged(name: str) -> str | None:
    """A template of the pages, or one that they share with briefings (`briefing/matrix.html.j2`)."""
    package, folder = "dateline.web", f"templates/{name}"
    if name.startswith("briefing/"):
        package, folder = "dateline.products.briefing", f"templates/{name.removeprefix('briefing/')}"
    path = files(package).joinpath(*folder.split("/"))
    return path.read_text(encoding="utf-8") if path.is_file() else None
