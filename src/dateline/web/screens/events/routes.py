"""`/events`, and `/e/ID`."""

from __future__ import annotations

from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dateline.products.dates import in_words
from dateline.products.wording import independence
from dateline.store import Collection, EventRow
from dateline.web.asked import chips, several
from dateline.web.filter_form import filled, labels
from dateline.web.listed import Listing, routes_in_forms
from dateline.web.screens.events.across import across_reports
from dateline.web.screens.events.asked_events import events_asked, inputs
from dateline.web.site import site_of
from dateline.web.who import names_of

_COLUMNS = (
    "id", "story", "text", "root", "mode", "status", "quad", "source", "source_actors", "source_states", "target", "target_actors",
    "target_states", "date", "day", "place", "place_id", "place_precision", "reports", "outlets", "independent", "corrected", "checked",
    "contexts",
)  # fmt: skip
_BETWEEN = {"between": "between"}
_PEOPLE = ("actor", "source", "target", "between")


def _events(request: Request) -> Response:
    collection = site_of(request).collection
    return _LISTING.shown(request, events_asked(request, collection), lambda _: _filters(request, collection))


def _filters(request: Request, collection: Collection) -> dict[str, Any]:
    people = [value for name in _PEOPLE for value in several(request, name)]
    own = inputs()
    return {
        "inputs": filled(request, own),
        "between": several(request, "between"),
        "chips": chips(request, {**labels(own), **_BETWEEN}, names_of(collection, people)),
    }


def _item(row: EventRow) -> tuple[str, ...]:
    """When and what; status and support; the id."""
    support = f"{row.status}, {independence(row.independent, row.reports)}"
    return f"{in_words(row.date or row.day or '') or 'undated'}: {row.text}", support, row.id


_LISTING = Listing("events", _COLUMNS, _item)

ROUTES = [*routes_in_forms("/events", _events), Route("/e/{event}", across_reports)]
