"""Pictures of events and of a story's facts, and the numbers behind them."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from fastapi import APIRouter, Path, Query, Request, Response
from pydantic import Field

from dateline.products.collected_pictures import (
    PictureKind,
    picture_of_events,
    picture_of_story,
    picture_of_two,
)
from dateline.products.exports.tabular.csv_files import cell, lines
from dateline.products.pictures import Picture
from dateline.web.rest import described, values
from dateline.web.rest.asking import Asked
from dateline.web.rest.forms import Form, form_of
from dateline.web.rest.problems import Problem
from dateline.web.rest.questions import Acts, DirectedActs, PictureForm, Question
from dateline.web.rest.records import PictureAnswer
from dateline.web.rest.schemas import ref
from dateline.web.rest.writing import sent

ROUTER = APIRouter(prefix="/pictures", tags=["Pictures"])

_FORMS = (Form.SVG, Form.PNG, Form.JSON, Form.CSV)
_MOST_EVENTS = 20_000
_SVG_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
"""A picture has its style inside; it runs nothing and asks for nothing."""
_ANSWER = described.described(
    "The picture, or the table behind it.",
    {form: {} for form in _FORMS} | {Form.JSON: {"schema": ref(PictureAnswer)}},
)


class _Drawn(Question):
    title: values.Title = None
    theme: Annotated[
        Literal["auto", "light", "dark"] | None,
        Field(description="Light, dark, or as the reader's screen is set; without it auto, of a PNG light."),
    ] = None
    width: Annotated[
        int | None,
        Field(
            ge=200, le=4_000, description="How wide a PNG is, in pixels; an SVG is as wide as it is shown."
        ),
    ] = None
    format: PictureForm = None


class _OfEvents(_Drawn, Acts):
    about: values.About = None
    most: Annotated[
        int, Field(ge=1, le=_MOST_EVENTS, description="The newest so many events alone are drawn.")
    ] = 2_000

    @property
    def events(self) -> dict[str, object]:
        """Which events, as a collection takes it."""
        named = {"title", "theme", "width", "most", "between"}
        return {name: value for name, value in self.filters.items() if name not in named}


class EventsDrawn(_OfEvents, DirectedActs):
    """Which events, and how they are drawn."""


class TwoDrawn(_OfEvents):
    """Which two actors, and how what they did to one another is drawn."""

    between: Annotated[
        list[values.Word],
        Field(
            min_length=2,
            max_length=2,
            description="The two: ids, names, or codes of states. Given twice.",
            examples=[["CHN", "RUS"]],
        ),
    ]


class StoryDrawn(_Drawn):
    """Which story, and how its facts are drawn."""

    story: Annotated[values.StoryId, Field(description="The id of a story.")]


@ROUTER.get("/dyad", summary="Two actors over time", responses=_ANSWER)
def dyad(request: Request, collection: Asked, asked: Annotated[TwoDrawn, Query()]) -> Response:
    """What two actors did to one another over time."""
    form = form_of(request, asked.format, _FORMS)
    one, other = asked.between
    drawn = picture_of_two(collection, (one, other), asked.events, title=asked.title, most=asked.most)
    return _sent(drawn, form, asked)


@ROUTER.get("/matrix", summary="The facts of a story by outlet", responses=_ANSWER)
def matrix(request: Request, collection: Asked, asked: Annotated[StoryDrawn, Query()]) -> Response:
    """What each outlet does with each fact of a story."""
    form = form_of(request, asked.format, _FORMS)
    return _sent(picture_of_story(collection, asked.story, title=asked.title), form, asked)


@ROUTER.get("/{kind}", summary="Events in time, between actors, or on the map", responses=_ANSWER)
def picture(
    request: Request,
    collection: Asked,
    kind: Annotated[
        PictureKind, Path(description="timeline: dated events; network: who deals with whom; map: where.")
    ],
    asked: Annotated[EventsDrawn, Query()],
) -> Response:
    """Events as a time line, as a network of actors, or on a map. Where nothing is found, the picture says so."""
    form = form_of(request, asked.format, _FORMS)
    drawn = picture_of_events(collection, kind, asked.events, title=asked.title, most=asked.most)
    return _sent(drawn, form, asked)


def _sent(picture: Picture, form: Form, asked: _Drawn) -> Response:
    if form is Form.SVG:
        headers = {"Content-Security-Policy": _SVG_POLICY}
        return sent(picture.to_svg(asked.theme or "auto").encode(), form, headers)
    if form is Form.PNG and asked.theme == "auto":
        raise Problem(400, "A PNG is light or dark, not both: give theme=light or theme=dark.")
    if form is Form.PNG:
        return sent(picture.to_png(asked.theme or "light", width=asked.width), form)
    table = picture.table
    if form is Form.CSV:
        rows = (map(cell, row) for row in table.rows)
        return sent(b"".join([*lines([table.columns], ","), *lines(rows, ",")]), form)
    answer = PictureAnswer(picture.title, picture.description, table.columns, table.rows)
    return sent(msgspec.json.encode(answer), form)
