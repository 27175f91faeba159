"""Bringing pages in: `POST /pages`, and how far it is: `/pages/NUMBER`."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from threading import Lock
from typing import Any

import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from dateline.jobs.bringing import BringingState, noted_bringing
from dateline.model.codec import plain
from dateline.sources import Follower
from dateline.store import Collection
from dateline.store.queries.brought import Brought, brought_by
from dateline.web.formats import MEDIA_TYPES, Form
from dateline.web.keeping import NOT_KEPT
from dateline.web.links import article_address, story_address
from dateline.web.pages import page
from dateline.web.screens.adding.reading import Bringing, Reader
from dateline.web.screens.adding.receiving import received
from dateline.web.site import site_of

_MOST_FETCHED = 50
_BEGINNING = Lock()


async def add(request: Request) -> Response:
    """Takes pages in and leads to the page that tells how far it is."""
    found = await received(request)
    bringing = await run_in_threadpool(reader_of(request).take, found)
    if bringing is None:
        found.clear()
        raise HTTPException(503, "Much is waiting to be read already: try again when some of it is done.")
    if _wants_json(request):
        return _json(request, bringing, 202)
    return RedirectResponse(f"/pages/{bringing.number}", 303)


def show(request: Request) -> Response:
    """How far it is, and what came of it."""
    number = request.path_params["number"]
    bringing = reader_of(request).find(number)
    if bringing is None:
        return _of_earlier_server(request, number)
    bringing = bringing.as_now()
    if request.url.path.endswith(".json"):
        return _json(request, bringing, 200)
    found = _brought(request, bringing.report.run if bringing.is_over else None)
    return _shown(
        request, "adding/progress.html.j2", number, found, bringing=bringing, report=bringing.report
    )


def _of_earlier_server(request: Request, number: int) -> Response:
    """What the collection knows of a bringing that another server took in, which may have ended meanwhile.

    Raises:
        HTTPException: 404, when it knows nothing.
    """
    noted = noted_bringing(site_of(request).collection, number)
    if noted is None:
        raise HTTPException(404, f"Nothing is known of bringing {number}: it is more than a week ago.")
    is_over = noted.state not in (BringingState.WAITING, BringingState.READING)
    found = _brought(request, noted.run)
    if request.url.path.endswith(".json"):
        return _as_json(
            {
                "number": number,
                "address": f"/pages/{number}",
                "state": noted.state.value,
                "is_over": is_over,
                "inputs": noted.inputs,
                "report": {"run": noted.run, "read": len(found)},
                "notes": [],
                "fault": None,
                **_led_to(found),
            },
            200,
        )
    return _shown(request, "adding/earlier.html.j2", number, found, noted=noted, is_over=is_over)


def _shown(request: Request, template: str, number: int, found: list[Brought], **values: Any) -> Response:
    """How far it is, with the pages and stories that came of it."""
    answer = page(
        request,
        template,
        title="Adding pages",
        forms=((".json", f"/pages/{number}.json"),),
        brought=found,
        stories=_stories(site_of(request).collection, found),
        **values,
    )
    answer.headers[NOT_KEPT] = "of the moment"
    return answer


def reader_of(request: Request) -> Reader:
    """The reader of a site, which begins when something is brought first."""
    with _BEGINNING:
        found: Reader | None = getattr(request.app.state, "reader", None)
        if found is None:
            found = request.app.state.reader = Reader(site_of(request).collection, _fetching)
        return found


def _fetching(note: Callable[[str], None], stack: ExitStack) -> Follower:
    """Fetches from public addresses alone, as politely as `dateline add`."""
    from dateline.sources.fetch import Fetcher

    return Follower(stack.enter_context(Fetcher()), False, _MOST_FETCHED, note)


def _brought(request: Request, run: int | None) -> list[Brought]:
    return brought_by(site_of(request).collection.holdings.database, run, 500) if run else []


def _stories(collection: Collection, found: list[Brought]) -> list[Any]:
    ids = sorted({one.story for one in found if one.story})[:50]
    return list(collection.stories(story=ids)) if ids else []


def _wants_json(request: Request) -> bool:
    return "application/json" in request.headers.get("accept", "")


def _json(request: Request, bringing: Bringing, status: int) -> Response:
    found = _brought(request, bringing.report.run if bringing.is_over else None)
    record = {
        "number": bringing.number,
        "address": f"/pages/{bringing.number}",
        "state": bringing.state.value,
        "is_over": bringing.is_over,
        "inputs": bringing.received.count,
        "report": plain(bringing.report),
        "notes": list(bringing.notes),
        "fault": bringing.fault,
        **_led_to(found),
    }
    return _as_json(record, status)


def _led_to(found: list[Brought]) -> dict[str, Any]:
    """The articles and stories that came of it."""
    return {
        "articles": [
            {"source": one.source, "address": article_address(one.article)} for one in found if one.article
        ],
        "stories": sorted({story_address(one.story) for one in found if one.story}),
    }


def _as_json(record: dict[str, Any], status: int) -> Response:
    headers = {NOT_KEPT: "of the moment", "Cache-Control": "no-store"}
    return Response(msgspec.json.encode(record), status, headers, MEDIA_TYPES[Form.JSON])
