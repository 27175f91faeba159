"""Pages, and what was read in them."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response

from dateline.model import Reading
from dateline.store import ArticleRow
from dateline.web.rest import described
from dateline.web.rest.asking import Asked
from dateline.web.rest.forms import TABLES, form_of
from dateline.web.rest.parts import part_of_rows
from dateline.web.rest.questions import ArticlesAsked, Question
from dateline.web.rest.values import ArticleId
from dateline.web.rest.writing import sent_part, sent_record

ROUTER = APIRouter(tags=["Pages"])


@ROUTER.get(
    "/articles",
    summary="List pages",
    responses=described.rows(
        ArticleRow, "Pages, newest first, without versions that others took the place of."
    ),
)
def articles(request: Request, collection: Asked, asked: Annotated[ArticlesAsked, Query()]) -> Response:
    """Pages, newest first. Filters narrow the list: each that is given has to hold."""
    form = form_of(request, asked.format, TABLES)
    rows = collection.articles(**asked.filters)
    return sent_part(request, part_of_rows(request, rows, asked, ArticleRow), form)


@ROUTER.get(
    "/articles/{article}",
    summary="One page, read",
    responses=described.one(Reading, "All that was read in the page."),
)
def article(
    collection: Asked,
    article: Annotated[ArticleId, Path(description="The id of a page, of any version.")],
    _: Annotated[Question, Query()],
) -> Response:
    """The text of a page with its blocks, who is named in it, who said what, and who did what to whom. `text[start:end]` of a span are the words
    that say so, in code points."""
    return sent_record(collection.reading(article))
