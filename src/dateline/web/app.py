"""The application: routes of all screens, behind the guards."""

from __future__ import annotations

from importlib.resources import files

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import RedirectResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from dateline.web.faults import HANDLERS
from dateline.web.guarding import Hosts, SafeHeaders, SameSite, Token
from dateline.web.keeping import Kept
from dateline.web.rest import rest_mount
from dateline.web.screens import ROUTES
from dateline.web.site import Site
from dateline.web.styles import style_sheet

_SMALLEST_PACKED, _PACKED = 600, 5
"""Bytes that are worth packing, and how hard: level 9 takes three times as long for four hundredths less."""


def web_app(site: Site) -> Starlette:
    """The pages of a site as an ASGI application."""
    scripts = files("dateline.web").joinpath("static", "js")
    app = Starlette(
        routes=[
            Route("/", _home),
            *ROUTES,
            rest_mount(site),
            Route("/static/dateline.css", style_sheet),
            Mount("/static/js", StaticFiles(directory=str(scripts)), name="js"),
        ],
        middleware=[
            Middleware(SafeHeaders),
            Middleware(Hosts, hosts=site.hosts),
            Middleware(SameSite),
            Middleware(Token, token=site.token),
            Middleware(Kept, database=site.collection.holdings.database, patience=site.patience),
            Middleware(GZipMiddleware, minimum_size=_SMALLEST_PACKED, compresslevel=_PACKED),
        ],
        exception_handlers=HANDLERS,
    )
    app.state.site = site
    return app


def _home(_: object) -> RedirectResponse:
    return RedirectResponse("/stories")
