"""A server for the pages, until it is told to stop."""

from __future__ import annotations

import asyncio
import socket
import sys

import uvicorn
from anyio import to_thread

from dateline.web.app import web_app
from dateline.web.site import Site

_THREADS = 8
"""As many questions to the tables at a time; more would only wait for one another."""
_TURN = 0.0005
"""Seconds after which a thread that reckons lets another go on: those who ask for what is kept come several times an answer, and would wait each time."""


def serve(site: Site, listening: socket.socket) -> None:
    """Serves a site to whoever comes to a socket; returns when it is told to stop (Ctrl-C, SIGTERM)."""
    sys.setswitchinterval(_TURN)
    asyncio.run(_serve(site, listening))


async def _serve(site: Site, listening: socket.socket) -> None:
    to_thread.current_default_thread_limiter().total_tokens = _THREADS
    config = uvicorn.Config(web_app(site), log_level="warning", access_log=False, server_header=False)
    await uvicorn.Server(config).serve(sockets=[listening])
