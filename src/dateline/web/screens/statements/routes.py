"""`/statements`: who said what, newest first."""

from __future__ import annotations

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from dateline.model import StatementType
from dateline.store import Collection, Rows, StatementRow
from dateline.web.asked import chips, days, several
from dateline.web.filter_form import Input, filled, labels
from dateline.web.listed import Listing, routes_in_forms
from dateline.web.site import site_of
from dateline.web.who import names_of

_INPUTS = (
    Input("said_by", "Said by", example="name, id or KAZ"),
    Input("names", "Names or addresses", example="name, id or KAZ"),
    Input("about", "With the words", example="territorial integrity"),
    Input("type", "Type", "select", choices=tuple(StatementType)),
    Input("outlet", "Outlet", example="name or id"),
    Input("from", "From", "date"),
    Input("to", "To", "date"),
)
_COLUMNS = (
    "article", "id", "type", "speaker", "speaker_actor", "speaker_state", "addressee", "addressee_actor", "channel", "channel_kind",
    "act", "content", "day", "outlet", "corrected", "checked", "flag",
)  # fmt: skip


def _statements(request: Request) -> Response:
    collection = site_of(request).collection
    return _LISTING.shown(request, _asked(request, collection), lambda _: _filters(request, collection))


def _filters(request: Request, collection: Collection) -> dict[str, Any]:
    who = names_of(collection, [*several(request, "said_by"), *several(request, "names")])
    return {"inputs": filled(request, _INPUTS), "chips": chips(request, labels(_INPUTS), who)}


def _asked(request: Request, collection: Collection) -> Rows[StatementRow]:
    when = days(request)
    return collection.statements(
        said_by=several(request, "said_by"),
        names=several(request, "names"),
        about=several(request, "about"),
        type=several(request, "type", StatementType),
        outlet=several(request, "outlet"),
        after=when.after,
        before=when.before,
    )


def _item(row: StatementRow) -> tuple[str, ...]:
    """Day, outlet, who says it to whom, and how it is given; the words; the id."""
    whom = f" to {row.addressee}" if row.addressee else ""
    said = f"{row.speaker or 'nobody named'}{whom}, {row.act or 'says'}, {row.type}"
    head = f"{row.day or 'undated'}, {row.outlet or 'outlet not named'}: {said}"
    return head, f"“{row.content}”", f"{row.article}#{row.id}"


_LISTING = Listing("statements", _COLUMNS, _item)

ROUTES = routes_in_forms("/statements", _statements)
