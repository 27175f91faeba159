"""The list of stories: `/stories`, and the same as JSON, CSV, Markdown and GeoJSON."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from dateline.products.dates import spread
from dateline.store.clock import now, today
from dateline.web.formats import Form, form_addresses, split_form
from dateline.web.links import list_address
from dateline.web.moments import moment_in_words
from dateline.web.pages import page
from dateline.web.screens.stories.asked import Asked, Sort, asked_of
from dateline.web.screens.stories.facets import chips, facet_views
from dateline.web.screens.stories.histogram import histogram_of
from dateline.web.screens.stories.listing import MAPPED, SHOWN, WRITTEN, Row, listing_of, reports_of
from dateline.web.screens.stories.rail import rail_of
from dateline.web.screens.stories.writing import written
from dateline.web.settings import keep_seen, settings_of
from dateline.web.site import site_of

_SORTS = (
    (Sort.DATE, "date"),
    (Sort.INDEPENDENT, "independent sources"),
    (Sort.CONFLICT, "newly in conflict"),
)
_MOST = {Form.PAGE: SHOWN, Form.GEOJSON: MAPPED}
_TOLD = {
    "merged": "The stories are one now.",
    "parted": "The stories are parted now.",
    "followed": "You follow it now.",
    "seen": "Conflicts that come from now on are marked as new.",
}


def stories(request: Request) -> Response:
    """The list, in the format that the address ends with."""
    form = split_form(request.url.path)[1]
    asked, collection = asked_of(request), site_of(request).collection
    listing = listing_of(collection, asked, _MOST.get(form, WRITTEN))
    if form is not Form.PAGE:
        return written(request, collection, listing, form)
    settings = settings_of(request)
    seen = settings.seen or f"{today() - timedelta(days=1)}T00:00:00Z"
    return page(
        request,
        "stories/list.html.j2",
        title=listing.words[:1].upper() + listing.words[1:],
        forms=form_addresses(request, Form.JSON, Form.CSV, Form.MARKDOWN, Form.GEOJSON),
        asked=asked,
        listing=listing,
        facets=facet_views(request, collection, listing),
        chips=tuple(chips(request, asked)),
        sorts=_SORTS,
        histogram=histogram_of(collection, listing),
        rail=rail_of(collection, listing, seen),
        seen=seen,
        moment=lambda value: moment_in_words(value, settings),
        span=spread(day for row in listing.newest for day in (row.last_day,) if day),
        reports=reports_of(listing.newest),
        confirmed=sum(row.independent > 1 for row in listing.newest),
        day_counts=lambda day, rows: _day_words(listing.days, day, rows),
        follow_address=_follow(asked),
        told=_TOLD.get(request.query_params.get("told", "")),
    )


def look(_: Request) -> Response:
    """Conflicts were looked at: those that come from now on are news."""
    return keep_seen(RedirectResponse("/stories?told=seen", 303), now())


def _day_words(days: Mapping[int | None, int], day: str, rows: list[Row]) -> str:
    """`6 stories, 3 shown`."""
    count = days.get(date.fromisoformat(day).toordinal(), len(rows)) if day else len(rows)
    said = "1 story" if count == 1 else f"{count:,} stories"
    return said if count <= len(rows) else f"{said}, {len(rows)} shown"


def _follow(asked: Asked) -> str:
    """The page on which what is shown can be followed."""
    first = {name: next(iter(getattr(asked, name)), None) for name in ("actor", "root", "status")}
    return list_address("/follow", q=asked.query or None, **first)
