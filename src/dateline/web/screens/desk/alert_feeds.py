"""What an alert matches, as a feed that any reader of feeds can follow."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from dateline.products.exports import Format, Text, export
from dateline.web.site import site_of

_FEEDS = {
    "atom": (Format.ATOM, "application/atom+xml"),
    "json": (Format.JSONFEED, "application/feed+json"),
}


def alert_feed(request: Request) -> Response:
    """What an alert matches, as a feed that any reader of feeds can follow."""
    name, form = request.query_params.get("name", ""), request.path_params["form"]
    if form not in _FEEDS:
        raise HTTPException(404)
    to, media_type = _FEEDS[form]
    with TemporaryDirectory() as folder:
        place = Path(folder) / "feed"
        export(site_of(request).collection, to=to, path=place, text=Text.QUOTES, alert=name)
        return Response(place.read_bytes(), media_type=media_type)
