"""An event across its reports: what each of them says of it, field by field, with the words."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from dateline.model import Article, Event, Record
from dateline.products.briefing.shelf import lines_of
from dateline.store import Collection, EventRow
from dateline.web.answers import csv_answer, json_answer, markdown_answer
from dateline.web.asked import refused
from dateline.web.formats import Form, form_addresses, split_form
from dateline.web.listed import list_in_markdown
from dateline.web.pages import page
from dateline.web.readable import readable
from dateline.web.site import site_of

_MOST = 40
_COLUMNS = (
    "article", "report", "outlet", "published", "status", "source", "target", "date", "place", "root", "mode", "statement", "words",
    "start", "end", "contexts",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Told(Record):
    """What one report says of an event. `said_by` is who asserts it, null for the outlet in its own voice; `where` the paragraph."""

    article: str
    report: str
    outlet: str | None
    published: str | None
    language: str
    status: str
    source: tuple[str, ...]
    target: tuple[str, ...]
    date: str | None
    place: str | None
    root: str
    mode: str | None
    said_by: str | None
    statement: str | None
    words: str
    where: str
    start: int
    end: int
    contexts: tuple[str, ...] = ()


def across_reports(request: Request) -> Response:
    """The page of an event, or its reports in another format."""
    id, form = split_form(request.path_params["event"])
    collection = site_of(request).collection
    event = next(iter(collection.events(event=id).limit(1)), None)
    if event is None:
        raise HTTPException(404, f"There is no event {id[:80]}: it may have been told otherwise since.")
    told = _told(collection, id)
    if form is not Form.PAGE:
        return _in_form(event, told, form)
    return page(
        request,
        "events/event.html.j2",
        title=event.text,
        forms=form_addresses(request, Form.JSON, Form.CSV, Form.MARKDOWN),
        event=event,
        told=told,
        most=_MOST,
    )


def _told(collection: Collection, event: str) -> list[Told]:
    found = []
    for row in collection.reports(event=event).limit(_MOST):
        reading = readable(collection, row.article)
        report = next((e for e in reading.events if e.id == row.id), None) if reading else None
        if reading is not None and report is not None:
            said = next((s for s in reading.statements if s.id == report.statement), None)
            speaker = (said.speaker.name if said.speaker else "nobody named") if said else None
            found.append(_report(reading.article, report, speaker, row.outlet))
    return found


def _report(article: Article, event: Event, speaker: str | None, outlet: str | None) -> Told:
    sentence = event.evidence
    line = next((line for line in lines_of(article) if line.span.covers(sentence[:2])), None)
    return Told(
        article.id,
        event.id,
        outlet,
        article.published.value if article.published else None,
        article.language,
        event.status.value,
        tuple(p.name for p in event.source),
        tuple(p.name for p in event.target),
        event.date.value if event.date else None,
        event.place.name if event.place else None,
        event.plover,
        event.mode,
        speaker,
        event.statement,
        " ".join(sentence.of(article.text).split()),
        "" if line is None else f"par. {line.number}" if line.number else line.kind.replace("_", " "),
        sentence.start,
        sentence.end,
        event.contexts,
    )


def _in_form(event: EventRow, told: list[Told], form: Form) -> Response:
    if form is Form.JSON:
        rows = [msgspec.json.decode(one.to_json()) for one in told]
        whole = {
            "schema": "dateline.event/1",
            "event": msgspec.json.decode(event.to_json()),
            "reports": rows,
        }
        return json_answer(whole)
    if form is Form.CSV:
        return csv_answer(_COLUMNS, ([getattr(one, name) for name in _COLUMNS] for one in told))
    if form is Form.GEOJSON:
        raise refused("The map of events is at /explore?view=map: an event has .json, .csv and .md.")
    items = (
        (
            f"{one.outlet or 'outlet not named'}: {one.status}",
            f"“{one.words}”",
            f"{one.article}#{one.report}",
        )
        for one in told
    )
    return markdown_answer(list_in_markdown(event.text, items))
