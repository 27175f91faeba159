"""`/events`, and `/e/ID`."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dateline.products.dates import in_words
from dateline.store import EventRow
from dateline.web.answers import csv_of_part, json_of_part, markdown_answer
from dateline.web.asked import chips, refused, several
from dateline.web.filter_form import filled, labels
from dateline.web.formats import Form, form_addresses, split_form
from dateline.web.listed import list_in_markdown, routes_in_forms
from dateline.web.pages import page
from dateline.web.row_parts import Part, part_of
from dateline.web.screens.events.across import across_reports
from dateline.web.screens.events.asked_events import events_asked, inputs
from dateline.web.site import site_of
from dateline.web.who import names_of

COLUMNS = (
    "id", "story", "text", "root", "mode", "status", "quad", "source", "source_actors", "source_states", "target", "target_actors",
    "target_states", "date", "day", "place", "place_id", "place_precision", "reports", "outlets", "independent", "corrected",
)  # fmt: skip
_BETWEEN = {"between": "between"}
_PEOPLE = ("actor", "source", "target", "between")


def _events(request: Request) -> Response:
    form = split_form(request.url.path)[1]
    collection = site_of(request).collection
    part = part_of(request, events_asked(request, collection))
    if form is Form.JSON:
        return json_of_part("dateline.events/1", part)
    if form is Form.CSV:
        return csv_of_part(part, COLUMNS)
    if form is Form.MARKDOWN:
        return markdown_answer(_markdown(part))
    if form is Form.GEOJSON:
        raise refused("The map of events is at /explore?view=map: this list has .json, .csv and .md.")
    people = [value for name in _PEOPLE for value in several(request, name)]
    own = inputs()
    return page(
        request,
        "events/list.html.j2",
        title="Events",
        forms=form_addresses(request, Form.JSON, Form.CSV, Form.MARKDOWN),
        part=part,
        inputs=filled(request, own),
        between=several(request, "between"),
        chips=chips(request, {**labels(own), **_BETWEEN}, names_of(collection, people)),
    )


def _markdown(part: Part[EventRow]) -> str:
    return list_in_markdown(
        "Events",
        (
            (
                f"{in_words(row.date or row.day or '') or 'undated'}: {row.text}",
                f"{row.status}, {row.independent} independent of {row.reports} reports",
                row.id,
            )
            for row in part.rows
        ),
    )


ROUTES = [*routes_in_forms("/events", _events), Route("/e/{event}", across_reports)]
