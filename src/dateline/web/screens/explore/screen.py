"""The screen Explore."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from dateline.model import Status
from dateline.ontology import Ontology
from dateline.web.formats import Form, form_addresses, split_form
from dateline.web.links import actor_address, article_address, story_address
from dateline.web.pages import page
from dateline.web.screens.explore.answers import answer
from dateline.web.screens.explore.examples import as_sql
from dateline.web.screens.explore.facets import facets_of
from dateline.web.screens.explore.found import Found, found_for
from dateline.web.screens.explore.pictures import lanes_for, map_of, network_of
from dateline.web.screens.explore.question import FILTERS, VIEWS, Question, question_of
from dateline.web.screens.explore.sql import show_sql
from dateline.web.screens.explore.table import table_of
from dateline.web.site import site_of

_ROWS_AMONG_ALL, _LANES_AMONG_ALL, _LANES = 12, 10, 24
_FORMS = (Form.JSON, Form.CSV, Form.MARKDOWN, Form.GEOJSON)


def show(request: Request) -> Response:
    """Events that answer a question, as a page or in a format."""
    form = split_form(request.url.path)[1]
    if "form" in request.path_params and not form:
        raise HTTPException(404)
    question = question_of(request)
    if question.view == "sql":
        return show_sql(request, form)
    collection = site_of(request).collection
    found = found_for(collection, question)
    if form:
        return answer(request, question, found, form)
    ids = {actor: name for name, actor in found.ids().items()}
    return page(
        request,
        "explore/events.html.j2",
        title=f"{found.said[0].upper()}{found.said[1:]}",
        forms=form_addresses(request, *_FORMS),
        question=question_of(request, ids),
        found=found,
        views=VIEWS,
        labels=FILTERS,
        statuses=list(Status),
        roots=Ontology.load().roots,
        article_address=article_address,
        actor_address=actor_address,
        story_address=story_address,
        sql_address=_as_sql(request, question),
        **_parts(request, question, found),
    )


def _as_sql(request: Request, question: Question) -> str | None:
    sql = as_sql(question.filters)
    is_there = site_of(request).collection.holdings.database.is_sqlite
    return "/explore?" + urlencode({"view": "sql", "sql": sql}) if sql and is_there else None


def _parts(request: Request, question: Question, found: Found) -> dict[str, Any]:
    """What the views that are shown need."""
    view, is_all = question.view, question.view == "all"
    lanes, apart = (None, 0)
    if view in ("all", "time"):
        lanes, apart = lanes_for(request, found, question, most=_LANES_AMONG_ALL if is_all else _LANES)
    collection = site_of(request).collection
    table = None
    if view in ("all", "table"):
        table = table_of(
            request, collection, found, question, **({"most": _ROWS_AMONG_ALL} if is_all else {})
        )
    return {
        "map": map_of(request, found) if view in ("all", "map") else None,
        "lanes": lanes,
        "apart": apart,
        "net": network_of(request, found, question) if view in ("all", "net") else None,
        "table": table,
        "facets": facets_of(request, found) if view == "table" else (),
    }
