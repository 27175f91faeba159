"""A token, where others than this machine may ask."""

from __future__ import annotations

from hmac import compare_digest
from http import HTTPStatus
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

COOKIE = "dateline-token"
_MONTH = 30 * 24 * 3600


class Token:
    """Lets in who shows the token: as `Authorization: Bearer`, as a cookie, or once as `?token=`, which sets the cookie."""

    def __init__(self, app: ASGIApp, token: str | None) -> None:
        self._app = app
        self._token = token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or self._token is None:
            await self._app(scope, receive, send)
            return
        request = Request(scope)
        if self._is(request.query_params.get("token")):
            await _let_in(request, self._token)(scope, receive, send)
        elif self._is(_bearer(request)) or self._is(request.cookies.get(COOKIE)):
            await self._app(scope, receive, send)
        else:
            what = "A token is needed: open the address that `dateline serve` printed, or send it as `Authorization: Bearer`.\n"
            await PlainTextResponse(what, HTTPStatus.UNAUTHORIZED, {"WWW-Authenticate": "Bearer"})(
                scope, receive, send
            )

    def _is(self, given: str | None) -> bool:
        return given is not None and compare_digest(given.encode(), (self._token or "").encode())


def _bearer(request: Request) -> str | None:
    kind, _, given = request.headers.get("authorization", "").partition(" ")
    return given.strip() if kind.lower() == "bearer" else None


def _let_in(request: Request, token: str) -> Response:
    """The same page at an address without the token, so that it is not copied along with a link."""
    path = "/" + request.url.path.lstrip("/")
    kept = [(name, value) for name, value in request.query_params.multi_items() if name != "token"]
    answer = RedirectResponse(f"{path}?{urlencode(kept)}" if kept else path, 303)
    is_tls = request.url.scheme == "https"
    answer.set_cookie(COOKIE, token, max_age=_MONTH, httponly=True, samesite="strict", secure=is_tls)
    return answer
