"""`/actors`, and `/actor/ID`."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dateline.web.answers import csv_of_part, json_of_part, markdown_answer
from dateline.web.asked import chips, days, refused, several
from dateline.web.filter_form import Input, filled, labels
from dateline.web.formats import Form, form_addresses, split_form
from dateline.web.listed import list_in_markdown, routes_in_forms
from dateline.web.pages import page
from dateline.web.row_parts import part_of
from dateline.web.screens.actors.page import show_actor
from dateline.web.site import site_of
from dateline.web.who import known_name

_INPUTS = (
    Input("about", "Letters of the name", example="tokayev"),
    Input("state", "State", example="KAZ"),
    Input("outlet", "Named by outlet", example="its name or id"),
    Input("from", "From", "date"),
    Input("to", "To", "date"),
)
_COLUMNS = ("actor", "name", "state", "articles", "mentions")


def _actors(request: Request) -> Response:
    form = split_form(request.url.path)[1]
    when = days(request)
    rows = site_of(request).collection.actors(
        actor=several(request, "state"),
        about=several(request, "about"),
        outlet=several(request, "outlet"),
        after=when.after,
        before=when.before,
    )
    part = part_of(request, rows)
    if form is Form.JSON:
        return json_of_part("dateline.actors/1", part)
    if form is Form.CSV:
        return csv_of_part(part, _COLUMNS)
    if form is Form.MARKDOWN:
        items = (
            (f"{row.name}, {row.articles} articles, {row.mentions} times", row.actor) for row in part.rows
        )
        return markdown_answer(list_in_markdown("Who is named", items))
    if form is Form.GEOJSON:
        raise refused("Actors have no map: ask for .json, .csv or .md.")
    return page(
        request,
        "actors/list.html.j2",
        title="Actors",
        forms=form_addresses(request, Form.JSON, Form.CSV, Form.MARKDOWN),
        part=part,
        inputs=filled(request, _INPUTS),
        chips=chips(request, labels(_INPUTS)),
        known={row.actor: known_name(row.actor) or row.name for row in part.rows},
        most=max((row.articles for row in part.rows), default=1),
    )


ROUTES = [*routes_in_forms("/actors", _actors), Route("/actor/{actor:path}", show_actor)]
