"""Answers of Explore in other formats: events, or the numbers of the picture that is shown."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from dateline.model.codec import plain
from dateline.products.briefing.markdown import escaped
from dateline.products.exports.places import located
from dateline.products.pictures import Table
from dateline.store import EventRow
from dateline.web.answers import csv_answer, json_answer, markdown_answer
from dateline.web.formats import MEDIA_TYPES, Form
from dateline.web.screens.explore.found import Found
from dateline.web.screens.explore.pictures import lanes_for, map_of, network_of
from dateline.web.screens.explore.question import Question
from dateline.web.screens.explore.table import in_order

_COLUMNS = tuple(field.name for field in fields(EventRow))


def answer(request: Request, question: Question, found: Found, form: Form) -> Response:
    """The answer in a format: the table of the picture in view, else the events."""
    if form is Form.GEOJSON:
        return _geojson(found, question)
    table = _table_of_picture(request, question, found)
    if table is None:
        rows = in_order(found.rows, question.sort)
        if form is Form.JSON:
            return _json(found, [plain(row) for row in rows])
        table = Table(_COLUMNS, tuple(tuple(_cell(row, name) for name in _COLUMNS) for row in rows))
    if form is Form.JSON:
        return _json(found, [dict(zip(table.columns, row, strict=True)) for row in table.rows])
    if form is Form.CSV:
        return csv_answer(table.columns, table.rows)
    return markdown_answer(_markdown(request, found, table))


def _table_of_picture(request: Request, question: Question, found: Found) -> Table | None:
    match question.view:
        case "map":
            return map_of(request, found).table
        case "net":
            return network_of(request, found, question).table
        case "time":
            return lanes_for(request, found, question, most=1)[0].table
    return None


def _cell(row: EventRow, name: str) -> Any:
    value = getattr(row, name)
    return "|".join(part.replace("|", "/") for part in value) if isinstance(value, tuple) else value


def _json(found: Found, rows: list[Any]) -> Response:
    return json_answer(
        {
            "schema": "dateline.explore/1",
            "total": found.total,
            "since": found.since,
            "shown": len(found.rows),
            "rows": rows,
        }
    )


def _markdown(request: Request, found: Found, table: Table) -> str:
    lines = [f"# {found.said[0].upper()}{found.said[1:]}", "", escaped(str(request.url.query)), ""]
    lines += [f"| {' | '.join(table.columns)} |", f"|{'---|' * len(table.columns)}"]
    for row in table.rows:
        cells = ("" if cell is None else escaped(" ".join(str(cell).split())) for cell in row)
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join([*lines, ""])


def _geojson(found: Found, question: Question) -> Response:
    features = [_feature(row) for row in in_order(found.rows, question.sort)]
    whole = {"type": "FeatureCollection", "features": features}
    return Response(msgspec.json.encode(whole), media_type=MEDIA_TYPES[Form.GEOJSON])


def _feature(row: EventRow) -> dict[str, Any]:
    """An event; only a town of the tables is a point, whatever is coarser has no geometry."""
    place = located(row.place, row.place_id, row.place_precision)
    point = (
        {"type": "Point", "coordinates": [place.city.longitude, place.city.latitude]}
        if place and place.city
        else None
    )
    said = {"precision": place.precision if place else None, "state": place.state if place else None}
    return {"type": "Feature", "id": row.id, "geometry": point, "properties": plain(row) | said}
