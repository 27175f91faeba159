"""Who is named, and who is meant."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response
from pydantic import Field

from dateline import api
from dateline.knowledge import Knowledge
from dateline.model import Candidate, CollectionError
from dateline.store import ActorRow
from dateline.web.rest import described
from dateline.web.rest.asking import Asked
from dateline.web.rest.forms import PLAIN, TABLES, form_of
from dateline.web.rest.parts import part_after, part_of_rows, passed_before
from dateline.web.rest.questions import ActorsAsked, Parted, Question
from dateline.web.rest.records import ActorAnswer
from dateline.web.rest.values import Day, Word
from dateline.web.rest.writing import sent_part, sent_record

ROUTER = APIRouter(tags=["Actors"])


class LookupAsked(Parted):
    """Who is meant."""

    name: Annotated[
        Word, Field(description="A name, title or description.", examples=["the Kazakh president"])
    ]
    on: Annotated[
        Day | None,
        Field(
            description="The day, ISO (2024-03-08); without it offices are not resolved.",
            examples=["2022-09-14"],
        ),
    ] = None


@ROUTER.get(
    "/actors",
    summary="Who is named",
    responses=described.rows(ActorRow, "Who is named, those in most pages first."),
)
def actors(request: Request, collection: Asked, asked: Annotated[ActorsAsked, Query()]) -> Response:
    """Who is named in several pages, those in most pages first; `about` are letters of the name."""
    form = form_of(request, asked.format, TABLES)
    rows = collection.actors(**asked.filters)
    return sent_part(request, part_of_rows(request, rows, asked, ActorRow), form)


@ROUTER.get(
    "/actors/{actor}",
    summary="Somebody who is named",
    responses=described.one(ActorAnswer, "In how many pages, and what the tables know of them."),
)
def actor(
    collection: Asked,
    actor: Annotated[Word, Path(description="The id of an actor.", examples=["Q232"])],
    _: Annotated[Question, Query()],
) -> Response:
    """Somebody by id. Events, statements and pages of them come with `actor=` in the lists."""
    found = next((row for row in collection.actors(actor=actor).limit(1) if row.actor == actor), None)
    if found is None:
        raise CollectionError("unknown", f"No pages name an actor {actor}: /actors and /lookup tell ids.")
    known = Knowledge.load().entity(actor)
    name, kind = (known.name, known.kind) if known else (found.name, None)
    state = found.state or (known.state if known else None)
    return sent_record(ActorAnswer(actor, name, kind, state, found.articles, found.mentions))


@ROUTER.get(
    "/lookup",
    summary="Who is meant",
    responses=described.part(Candidate, "Whom the name may stand for by the tables, best first."),
)
def lookup(request: Request, asked: Annotated[LookupAsked, Query()]) -> Response:
    """Whom a name, title or description stands for on a day, by the tables of people, offices and organisations: the ids are what `actor` and the
    other filters take."""
    form = form_of(request, asked.format, PLAIN)
    passed = passed_before(request, asked)
    found = api.lookup(asked.name, at=asked.on)
    return sent_part(request, part_after(request, asked, passed, found[passed:], Candidate), form)
