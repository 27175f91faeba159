"""The same address gives JSON, CSV, Markdown or GeoJSON."""

from __future__ import annotations

from enum import StrEnum

from starlette.requests import Request


class Form(StrEnum):
    """The format of an answer, which the address ends with; a page where it ends with none."""

    PAGE = ""
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "md"
    GEOJSON = "geojson"


MEDIA_TYPES = {
    Form.PAGE: "text/html; charset=utf-8",
    Form.JSON: "application/json",
    Form.CSV: "text/csv; charset=utf-8",
    Form.MARKDOWN: "text/markdown; charset=utf-8",
    Form.GEOJSON: "application/geo+json",
}
_ENDS = {f".{form}": form for form in Form if form}


def split_form(name: str) -> tuple[str, Form]:
    """The last part of an address without its format, and the format."""
    for end, form in _ENDS.items():
        if name.endswith(end):
            return name.removesuffix(end), form
    return name, Form.PAGE


def form_addresses(request: Request, *forms: Form) -> tuple[tuple[str, str], ...]:
    """The formats that this page can be had in, each with its address."""
    path, _ = split_form(request.url.path)
    query = f"?{request.url.query}" if request.url.query else ""
    return tuple((f".{form}", f"{path}.{form}{query}") for form in forms)
