"""What changes something is taken from our own pages only."""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

_READING = frozenset({"GET", "HEAD", "OPTIONS"})


class SameSite:
    """Refuses requests that change something and come from another site's page. Browsers say where a request comes from; programs that are
    no browsers say nothing, and carry nobody's permission but their own."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] in _READING or _is_ours(Request(scope)):
            await self._app(scope, receive, send)
            return
        await PlainTextResponse("Asked from another site: refused.\n", 403)(scope, receive, send)


def _is_ours(request: Request) -> bool:
    if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return False
    origin = request.headers.get("origin")
    if origin is None:
        return True
    try:
        return urlsplit(origin).netloc.lower() == request.headers.get("host", "").lower() != ""
    except ValueError:
        return False
