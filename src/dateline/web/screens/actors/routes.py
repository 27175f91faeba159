"""`/actors`, and `/actor/ID`."""

from __future__ import annotations

from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dateline.products.wording import counted
from dateline.store import ActorRow, Rows
from dateline.web.asked import chips, days, several
from dateline.web.filter_form import Input, filled, labels
from dateline.web.listed import Listing, routes_in_forms
from dateline.web.row_parts import Part
from dateline.web.screens.actors import merging
from dateline.web.screens.actors.page import show_actor
from dateline.web.site import site_of
from dateline.web.who import known_name

_INPUTS = (
    Input("about", "Letters of the name", example="tokayev"),
    Input("state", "State", example="KAZ"),
    Input("outlet", "Named by outlet", example="its name or id"),
    Input("from", "From", "date"),
    Input("to", "To", "date"),
)
_COLUMNS = ("actor", "name", "state", "articles", "mentions")


def _actors(request: Request) -> Response:
    return _LISTING.shown(request, _asked(request), lambda part: _around(request, part))


def _around(request: Request, part: Part[ActorRow]) -> dict[str, Any]:
    return {
        "inputs": filled(request, _INPUTS),
        "chips": chips(request, labels(_INPUTS)),
        "known": {row.actor: known_name(row.actor) or row.name for row in part.rows},
        "most": max((row.articles for row in part.rows), default=1),
    }


def _asked(request: Request) -> Rows[ActorRow]:
    when = days(request)
    return site_of(request).collection.actors(
        actor=several(request, "state"),
        about=several(request, "about"),
        outlet=several(request, "outlet"),
        after=when.after,
        before=when.before,
    )


def _item(row: ActorRow) -> tuple[str, ...]:
    """The name and how often pages have it; the id."""
    return f"{row.name}, {counted(row.articles, 'article')}, {counted(row.mentions, 'time')}", row.actor


_LISTING = Listing("actors", _COLUMNS, _item)

ROUTES = [
    *routes_in_forms("/actors", _actors),
    *merging.ROUTES,
    Route("/actor/{actor:path}", show_actor),
]
