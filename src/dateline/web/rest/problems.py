"""What went wrong, as problem details (RFC 9457): which status, and what to do."""

from __future__ import annotations

import difflib
import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

import msgspec
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from dateline.model import CollectionError, DatelineError
from dateline.products.citations import UnknownReferenceError
from dateline.web.faults import STATUS_OF
from dateline.web.site import said_of

MEDIA_TYPE = "application/problem+json"
_LONGEST = 600
_UNKNOWN = "extra_forbidden"
_STATUS_OF = {**STATUS_OF, "no_package": 406}

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one parameter."""

    parameter: str
    detail: str


@dataclass(slots=True, eq=False)
class Problem(Exception):
    """A request that gets no answer; `detail` says what to do."""

    status: int
    detail: str
    errors: list[Fault] = field(default_factory=list)
    headers: Mapping[str, str] = field(default_factory=dict)


def told(problem: Problem) -> Response:
    """A problem as an answer."""
    body: dict[str, Any] = {
        "type": "about:blank",
        "title": HTTPStatus(problem.status).phrase,
        "status": problem.status,
        "detail": _line(problem.detail),
    }
    if problem.errors:
        body["errors"] = problem.errors
    return Response(msgspec.json.encode(body), problem.status, dict(problem.headers), media_type=MEDIA_TYPE)


def _line(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"


def _problem(_: Request, error: Exception) -> Response:
    assert isinstance(error, Problem)
    return told(error)


def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    detail, headers = error.detail, dict(error.headers or {})
    if error.status_code == HTTPStatus.NOT_FOUND:
        detail = f"There is nothing at {request.url.path}: {request.scope.get('root_path', '')}/docs tells what there is."
    if error.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
        detail, headers = (
            f"{request.method} is not possible here: ask with GET or HEAD.",
            {"Allow": "GET, HEAD"},
        )
    return told(Problem(error.status_code, detail, headers=headers))


def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    known = names_of(request)
    faults = [_fault(one, known) for one in error.errors()]
    return told(Problem(422, faults[0].detail, faults))


def _fault(error: Mapping[str, Any], known: list[str]) -> Fault:
    """One fault of a request in words."""
    name = next((str(part) for part in error["loc"][1:]), "request")
    if error["type"] == _UNKNOWN:
        return Fault(name[:100], unknown(name, known))
    if error["type"] == "missing":
        return Fault(name, f"{name} is missing: give it.")
    said = str(error["msg"]).removeprefix("Value error, ").rstrip(".")
    shown = repr(error.get("input"))
    return Fault(name, f"{name} cannot be {shown if len(shown) <= 60 else shown[:59] + '…'}: {said}.")


def unknown(name: str, known: list[str]) -> str:
    """A parameter that does not exist, with the nearest that does."""
    near = difflib.get_close_matches(name, known, 1, 0.5)
    meant = f"; did you mean {near[0]}?" if near else "."
    takes = f" It takes {', '.join(known)}." if known else " It takes no parameters."
    return f"There is no parameter {name[:100]!r} here{meant}{takes}"


def names_of(request: Request) -> list[str]:
    """The parameters in the query that the route of a request takes."""
    dependant = getattr(request.scope.get("route"), "dependant", None)
    models = [one.field_info.annotation for one in dependant.query_params] if dependant else []
    return [name for model in models for name in getattr(model, "model_fields", {})]


def _reference(_: Request, error: Exception) -> Response:
    return told(Problem(404, str(error)))


def _asked_wrongly(_: Request, error: Exception) -> Response:
    return told(Problem(400, str(error)))


def _collection(request: Request, error: Exception) -> Response:
    assert isinstance(error, CollectionError)
    return told(Problem(_STATUS_OF.get(error.code, 500), said_of(request, error)))


def _defect(request: Request, error: Exception) -> Response:
    log.error("%s %s failed", request.method, request.url.path, exc_info=error)
    return told(Problem(500, "This is a defect of Dateline: the messages of the server tell more."))


HANDLERS: dict[int | type[Exception], Any] = {
    Problem: _problem,
    HTTPException: _http,
    RequestValidationError: _invalid,
    UnknownReferenceError: _reference,
    CollectionError: _collection,
    DatelineError: _asked_wrongly,
    Exception: _defect,
}
