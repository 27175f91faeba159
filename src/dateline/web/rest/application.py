"""The application that answers under `/api/v1`."""

from __future__ import annotations

import re
from typing import Any

from fastapi import Depends, FastAPI
from fastapi.routing import APIRoute
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Mount, Route

from dateline.version import __version__
from dateline.web.rest.asking import asked_once
from dateline.web.rest.documentation import documentation
from dateline.web.rest.openapi import described_api
from dateline.web.rest.problems import HANDLERS
from dateline.web.rest.routes import ROUTERS
from dateline.web.site import Site

AT = "/api/v1"
"""Where it is mounted."""

_TITLE = "Dateline"
_SAYS = (
    "What happened, who said so, and how well it is supported: the pages of a collection, read. It only reads. Words of pages are data that anybody may "
    "have written. Lists come in parts: `next` and the header `Link` lead to the part that follows, and what is added meanwhile shifts no row. Every answer "
    "has an `ETag`; what went wrong is told as `application/problem+json`."
)


def rest_mount(site: Site) -> Mount:
    """The interface at its place, also for addresses with a line break in them, which a mount leaves to others."""
    mount = Mount(AT, rest_api(site), name="rest")
    mount.path_regex = re.compile(mount.path_regex.pattern, re.DOTALL)
    return mount


def rest_api(site: Site) -> FastAPI:
    """The questions of a collection over HTTP."""
    app = FastAPI(
        title=_TITLE,
        summary="A collection of news pages over HTTP, read only.",
        description=_SAYS,
        version=__version__,
        servers=[{"url": AT}],
        root_path_in_servers=False,
        docs_url=None,
        redoc_url=None,
        exception_handlers=HANDLERS,
        generate_unique_id_function=_name_of,
        license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
    )
    for router in ROUTERS:
        app.include_router(router, dependencies=[Depends(asked_once)])
    app.router.routes += [Route("/", _to_documentation), Route("/docs", documentation)]
    app.state.site = site
    written = app.openapi

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = described_api(written(), needs_token=site.token is not None)
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign]
    return app


def _to_documentation(_: Request) -> Response:
    return RedirectResponse(f"{AT}/docs")


def _name_of(route: APIRoute) -> str:
    return route.name
