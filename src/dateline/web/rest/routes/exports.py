"""A query as files for other tools."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query, Response
from pydantic import Field
from starlette.responses import StreamingResponse

from dateline.products.exports import Format, Text
from dateline.web.rest import described
from dateline.web.rest.asking import Asked
from dateline.web.rest.exported import ENDINGS, MEDIA_TYPES, exported, in_pieces
from dateline.web.rest.questions import DirectedActs
from dateline.web.rest.writing import HEADERS

ROUTER = APIRouter(tags=["Exports"])


class ExportAsked(DirectedActs):
    """Which events, and how much of the pages' own words."""

    text: Annotated[
        Text,
        Field(
            description="How much of the pages' own words goes out: all, passages of a few words, only their places, or neither."
        ),
    ] = Text.QUOTES


_ANSWER = described.described("The files.", {})
_ANSWER[200]["content"] = {media_type: {} for media_type in dict.fromkeys(MEDIA_TYPES.values())}


@ROUTER.get("/exports/{to}", summary="Export", responses=_ANSWER)
def exports(
    collection: Asked,
    to: Annotated[
        Format,
        Path(description="As what: parquet, csv and gdelt come as a zip file, the others as one file."),
    ],
    asked: Annotated[ExportAsked, Query()],
) -> Response:
    """The collection, or the events that filters let through and the pages that report them, for other tools: what `dateline export` writes. The same
    collection gives the same bytes. One export is made at a time."""
    filters = {name: value for name, value in asked.filters.items() if name != "text"}
    file = exported(collection, to, asked.text, filters)
    name = {"Content-Disposition": f'attachment; filename="dateline.{ENDINGS[to]}"'}
    return StreamingResponse(in_pieces(file), 200, {**HEADERS, **name}, MEDIA_TYPES[to])
