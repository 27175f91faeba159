"""Who did what to whom: events across reports, and their reports."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response

from dateline.model import CollectionError
from dateline.store import Collection, EventRow, ReportRow
from dateline.web.rest import described
from dateline.web.rest.asking import Asked
from dateline.web.rest.features import sent_features
from dateline.web.rest.forms import EVENTS, TABLES, Form, form_of
from dateline.web.rest.parts import part_of_rows
from dateline.web.rest.questions import EventsAsked, Listed, ReportsAsked
from dateline.web.rest.schemas import ref
from dateline.web.rest.values import EventId
from dateline.web.rest.writing import sent_part

ROUTER = APIRouter(tags=["Events"])


@ROUTER.get(
    "/events",
    summary="Who did what to whom",
    responses=described.rows(EventRow, "Events across their reports, newest first.", EVENTS),
)
def events(request: Request, collection: Asked, asked: Annotated[EventsAsked, Query()]) -> Response:
    """Events, each once however many reports it has, newest first, with what is best supported of who, whom, when, where and whether it took place. As
    GeoJSON each comes with the words of its reports."""
    form = form_of(request, asked.format, EVENTS)
    part = part_of_rows(request, collection.events(**asked.filters), asked, EventRow)
    if form is Form.GEOJSON:
        return sent_features(request, collection, part)
    return sent_part(request, part, form)


@ROUTER.get(
    "/events/{event}",
    summary="One event and its reports",
    responses=described.part(
        ReportRow,
        "The event, and in `items` its reports, those of the newest pages first.",
        TABLES,
        event=ref(EventRow),
    ),
)
def event(
    request: Request,
    collection: Asked,
    event: Annotated[EventId, Path(description="The id of an event.")],
    asked: Annotated[Listed, Query()],
) -> Response:
    """An event across its reports, and what each page reports of it. As a table the reports alone."""
    form = form_of(request, asked.format, TABLES)
    found = _event(collection, event)
    rows = collection.reports(event=event)
    return sent_part(request, part_of_rows(request, rows, asked, ReportRow, event=found), form)


def _event(collection: Collection, event: str) -> EventRow:
    """
    Raises:
        CollectionError: `unknown`.
    """
    found = next(iter(collection.events(event=event).limit(1)), None)
    if found is None:
        raise CollectionError("unknown", f"There is no event {event}: /events tells their ids.")
    return found


@ROUTER.get(
    "/reports",
    summary="What each page reports",
    responses=described.rows(ReportRow, "Reports of events, those of the newest pages first."),
)
def reports(request: Request, collection: Asked, asked: Annotated[ReportsAsked, Query()]) -> Response:
    """What one page reports of one event, page by page, the newest first. `ARTICLE#ID` is the id of a report for `/evidence`."""
    form = form_of(request, asked.format, TABLES)
    rows = collection.reports(**asked.filters)
    return sent_part(request, part_of_rows(request, rows, asked, ReportRow), form)
