"""A server for the pages, until it is told to stop."""

from __future__ import annotations

import uvicorn
from anyio import to_thread

from dateline.web.app import web_app
from dateline.web.site import Site

_THREADS = 8
"""As many questions to the tables at a time; more would only wait for one another."""


def serve(site: Site, host: str, port: int) -> None:
    """Serves a site; returns when it is told to stop (Ctrl-C, SIGTERM).

    Raises:
        OSError: nothing can be served at that address.
    """
    import asyncio

    asyncio.run(_serve(site, host, port))


async def _serve(site: Site, host: str, port: int) -> None:
    to_thread.current_default_thread_limiter().total_tokens = _THREADS
    config = uvicorn.Config(
        web_app(site), host=host, port=port, log_level="warning", access_log=False, server_header=False
    )
    await uvicorn.Server(config).serve()
