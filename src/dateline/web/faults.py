"""What went wrong, on a page that says what to do."""

from __future__ import annotations

import logging
from http import HTTPStatus

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from dateline.model import CollectionError, InputError
from dateline.store.search import QueryError
from dateline.web.formats import Form, split_form
from dateline.web.guarding.headers import SAFE
from dateline.web.pages import page
from dateline.web.site import said_of

_log = logging.getLogger(__name__)

STATUS_OF = {
    "unknown": 404,
    "forgotten": 410,
    "locked": 409,
    "bad_filter": 400,
    "bad_correction": 400,
    "disk_full": 507,
    "read_only": 409,
    "unreachable": 503,
}
"""What each code of a `CollectionError` is in HTTP."""


def told(request: Request, status: int, message: str) -> Response:
    """An error as a page, or as JSON where the address asks for a format."""
    if split_form(request.url.path)[1] is not Form.PAGE:
        return JSONResponse({"error": message}, status)
    name = HTTPStatus(status).phrase
    return page(request, "fault.html.j2", status=status, title=name, name=name, message=message)


def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    usual = error.detail == HTTPStatus(error.status_code).phrase
    missing = (
        f"There is nothing at {request.url.path}: it may have been taken back, or the address is cut short."
    )
    message = missing if usual and error.status_code == HTTPStatus.NOT_FOUND else error.detail
    return told(request, error.status_code, message)


def _collection(request: Request, error: Exception) -> Response:
    assert isinstance(error, CollectionError)
    return told(request, STATUS_OF.get(error.code, 500), said_of(request, error))


def _query(request: Request, error: Exception) -> Response:
    return told(request, HTTPStatus.BAD_REQUEST, str(error))


def _defect(request: Request, error: Exception) -> Response:
    """This answer goes past the guards, and so brings their headers itself."""
    _log.error("%s %s failed", request.method, request.url.path, exc_info=error)
    answer = told(request, 500, "This is a defect of Dateline: the messages of the server tell more.")
    answer.headers.update(SAFE)
    return answer


HANDLERS = {
    HTTPException: _http,
    CollectionError: _collection,
    QueryError: _query,
    InputError: _query,
    Exception: _defect,
}
