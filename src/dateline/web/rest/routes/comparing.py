"""Two pages side by side."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Response
from pydantic import Field

from dateline import api
from dateline.model import Stories
from dateline.products.answers.faults import AskedWrongly
from dateline.web.rest import described
from dateline.web.rest.asking import Asked
from dateline.web.rest.questions import Question
from dateline.web.rest.values import ArticleId
from dateline.web.rest.writing import sent_record

ROUTER = APIRouter(tags=["Stories"])


class CompareAsked(Question):
    """Which two."""

    a: Annotated[ArticleId, Field(description="The id of a page.")]
    b: Annotated[ArticleId, Field(description="The id of another page.")]


@ROUTER.get(
    "/compare",
    summary="Compare two pages",
    responses=described.one(Stories, "Both as one story, whether or not they are of one."),
)
def compare(collection: Asked, asked: Annotated[CompareAsked, Query()]) -> Response:
    """The facts of two pages and what each does with them: reports, differs or omits; and who copied whom. The record is that of a story."""
    if asked.a == asked.b:
        raise AskedWrongly("a and b are one and the same page: give two.")
    story = api.compare(collection.reading(asked.a), collection.reading(asked.b))
    return sent_record(Stories((story,)))
