"""The screen Desk and its tabs."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from dateline.web.asked import one
from dateline.web.keeping import NOT_KEPT
from dateline.web.screens.desk.briefs import show_brief
from dateline.web.screens.desk.reviews import show_review
from dateline.web.screens.desk.runs import show_runs
from dateline.web.screens.desk.tabs import TABS
from dateline.web.screens.desk.watches import show_watches

_SHOWN = {"brief": show_brief, "watches": show_watches, "review": show_review, "runs": show_runs}


def show(request: Request) -> Response:
    """The tab that the address asks for. A briefing depends on rows alone; the others tell what runs now."""
    tab = one(request, "tab", TABS) or "brief"
    response = _SHOWN[tab](request)
    if tab != "brief":
        response.headers[NOT_KEPT] = "1"
    return response
