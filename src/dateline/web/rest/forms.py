"""What an answer can be written as, and which of these a request is for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from importlib.util import find_spec

from starlette.requests import Request

from dateline.products.pictures import can_draw_png
from dateline.web.rest.problems import Problem


class Form(StrEnum):
    """How an answer is written; the value is that of `format`."""

    JSON = "json"
    NDJSON = "ndjson"
    CSV = "csv"
    PARQUET = "parquet"
    GEOJSON = "geojson"
    SVG = "svg"
    PNG = "png"
    TEXT = "text"
    BIBTEX = "bibtex"
    RIS = "ris"
    CSL_JSON = "csl-json"


MEDIA_TYPES: Mapping[Form, str] = {
    Form.JSON: "application/json",
    Form.NDJSON: "application/x-ndjson",
    Form.CSV: "text/csv",
    Form.PARQUET: "application/vnd.apache.parquet",
    Form.GEOJSON: "application/geo+json",
    Form.SVG: "image/svg+xml",
    Form.PNG: "image/png",
    Form.TEXT: "text/plain",
    Form.BIBTEX: "application/x-bibtex",
    Form.RIS: "application/x-research-info-systems",
    Form.CSL_JSON: "application/vnd.citationstyles.csl+json",
}
PLAIN = (Form.JSON, Form.NDJSON)
TABLES = (*PLAIN, Form.CSV, Form.PARQUET)
EVENTS = (*TABLES, Form.GEOJSON)
_LACKING = {
    Form.PARQUET: "Parquet needs pyarrow, which is not installed on the server: pip install 'dateline-news[analysis]', or ask for csv.",
    Form.PNG: "PNG needs a package that is not installed on the server: pip install 'dateline-news[pictures]', or ask for svg.",
}


def form_of(request: Request, given: str | None, offered: Sequence[Form]) -> Form:
    """What `format` names, else what `Accept` likes best of what is offered.

    Raises:
        Problem: 406, nothing that is offered is acceptable, or it needs a package that is not installed.
    """
    form = Form(given) if given else _best(request.headers.get("accept", "*/*"), offered)
    if form is None:
        names = ", ".join(f"{MEDIA_TYPES[one]} (format={one})" for one in offered)
        raise Problem(406, f"There is no such form of this answer: ask for one of {names}.")
    if not _can_write(form):
        raise Problem(406, _LACKING[form])
    return form


def _can_write(form: Form) -> bool:
    if form is Form.PARQUET:
        return find_spec("pyarrow") is not None
    return form is not Form.PNG or can_draw_png()


def _best(accept: str, offered: Sequence[Form]) -> Form | None:
    """The form of the highest quality; of several the first that is offered."""
    ranges = [_range(part) for part in accept.split(",") if part.strip()] or [("*/*", 1.0)]
    qualities = {form: _quality(MEDIA_TYPES[form], ranges) for form in offered}
    best = max(offered, key=lambda form: qualities[form])
    return best if qualities[best] > 0 else None


def _range(part: str) -> tuple[str, float]:
    """A media range, and how much it is liked."""
    name, *parameters = (piece.strip().lower() for piece in part.split(";"))
    for parameter in parameters:
        if parameter.startswith("q="):
            try:
                return name, float(parameter[2:])
            except ValueError:
                return name, 0.0
    return name, 1.0


def _quality(media_type: str, ranges: Sequence[tuple[str, float]]) -> float:
    """How much a media type is liked: what the narrowest range that it is in says."""
    whole, kind = media_type, f"{media_type.partition('/')[0]}/*"
    for wanted in (whole, kind, "*/*"):
        found = [quality for name, quality in ranges if name == wanted]
        if found:
            return max(found)
    return 0.0
