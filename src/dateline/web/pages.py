"""Templates, and what every page has: a bar, a title, its address in other formats."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse

from dateline.model import FactKind, Stance, Status, Support, Wording
from dateline.products.briefing.channels import language_name
from dateline.products.dates import in_words
from dateline.products.pictures.marks import SHAPES
from dateline.products.wording import counted
from dateline.web.addresses import with_params, without_params
from dateline.web.formats import Form
from dateline.web.settings import settings_of
from dateline.web.styles import version

PLACES = (("/stories", "Stories"), ("/explore", "Explore"), ("/actors", "Actors"), ("/desk", "Desk"))
"""The places that the bar leads to."""


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
    environment = Environment(
        loader=FunctionLoader(_packaged),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.do"],
    )
    environment.filters.update(counted=counted, day_words=in_words, language=language_name)
    environment.globals.update(
        FactKind=FactKind,
        Form=Form,
        SHAPES={name: Markup(shape) for name, shape in SHAPES.items()},
        Stance=Stance,
        Status=Status,
        Support=Support,
        Wording=Wording,
    )
    return environment


def _packaged(name: str) -> str | None:
    """A template of the pages, or one that they share with briefings (`briefing/matrix.html.j2`)."""
    package, folder = "dateline.web", f"templates/{name}"
    if name.startswith("briefing/"):
        package, folder = "dateline.products.briefing", f"templates/{name.removeprefix('briefing/')}"
    path = files(package).joinpath(*folder.split("/"))
    return path.read_text(encoding="utf-8") if path.is_file() else None
