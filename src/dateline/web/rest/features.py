"""Events as GeoJSON."""

from __future__ import annotations

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from dateline.products.exports import Text
from dateline.products.exports.contents import Contents
from dateline.products.exports.geojson import event_features
from dateline.products.exports.rights import Rights
from dateline.products.exports.selection import Filters, Selection
from dateline.store import Collection, EventRow
from dateline.web.rest.forms import Form
from dateline.web.rest.parts import Part
from dateline.web.rest.writing import link_to, next_address, sent


def sent_features(request: Request, collection: Collection, part: Part) -> Response:
    """Events as features, as an export has them; of the pages' words passages as short as there."""
    ids = [item.id for item in part.items if isinstance(item, EventRow)]
    with collection.holdings.database.reading() as connection:
        contents = Contents(connection, Selection(Filters()))
        features = event_features(contents, Rights(Text.QUOTES), ids)
    body = msgspec.json.encode({"type": "FeatureCollection", "features": features})
    return sent(body, Form.GEOJSON, link_to(next_address(request, part)))
