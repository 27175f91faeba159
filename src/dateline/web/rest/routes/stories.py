"""Reports of one occurrence together."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response

from dateline.model import Stories
from dateline.store import StoryRow
from dateline.web.rest import described
from dateline.web.rest.asking import Asked
from dateline.web.rest.forms import TABLES, form_of
from dateline.web.rest.parts import part_of_rows
from dateline.web.rest.questions import Question, StoriesAsked
from dateline.web.rest.values import StoryId
from dateline.web.rest.writing import sent_part, sent_record

ROUTER = APIRouter(tags=["Stories"])


@ROUTER.get(
    "/stories",
    summary="List stories",
    responses=described.rows(StoryRow, "Stories, those with the latest report first."),
)
def stories(request: Request, collection: Asked, asked: Annotated[StoriesAsked, Query()]) -> Response:
    """Stories, those with the latest report first; `about` are words of the headline."""
    form = form_of(request, asked.format, TABLES)
    rows = collection.stories(**asked.filters)
    return sent_part(request, part_of_rows(request, rows, asked, StoryRow), form)


@ROUTER.get(
    "/stories/{story}",
    summary="One story with its facts",
    responses=described.one(Stories, "The story: `stories` holds it alone."),
)
def story(
    collection: Asked,
    story: Annotated[
        StoryId, Path(description="The id of a story; one from before a merge leads to it too.")
    ],
    _: Annotated[Question, Query()],
) -> Response:
    """A story: its reports, who copied whom, each fact with what every report does with it, and quotations aligned across reports. The record is that
    of `dateline stories --to json`."""
    return sent_record(Stories((collection.story(story),)))
