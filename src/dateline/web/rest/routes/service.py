"""Whether the service is there, and what it is."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Response

from dateline.knowledge import Knowledge
from dateline.version import __version__
from dateline.web.keeping import NOT_KEPT
from dateline.web.rest import described
from dateline.web.rest.asking import Asked
from dateline.web.rest.questions import Question
from dateline.web.rest.records import Health, Version
from dateline.web.rest.writing import sent_record

ROUTER = APIRouter(tags=["Service"])


@ROUTER.get(
    "/health",
    summary="Is it there",
    responses=described.one(Health, "It answers, and can read its collection."),
)
def health(collection: Asked, _: Annotated[Question, Query()]) -> Response:
    """Whether the collection can be read, now."""
    list(collection.articles().limit(1))
    answer = sent_record(Health("ok"))
    answer.headers["Cache-Control"] = "no-store"
    answer.headers[NOT_KEPT] = "1"
    return answer


@ROUTER.get(
    "/version",
    summary="What answers",
    responses=described.one(Version, "Versions of the program, the interface and the tables."),
)
def version(_: Annotated[Question, Query()]) -> Response:
    """Which program, and which tables of who exists."""
    return sent_record(Version(__version__, "1", Knowledge.load().version))
