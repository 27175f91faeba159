"""What the tabs of the desk share: their names, answers that lead back to one, who asks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, unquote, urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

TABS = {"brief": "Brief", "watches": "Watches and feeds", "review": "Review", "runs": "Runs and data"}
_LONGEST_NAME, _LONGEST_TOLD = 60, 400
_YEAR = 365 * 24 * 3600
_WHO = "who"


def back_to(
    tab: str, told: str = "", *, failed: bool = False, params: Mapping[str, str] | None = None
) -> RedirectResponse:
    """Back to a tab, which tells what came of it."""
    said = {"failed" if failed else "told": told[:_LONGEST_TOLD]} if told else {}
    return RedirectResponse("/desk?" + urlencode({"tab": tab, **(params or {}), **said}), 303)


def told_in(request: Request) -> dict[str, Any]:
    """What came of what was asked, as the address tells it."""
    return {name: request.query_params.get(name, "")[:_LONGEST_TOLD] or None for name in ("told", "failed")}


def who_is(request: Request) -> str:
    """The name under which a reader decides; empty where none was given yet."""
    return unquote(request.cookies.get(_WHO, ""))[:_LONGEST_NAME]


def with_who(response: Response, name: str) -> Response:
    """Keeps the name for the next time."""
    response.set_cookie(_WHO, quote(name[:_LONGEST_NAME]), max_age=_YEAR, samesite="strict")
    return response
