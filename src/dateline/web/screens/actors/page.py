"""All that the page of an actor shows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import msgspec
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from dateline.model import Reading
from dateline.products.pictures.dyad import dyad_picture
from dateline.products.pictures.picture import Picture
from dateline.store import ArticleRow, Collection, EventRow, NameRow
from dateline.web.answers import csv_answer, json_answer, markdown_answer
from dateline.web.asked import day, one, refused
from dateline.web.formats import Form, form_addresses, split_form
from dateline.web.listed import list_in_markdown
from dateline.web.pages import page
from dateline.web.readable import readable
from dateline.web.screens.actors.in_tables import InTables, in_tables
from dateline.web.screens.actors.mentioned import Mentioned, mentioned
from dateline.web.screens.actors.merging import leads_on, merging_of
from dateline.web.screens.actors.subject import Subject, subject_of
from dateline.web.screens.actors.with_whom import Counterpart, by_month, counterparts, stands_opposite
from dateline.web.site import site_of
from dateline.web.who import known_name

_PAGES, _EVENTS, _SHOWN, _MOST_NAMES = 15, 300, 5, 8


@dataclass(frozen=True, slots=True)
class Told:
    """What a collection tells of somebody. `names` are those under which it counts them."""

    subject: Subject
    name: str
    at: str | None
    names: tuple[NameRow, ...]
    tables: InTables
    articles: tuple[ArticleRow, ...]
    mentioned: Mentioned
    events: tuple[EventRow, ...]
    counterparts: tuple[Counterpart, ...]


def show_actor(request: Request) -> Response:
    """The page of somebody, or its content in another format."""
    id, form = split_form(request.path_params["actor"])
    collection = site_of(request).collection
    if (kept := leads_on(request, collection, id, form)) is not None:
        return kept
    told = _told(collection, id, day(request, "at"))
    if form is not Form.PAGE:
        return _in_form(told, form)
    opposite = one(request, "with") or next((row.id for row in told.counterparts), None)
    picture = _picture(collection, told, opposite) if opposite else None
    return page(
        request,
        "actors/actor.html.j2",
        title=told.name,
        forms=form_addresses(request, Form.JSON, Form.CSV, Form.MARKDOWN),
        told=told,
        most_events=_EVENTS,
        counts=_counts(collection, id),
        said=list(collection.statements(said_by=id).limit(_SHOWN)),
        about=list(collection.statements(names=id).limit(_SHOWN)),
        as_source=list(collection.events(source=id).limit(_SHOWN)),
        as_target=list(collection.events(target=id).limit(_SHOWN)),
        opposite=opposite,
        picture=picture,
        drawn=picture.to_inline(prefix="dyad") if picture else "",
        **merging_of(request, collection, told.subject),
    )


def _told(collection: Collection, id: str, at: date | None) -> Told:
    """
    Raises:
        HTTPException: 404, when neither the tables nor a page know of them.
    """
    subject = subject_of(id)
    articles = tuple(collection.articles(actor=id).limit(_PAGES)) if subject else ()
    if subject is None or (subject.entity is None and not articles):
        what = f"Nobody has the id {id[:80]!r}, in the tables or on a page: /actors lists who is named."
        raise HTTPException(404, what)
    on = at.isoformat() if at else next((row.day for row in articles if row.day), None)
    found = (readable(collection, row.id) for row in articles)
    readings = [reading for reading in found if reading is not None]
    events = tuple(collection.events(actor=id).limit(_EVENTS))
    return Told(
        subject,
        subject.entity.name if subject.entity else _name_in(readings, subject),
        on,
        tuple(collection.names_in_pages(id).limit(_MOST_NAMES)),
        in_tables(subject, on),
        articles,
        mentioned(subject, readings),
        events,
        tuple(counterparts(subject, events)),
    )


def _name_in(readings: Iterable[Reading], subject: Subject) -> str:
    """What pages call somebody whom the tables do not have."""
    names = (m.name for reading in readings for m in reading.mentions if subject.is_named_by(m))
    return next(names, subject.id)


def _counts(collection: Collection, id: str) -> dict[str, int]:
    """How many rows there are of each kind; an index alone tells each."""
    return {
        "said": collection.statements(said_by=id).count(),
        "about": collection.statements(names=id).count(),
        "source": collection.events(source=id).count(),
        "target": collection.events(target=id).count(),
        "articles": collection.articles(actor=id).count(),
    }


def _picture(collection: Collection, told: Told, opposite: str) -> Picture:
    """The two over time: by the events that are at hand, or those between them where none of these is."""
    subject = told.subject
    events = [event for event in told.events if stands_opposite(subject, event, opposite)]
    if not events:
        events = list(collection.events(between=(subject.id, opposite)).limit(_EVENTS))
    name = next(
        (row.name for row in told.counterparts if row.id == opposite), known_name(opposite) or opposite
    )
    return dyad_picture(events, told.name, name)


def _in_form(told: Told, form: Form) -> Response:
    if form is Form.GEOJSON:
        raise refused(
            "The map of somebody's events is at /explore?view=map: ask here for .json, .csv or .md."
        )
    if form is Form.CSV:
        columns = ("with", "with_actor", "month", "quad", "status", "events")
        counts = sorted(
            by_month(told.subject, told.events).items(), key=lambda item: (item[0][0], item[0][2:])
        )
        return csv_answer(columns, ((*key, count) for key, count in counts))
    if form is Form.MARKDOWN:
        items = (
            (f"{row.name}: {row.events} events, {row.happened} happened, {row.conflict} of conflict", row.id)
            for row in told.counterparts
        )
        return markdown_answer(list_in_markdown(f"{told.name} ({told.subject.id})", items))
    parts = {"tables": told.tables, "mentioned": told.mentioned}
    lists = {"names": told.names, "articles": told.articles, "with_whom": told.counterparts}
    decoded = {name: msgspec.json.decode(record.to_json()) for name, record in parts.items()}
    listed = {name: [msgspec.json.decode(row.to_json()) for row in rows] for name, rows in lists.items()}
    head = {"schema": "dateline.actor/1", "actor": told.subject.id, "name": told.name, "at": told.at}
    return json_answer({**head, **decoded, **listed})
