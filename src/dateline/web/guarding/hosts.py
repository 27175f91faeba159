"""Only under its own names: a page elsewhere whose name was pointed at this machine gets nothing."""

from __future__ import annotations

from collections.abc import Collection
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send


class Hosts:
    """Refuses requests for names that are not those of the site."""

    def __init__(self, app: ASGIApp, hosts: Collection[str]) -> None:
        self._app = app
        self._hosts = hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or _name_of(Request(scope)) in self._hosts:
            await self._app(scope, receive, send)
            return
        refusal = PlainTextResponse(
            "This name is not served here: start `dateline serve` with --host.\n", 421
        )
        await refusal(scope, receive, send)


def _name_of(request: Request) -> str:
    try:
        return urlsplit(f"//{request.headers.get('host', '')}").hostname or ""
    except ValueError:
        return ""
