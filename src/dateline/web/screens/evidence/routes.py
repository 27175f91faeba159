"""Addresses of a page: what was read in it, the page as it is kept, citations of it."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dateline.products.citations import CitationFormat, UnknownReferenceError, passages_of, written
from dateline.web.asked import one, refused
from dateline.web.formats import Form, split_form
from dateline.web.pages import page
from dateline.web.screens.evidence.deciding import correct, undo
from dateline.web.screens.evidence.kept import kept_answer
from dateline.web.screens.evidence.other_forms import in_form
from dateline.web.screens.evidence.view import evidence_of
from dateline.web.site import site_of


def _show(request: Request) -> Response:
    article, form = split_form(request.path_params["article"])
    collection = site_of(request).collection
    reading = collection.reading(article)
    if form is Form.GEOJSON:
        raise refused("A page has no map of its own: ask for .json, .csv or .md.")
    if form is not Form.PAGE:
        across = {row.id: row.event for row in collection.reports(article=article) if row.event}
        return in_form(reading, across, form)
    return page(request, "evidence/page.html.j2", **evidence_of(request, collection, reading))


def _raw(request: Request) -> Response:
    return kept_answer(
        site_of(request).collection.page(request.path_params["article"]), request.path_params["article"]
    )


def _cite(request: Request) -> Response:
    """A citation as a file; `to` is the format, `ev` the record."""
    article, record = request.path_params["article"], one(request, "ev")
    to = CitationFormat(one(request, "to", CitationFormat) or CitationFormat.TEXT)
    try:
        passages = passages_of(site_of(request).collection, f"{article}#{record}" if record else article)
    except UnknownReferenceError as error:
        raise refused(str(error)) from error
    return Response(written(passages, to), media_type="text/plain; charset=utf-8")


ROUTES = [
    Route("/a/{article}/raw", _raw),
    Route("/a/{article}/cite", _cite),
    Route("/a/{article}/corrections", correct, methods=["POST"]),
    Route("/a/{article}/corrections/undo", undo, methods=["POST"]),
    Route("/a/{article}", _show),
]
