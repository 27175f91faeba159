"""A message as HTML, as mail programs show it: no scripts, no pictures, nothing that is fetched."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from jinja2 import Environment, StrictUndefined, Template

from dateline.products.alerts.plain import subject_of, told
from dateline.products.alerts.records import AlertMessage
from dateline.products.alerts.wording import counts, flat, where_when, who_whom


def html_of(message: AlertMessage) -> str:
    """The whole message as one page."""
    return _template().render(message=message, subject=subject_of(message), told=told(message))


@cache
def _template() -> Template:
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters.update(flat=flat, counts=counts, where_when=where_when, who_whom=who_whom)
    path = files("dateline.products.alerts").joinpath("templates", "message.html.j2")
    return environment.from_string(path.read_text(encoding="utf-8"))
