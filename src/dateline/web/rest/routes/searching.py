"""Pages by their words."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from pydantic import Field, StringConstraints

from dateline.store import Order, ShownHit
from dateline.web.rest import described
from dateline.web.rest.asking import Asked
from dateline.web.rest.forms import PLAIN, form_of
from dateline.web.rest.parts import part_after, passed_before
from dateline.web.rest.questions import Parted, Question
from dateline.web.rest.records import Counts
from dateline.web.rest.writing import sent_part, sent_record

ROUTER = APIRouter(tags=["Search"])

_Query = Annotated[
    str,
    StringConstraints(min_length=1, max_length=1_000, pattern=r"^[^\x00]+$"),
    Field(
        description='Words that must all stand in the page; "a phrase"; begin* of a word; OR; -not; and fields: actor:Tokayev actor:KAZ '
        'outlet:"Harbour Courier" type:CONSULT status:planned said-by:Tokayev about:pipeline lang:en after:2024-03 before:2024-04.',
        examples=["minister ferry"],
    ),
]


class SearchAsked(Parted):
    """What is searched for."""

    q: _Query
    order: Annotated[Order, Field(description="`best` match or `newest` first.")] = Order.BEST


class CountsAsked(Question):
    """What is counted."""

    q: _Query
    most: Annotated[int, Field(ge=1, le=100, description="The most values of each.")] = 20


@ROUTER.get(
    "/search",
    summary="Search pages",
    responses=described.part(
        ShownHit,
        "Pages that match, with the sentences in which the words stand.",
        query={"type": "string", "description": "The query as it was understood."},
        matched={"type": "integer", "description": "How many pages match, 1,000 at most."},
        is_cut={"type": "boolean", "description": "Whether only the newest 1,000 that match were looked at."},
    ),
)
def search(request: Request, collection: Asked, asked: Annotated[SearchAsked, Query()]) -> Response:
    """Pages by words, phrases and fields."""
    form = form_of(request, asked.format, PLAIN)
    passed = passed_before(request, asked)
    found = collection.search(asked.q, limit=asked.limit + 1, offset=passed, order=asked.order)
    head = {"query": found.query, "matched": found.matched, "is_cut": found.is_cut}
    return sent_part(request, part_after(request, asked, passed, found.hits, ShownHit, **head), form)


@ROUTER.get(
    "/search/counts",
    summary="How pages that match are spread",
    responses=described.one(Counts, "Pages by outlet, month, language, actor, event type and status."),
)
def search_counts(collection: Asked, asked: Annotated[CountsAsked, Query()]) -> Response:
    """How the newest 1,000 pages that match are spread over outlets, months, languages, actors, event types and status."""
    counts = collection.counts(asked.q, most=asked.most)
    return sent_record(Counts(**{facet.value: found for facet, found in counts.items()}))
