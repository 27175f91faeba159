"""Two actors who are one: looked for by letters of a name, decided, and who was decided to be somebody."""

from __future__ import annotations

from functools import partial
from typing import Any
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from dateline.store import Collection
from dateline.store.queries.actors_called import actors_called, merged_into, who_stands_for
from dateline.web.asked import one, refused
from dateline.web.links import actor_address
from dateline.web.moments import moment_in_words
from dateline.web.screens.actors.subject import Subject
from dateline.web.settings import LONGEST_NAME, NAME, keep_name, settings_of
from dateline.web.site import site_of

_MOST, _LONGEST = 12, 300


def merging_of(request: Request, collection: Collection, subject: Subject) -> dict[str, Any]:
    """Who may be the same by the letters that were looked for, and who was decided to be."""
    settings, letters = settings_of(request), one(request, "same")
    database = collection.holdings.database
    found = actors_called(database, letters, _MOST + 1) if letters else []
    return {
        "letters": letters or "",
        "called": [row for row in found if row.actor != subject.id][:_MOST],
        "merged_here": merged_into(database, subject.id),
        "is_merged": "merged" in request.query_params,
        "moment": lambda value: moment_in_words(value, settings),
    }


def leads_on(request: Request, collection: Collection, id: str, form: str) -> Response | None:
    """Where an id leads that was given up; None where it stands for itself, or pages still name somebody of another kind so."""
    kept = who_stands_for(collection.holdings.database, id)
    if kept == id or any(True for _ in collection.articles(actor=id).limit(1)):
        return None
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(f"{actor_address(kept)}{f'.{form}' if form else ''}{query}", 307)


async def _merge(request: Request) -> Response:
    form = await request.form()
    one, other = (" ".join(str(form.get(name, "")).split()) for name in ("one", "other"))
    if not one or not other:
        raise refused("Choose who is the same: look for the name first.")
    by = " ".join(str(form.get(NAME, "")).split())[:LONGEST_NAME]
    why = " ".join(str(form.get("why", "")).split())[:_LONGEST]
    collection = site_of(request).collection
    await run_in_threadpool(partial(collection.merge_actors, other, one, why=why, by=by))
    kept = await run_in_threadpool(who_stands_for, collection.holdings.database, one)
    return keep_name(RedirectResponse(f"/actor/{quote(kept, safe=':')}?merged=1#same", 303), by)


ROUTES = [Route("/actors/merge", _merge, methods=["POST"])]
