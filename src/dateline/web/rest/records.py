"""Answers that are no rows: what the service says of itself, an actor, a picture's numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from dateline.model import ActorKind
from dateline.model.codec import Record
from dateline.products.pictures.picture import Cell
from dateline.store import FacetCount


@dataclass(frozen=True, slots=True)
class Health(Record):
    """That the service answers, and can read its collection."""

    status: Annotated[str, Field(description="Always `ok`: anything else is a problem of status 503.")]


@dataclass(frozen=True, slots=True)
class Version(Record):
    """What answers."""

    dateline: Annotated[str, Field(description="The version of the program.")]
    api: Annotated[str, Field(description="The version of this interface; it is part of each address.")]
    knowledge: Annotated[str, Field(description="The state of the tables of who exists.")]


@dataclass(frozen=True, slots=True)
class ActorAnswer(Record):
    """Somebody who is named in several pages, and what the tables know of them."""

    actor: Annotated[str, Field(description="The id.")]
    name: Annotated[
        str,
        Field(
            description="The usual name by the tables, else the first name by the alphabet that pages have."
        ),
    ]
    kind: Annotated[
        ActorKind | None, Field(description="What sort of actor; null where the tables do not have them.")
    ]
    state: Annotated[str | None, Field(description="ISO code of their state.")]
    articles: Annotated[int, Field(description="How many pages name them.")]
    mentions: Annotated[int, Field(description="How often, all together.")]


@dataclass(frozen=True, slots=True)
class Counts(Record):
    """How the newest 1,000 pages that match a search are spread, the most frequent values first."""

    outlet: tuple[FacetCount, ...]
    month: tuple[FacetCount, ...]
    language: tuple[FacetCount, ...]
    actor: tuple[FacetCount, ...]
    root: tuple[FacetCount, ...]
    status: tuple[FacetCount, ...]


@dataclass(frozen=True, slots=True)
class PictureAnswer(Record):
    """The numbers that a picture shows."""

    title: Annotated[str, Field(description="The title of the picture.")]
    description: Annotated[str, Field(description="What it shows, in words.")]
    columns: Annotated[tuple[str, ...], Field(description="Names of the columns.")]
    rows: Annotated[tuple[tuple[Cell, ...], ...], Field(description="Rows, a value for each column.")]
