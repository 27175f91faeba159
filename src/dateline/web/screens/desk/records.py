"""What the tabs of the desk list, as JSON."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from dateline import jobs
from dateline.model.codec import plain
from dateline.store import Collection
from dateline.store.auditing import audits
from dateline.store.auditing.reviewing import least_certain
from dateline.store.queries.conflicts import conflicts
from dateline.store.queries.runs import runs
from dateline.web.answers import json_answer
from dateline.web.asked import one
from dateline.web.formats import Form, split_form
from dateline.web.keeping import NOT_KEPT
from dateline.web.screens.desk.destinations import alerts_shown, undelivered_shown
from dateline.web.screens.desk.tabs import TABS
from dateline.web.site import site_of

_MOST = 100


def records(request: Request) -> Response:
    """The records of a tab; a briefing is had from its own address."""
    tab = one(request, "tab", TABS) or "brief"
    if split_form(request.url.path)[1] is not Form.JSON or tab not in _RECORDS:
        raise HTTPException(404)
    found = _RECORDS[tab](site_of(request).collection)
    answer = json_answer({"schema": "dateline.desk/1", **{name: plain(rows) for name, rows in found.items()}})
    answer.headers[NOT_KEPT] = "1"
    return answer


def _watches(collection: Collection) -> dict[str, Any]:
    return {
        "feeds": jobs.feeds(collection),
        "given_up": jobs.given_up(collection),
        "alerts": alerts_shown(collection),
        "undelivered": undelivered_shown(collection),
    }


def _review(collection: Collection) -> dict[str, Any]:
    database = collection.holdings.database
    return {
        "least_certain": least_certain(database, most=_MOST),
        "samples": audits(database),
        "conflicts": conflicts(database, _MOST),
        "decisions": list(collection.corrections().limit(_MOST)),
    }


def _runs(collection: Collection) -> dict[str, Any]:
    return {"runs": runs(collection.holdings.database, _MOST)}


_RECORDS: dict[str, Callable[[Collection], dict[str, Any]]] = {
    "watches": _watches,
    "review": _review,
    "runs": _runs,
}
