"""The list of stories as JSON, CSV, Markdown and GeoJSON."""

from __future__ import annotations

from typing import Any

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from dateline.model.codec import plain
from dateline.products.briefing.markdown import escaped
from dateline.products.exports.places import located
from dateline.products.wording import independence
from dateline.store import Collection, EventRow
from dateline.web.addresses import with_params
from dateline.web.answers import csv_answer
from dateline.web.formats import MEDIA_TYPES, Form
from dateline.web.links import article_address, story_address
from dateline.web.screens.stories.listing import Listing, Row

_COLUMNS = (
    "id", "headline", "first_day", "last_day", "reports", "outlets", "independent", "support", "status", "root", "mode", "source",
    "target", "date", "place", "place_precision", "words", "article", "start", "end", "outlet",
)  # fmt: skip


def written(request: Request, collection: Collection, listing: Listing, form: Form) -> Response:
    """A part of the list in a format."""
    if form is Form.JSON:
        return Response(msgspec.json.encode(_json(request, listing)), media_type=MEDIA_TYPES[form])
    if form is Form.CSV:
        return csv_answer(_COLUMNS, map(_cells, listing.rows))
    if form is Form.MARKDOWN:
        return Response(_markdown(request, listing), media_type=MEDIA_TYPES[form])
    stories = [row.story.id for row in listing.rows]
    events = collection.events(story=stories) if stories else ()
    record = {**features(events), "next": _next(request, listing)}
    return Response(msgspec.json.encode(record), media_type=MEDIA_TYPES[form])


def _json(request: Request, listing: Listing) -> dict[str, Any]:
    return {
        "schema": "dateline.story_list/1",
        "total": listing.total,
        "stories": [_record(row) for row in listing.rows],
        "next": _next(request, listing),
    }


def _next(request: Request, listing: Listing) -> str | None:
    """The address of the stories that follow."""
    return with_params(request, cursor=str(listing.following)) if listing.following is not None else None


def _record(row: Row) -> dict[str, Any]:
    told = row.told
    return {
        **plain(row.story),
        "support": told.support.value,
        "facts": {support.value: count for support, count in told.facts.items()},
        "lead": plain(told.lead),
        "evidence": plain(told.quoted),
        "address": story_address(row.story.id),
    }


def _cells(row: Row) -> list[Any]:
    story, lead, quoted = row.story, row.told.lead, row.told.quoted
    led = (
        [lead.status, lead.root, lead.mode, lead.source, lead.target, lead.date, lead.place]
        if lead
        else [None] * 7
    )
    said = (
        [
            lead.place_precision if lead else None,
            quoted.text,
            quoted.article,
            quoted.start,
            quoted.end,
            quoted.outlet,
        ]
        if quoted
        else [None] * 6
    )
    days = [story.first_day, story.last_day, story.reports, story.outlets, story.independent]
    return [story.id, story.headline, *days, row.told.support.value, *led, *said]


def _markdown(request: Request, listing: Listing) -> str:
    base = str(request.base_url).rstrip("/")
    lines = [f"# {listing.words[:1].upper()}{listing.words[1:]}", ""]
    for row in listing.rows:
        story, lead, quoted = row.story, row.told.lead, row.told.quoted
        lines.append(f"- [{escaped(story.headline)}]({base}{story_address(story.id)})")
        marks = [lead.status if lead else "nothing coded", row.told.support.value.replace("_", " ")]
        counts = f"{independence(story.independent, story.reports)}, last {story.last_day or 'undated'}"
        lines.append(f"  {', '.join(marks)}; {counts}")
        if quoted:
            address = base + article_address(
                quoted.article, event=quoted.event, at=(quoted.start, quoted.end)
            )
            lines.append(
                f"  “{escaped(quoted.text)}” [{escaped(quoted.outlet or 'unnamed outlet')}]({address})"
            )
    return "\n".join([*lines, ""])


def features(events: Any) -> dict[str, Any]:
    """Events as GeoJSON: only a city is a point, what is coarser or nowhere has no geometry."""
    return {"type": "FeatureCollection", "features": [_feature(event) for event in events]}


def _feature(event: EventRow) -> dict[str, Any]:
    place = located(event.place, event.place_id, event.place_precision)
    city = place.city if place else None
    told = plain(event)
    properties = {name: value for name, value in told.items() if name != "id"}
    properties |= {"precision": place.precision if place else None, "state": place.state if place else None}
    return {
        "type": "Feature",
        "id": event.id,
        "geometry": {"type": "Point", "coordinates": [city.longitude, city.latitude]} if city else None,
        "properties": properties,
    }
