"""The search: `/search?q=`."""

from __future__ import annotations

from typing import Any

import msgspec
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from dateline.model.codec import plain
from dateline.products.briefing.markdown import escaped
from dateline.store import Collection, Order, QueryError
from dateline.web.addresses import with_params
from dateline.web.answers import csv_answer
from dateline.web.formats import MEDIA_TYPES, Form, form_addresses, split_form
from dateline.web.pages import page
from dateline.web.screens.searching.found import NAMES, Hit, hits_of, meant, narrowings
from dateline.web.site import site_of

_SHOWN, _WRITTEN, _LONGEST, _FURTHEST = 20, 100, 2_000, 1_000
_COLUMNS = ("article", "day", "outlet", "title", "story", "score", "words")


def search(request: Request) -> Response:
    """Pages that were found, in the format that the address ends with."""
    form = split_form(request.url.path)[1]
    query, collection = request.query_params.get("q", "").strip(), site_of(request).collection
    if len(query) > _LONGEST:
        raise HTTPException(400, f"The query has {len(query):,} letters: {_LONGEST:,} are the most.")
    address = meant(collection, query) if query and form is Form.PAGE else None
    if address:
        return RedirectResponse(address, 303)
    try:
        return _answer(request, collection, query, form)
    except QueryError as error:
        if form is not Form.PAGE:
            raise
        return _explained(request, query, error)


def _answer(request: Request, collection: Collection, query: str, form: Form) -> Response:
    order, passed = _order(request), _cursor(request)
    most = _SHOWN if form is Form.PAGE else _WRITTEN
    found = collection.search(query, limit=most, offset=passed, order=order)
    hits = hits_of(collection, found.hits)
    following = passed + most if passed + most < found.matched else None
    if form is not Form.PAGE:
        return _written(request, hits, found.matched, following, form)
    counts = collection.counts(query) if found.matched else {}
    return page(
        request,
        "searching/search.html.j2",
        title=f"{query or 'All pages'} – search",
        forms=form_addresses(request, Form.JSON, Form.CSV, Form.MARKDOWN),
        asked=query,
        order=order,
        found=found,
        hits=hits,
        facets=[
            (facet, NAMES[facet][0], narrowings(request, query, facet, counts[facet]))
            for facet in NAMES
            if facet in counts
        ],
        following=following,
        passed=passed,
    )


def _order(request: Request) -> Order:
    given = request.query_params.get("order") or Order.BEST.value
    if given not in set(Order):
        raise HTTPException(400, f"order: {given[:40]!r} is none of {', '.join(Order)}.")
    return Order(given)


def _cursor(request: Request) -> int:
    given = request.query_params.get("cursor") or "0"
    if not given.isascii() or not given.isdigit() or int(given[:9]) > _FURTHEST:
        raise HTTPException(400, f"cursor: {given[:40]!r} is no number up to {_FURTHEST:,}.")
    return int(given)


def _explained(request: Request, query: str, error: QueryError) -> Response:
    """What cannot be read, with its place."""
    place = max(0, min(error.letter - 1, len(query)))
    end = next((i for i in range(place + 1, len(query)) if query[i].isspace()), len(query))
    parts = (query[:place], query[place:end] or " ", query[end:])
    shown = {"asked": query, "fault": str(error), "parts": parts}
    return page(request, "searching/fault.html.j2", status=400, title="The query cannot be read", **shown)


def _written(request: Request, hits: list[Hit], matched: int, following: int | None, form: Form) -> Response:
    if form is Form.CSV:
        return csv_answer(_COLUMNS, map(_cells, hits))
    if form is Form.MARKDOWN:
        return Response(_markdown(request, hits), media_type=MEDIA_TYPES[form])
    record = {
        "schema": "dateline.search/1",
        "matched": matched,
        "hits": [{**plain(hit.hit), "story": hit.story, "headline": hit.headline} for hit in hits],
        "next": with_params(request, cursor=str(following)) if following is not None else None,
    }
    return Response(msgspec.json.encode(record), media_type=MEDIA_TYPES[form])


def _cells(one: Hit) -> list[Any]:
    hit, words = one.hit, " … ".join(" ".join(passage.text.split()) for passage in one.hit.passages)
    return [hit.article, hit.day, hit.outlet, hit.title, one.story, hit.score, words]


def _markdown(request: Request, hits: list[Hit]) -> str:
    base = str(request.base_url).rstrip("/")
    lines = []
    for one in hits:
        hit = one.hit
        lines.append(f"- [{escaped(hit.title or 'untitled')}]({base}{one.address})")
        lines.append(f"  {escaped(hit.outlet or 'unnamed outlet')}, {hit.day or 'undated'}")
        lines += [f"  “{escaped(' '.join(passage.text.split()))}”" for passage in hit.passages]
    return "\n".join([*lines, ""])
