"""Who said what."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from dateline.store import StatementRow
from dateline.web.rest import described
from dateline.web.rest.asking import Asked
from dateline.web.rest.forms import TABLES, form_of
from dateline.web.rest.parts import part_of_rows
from dateline.web.rest.questions import StatementsAsked
from dateline.web.rest.writing import sent_part

ROUTER = APIRouter(tags=["Statements"])


@ROUTER.get(
    "/statements",
    summary="Who said what",
    responses=described.rows(StatementRow, "Statements, those of the newest pages first."),
)
def statements(request: Request, collection: Asked, asked: Annotated[StatementsAsked, Query()]) -> Response:
    """What people are reported to have said or thought, in quotation marks or reworded, those of the newest pages first. `ARTICLE#ID` is the id of a
    statement for `/evidence`."""
    form = form_of(request, asked.format, TABLES)
    rows = collection.statements(**asked.filters)
    return sent_part(request, part_of_rows(request, rows, asked, StatementRow), form)
