"""What the tabs of the desk share: their names and frame, answers that lead back to one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from dateline.web.formats import Form, form_addresses
from dateline.web.links import article_address, story_address
from dateline.web.moments import moment_in_words
from dateline.web.pages import page
from dateline.web.settings import settings_of

TABS = {"brief": "Brief", "watches": "Watches and feeds", "review": "Review", "runs": "Runs and data"}
_LONGEST_TOLD = 400


def show_tab(request: Request, tab: str, **values: Any) -> Response:
    """The page of a tab, with what came of what was asked."""
    settings = settings_of(request)
    common = {
        "title": f"Desk: {TABS[tab].lower()}",
        "tabs": TABS,
        "tab": tab,
        "forms": () if tab == "brief" else form_addresses(request, Form.JSON),
        "moment": lambda value: moment_in_words(value, settings),
        "article_address": article_address,
        "story_address": story_address,
        **_told_in(request),
    }
    return page(request, f"desk/{tab}.html.j2", **common, **values)


def back_to(
    tab: str, told: str = "", *, failed: bool = False, params: Mapping[str, str] | None = None
) -> RedirectResponse:
    """Back to a tab, which tells what came of it."""
    said = {"failed" if failed else "told": told[:_LONGEST_TOLD]} if told else {}
    return RedirectResponse("/desk?" + urlencode({"tab": tab, **(params or {}), **said}), 303)


def _told_in(request: Request) -> dict[str, Any]:
    """What came of what was asked, as the address tells it."""
    return {name: request.query_params.get(name, "")[:_LONGEST_TOLD] or None for name in ("told", "failed")}
