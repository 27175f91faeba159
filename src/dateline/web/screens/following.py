"""Following somebody or something: a query that is kept, told on the list of stories and, where it is wished, sent."""

from __future__ import annotations

from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from dateline.jobs.alerting import AlertError, Wish, add_alert, remove_alert
from dateline.knowledge import Knowledge
from dateline.model import Status
from dateline.ontology import Ontology
from dateline.store import Collection
from dateline.store.queries.filters import Filters
from dateline.web.pages import page
from dateline.web.site import site_of

_FIELDS = ("name", "q", "actor", "with", "root", "status", "to", "story")
_LONGEST = 300


def _show(request: Request) -> Response:
    given = {name: request.query_params.get(name, "")[:_LONGEST] for name in _FIELDS}
    return _page(request, given)


def _page(request: Request, given: dict[str, str], fault: str | None = None) -> Response:
    tables = Knowledge.load()
    who = [entity.name for name in ("actor", "with") if (entity := tables.entity(given[name] or ""))]
    given = {**given, "name": given["name"] or " and ".join(who) or given["q"][:80]}
    return page(
        request,
        "follow.html.j2",
        status=400 if fault else 200,
        title="Follow",
        given=given,
        called=who,
        statuses=tuple(Status),
        roots=sorted(Ontology.load().roots),
        fault=fault,
    )


async def _keep(request: Request) -> Response:
    form = await request.form()
    given = {name: " ".join(str(form.get(name) or "").split())[:_LONGEST] for name in _FIELDS}
    collection = site_of(request).collection
    try:
        await run_in_threadpool(_add, collection, given)
    except AlertError as error:
        return _page(request, given, error.message)
    back = f"/s/{quote(given['story'], safe=':')}" if given["story"] else "/stories"
    return RedirectResponse(f"{back}?told=followed", 303)


def _add(collection: Collection, given: dict[str, str]) -> None:
    actor, root, status = ([given[name]] if given[name] else None for name in ("actor", "root", "status"))
    between = (given["actor"], given["with"]) if given["actor"] and given["with"] else None
    filters = Filters(actor=None if between else actor, between=between, root=root, status=status)
    to = [given["to"]] if given["to"] else []
    if to and not to[0].lower().startswith("mailto:"):
        what = "write mailto: and an address; webhooks and commands are set up with `dateline alert add`."
        raise AlertError("bad_destination", to[0], f"{to[0]!r} is not sent to from here: {what}")
    add_alert(collection, given["name"], Wish(given["q"], to, filters, on_pages=True))


async def _stop(request: Request) -> Response:
    form: FormData = await request.form()
    name = str(form.get("name") or "")
    if not await run_in_threadpool(remove_alert, site_of(request).collection, name):
        raise HTTPException(404, f"Nothing is followed under the name {name[:80]!r}.")
    return RedirectResponse("/stories", 303)


ROUTES = [
    Route("/follow", _show),
    Route("/follow", _keep, methods=["POST"]),
    Route("/follow/stop", _stop, methods=["POST"]),
]
"""The routes of this screen."""
