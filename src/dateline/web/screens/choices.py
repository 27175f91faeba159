"""Settings, and what the keys do."""

from __future__ import annotations

from urllib.parse import urlsplit
from zoneinfo import available_timezones

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from dateline.web.pages import page
from dateline.web.settings import NAME, THEMES, keep_name

_YEAR = 365 * 24 * 3600


def _show(request: Request) -> Response:
    zones = sorted(available_timezones())
    back = _back(request.query_params.get("back"))
    return page(request, "settings.html.j2", title="Settings", zones=zones, themes=THEMES, back=back)


async def _set(request: Request) -> Response:
    given = await request.form()
    answer = RedirectResponse(_back(str(given.get("back", ""))), 303)
    chosen = {
        "zone": str(given.get("zone", "UTC")).replace("/", "%2F"),
        "theme": str(given.get("theme", "auto")),
        "keys": "on" if given.get("keys") else "off",
    }
    for name, value in chosen.items():
        answer.set_cookie(name, value[:64], max_age=_YEAR, samesite="strict")
    answer.delete_cookie(NAME)
    return keep_name(answer, str(given.get(NAME, "")))


def _back(given: str | None) -> str:
    """A place on this site to go back to."""
    parts = urlsplit(given or "")
    is_ours = not parts.scheme and not parts.netloc and parts.path.startswith("/")
    return (given or "") if is_ours and "\\" not in (given or "") else "/stories"


def _keys(request: Request) -> Response:
    return page(request, "keys.html.j2", title="Keys")


ROUTES = [Route("/settings", _show), Route("/settings", _set, methods=["POST"]), Route("/keys", _keys)]
