"""What can be asked: the parameters of each list. What is not among them is refused."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field

from dateline.products.answers.cursors import LONGEST
from dateline.web.rest import values

MOST_ITEMS = 1_000

Cursor = Annotated[
    str | None,
    Field(
        min_length=1,
        max_length=LONGEST,
        pattern="^[A-Za-z0-9_-]+$",
        description="`next_cursor` of the answer before, for the items that follow; all other parameters stay as they were.",
    ),
]
_FORMAT = Field(description="How the answer is written; without it `Accept` decides, and else it is JSON.")
PlainForm = Annotated[Literal["json", "ndjson"] | None, _FORMAT]
TableForm = Annotated[Literal["json", "ndjson", "csv", "parquet"] | None, _FORMAT]
EventsForm = Annotated[Literal["json", "ndjson", "csv", "parquet", "geojson"] | None, _FORMAT]
PictureForm = Annotated[
    Literal["svg", "png", "json", "csv"] | None,
    Field(
        description="As what the picture comes, or the table behind it; without it `Accept` decides, and else it is SVG."
    ),
]
CitationForm = Annotated[
    Literal["text", "bibtex", "ris", "csl-json"] | None,
    Field(description="How citations are written; without it `Accept` decides, and else it is text."),
]


class Question(BaseModel):
    """A question without parameters."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    NOT_FILTERS: ClassVar[frozenset[str]] = frozenset({"limit", "cursor", "count", "format"})

    @property
    def filters(self) -> dict[str, Any]:
        """What is asked for, without how much of it and how it is written."""
        names = type(self).model_fields.keys() - self.NOT_FILTERS
        asked = {name: getattr(self, name) for name in sorted(names)}
        return {name: _asked(name, value) for name, value in asked.items() if value is not None}


def _asked(name: str, value: Any) -> Any:
    """A value as a collection takes it."""
    return tuple(value) if name == "between" else value


class Parted(Question):
    """A question whose answer comes in parts."""

    limit: Annotated[int, Field(ge=1, le=MOST_ITEMS, description="The most items in the answer.")] = 50
    cursor: Cursor = None
    format: PlainForm = None


class Listed(Parted):
    """A question whose answer is a list of rows."""

    format: TableForm = None  # type: ignore[assignment]
    count: Annotated[bool, Field(description="Whether `total` tells how many there are in all.")] = False


class _Reported(Question):
    """By whom and when it was reported."""

    outlet: values.Outlet = None
    after: values.After = None
    before: values.Before = None


class _OfPages(_Reported):
    """On which pages it stands."""

    story: values.Story = None


class Acts(_OfPages):
    """Which acts."""

    actor: values.Actor = None
    root: values.Root = None
    status: values.OfStatus = None


class DirectedActs(Acts):
    """Which acts, by whom, to whom."""

    source: values.Source = None
    target: values.Target = None


class ArticlesAsked(Listed, _OfPages):
    """Which articles."""

    actor: values.Actor = None
    language: values.Language = None
    about: values.About = None


class StatementsAsked(Listed, _OfPages):
    """Which statements; `actor` is who says or is told it."""

    said_by: values.SaidBy = None
    names: values.Names = None
    actor: values.Actor = None
    type: values.OfType = None
    about: values.About = None


class ReportsAsked(Listed, DirectedActs):
    """Which reports of events."""

    context: values.Context = None
    between: values.Between = None
    event: values.Words = Field(
        None, description="The id of an event (event:...). Given several times, any of them."
    )


class EventsAsked(Listed, DirectedActs):
    """Which events."""

    format: EventsForm = None  # type: ignore[assignment]
    context: values.Context = None
    between: values.Between = None
    about: values.About = None


class StoriesAsked(Listed, _Reported):
    """Which stories."""

    actor: values.Actor = None
    about: values.About = None


class ActorsAsked(Listed, _OfPages):
    """Who of those that are named."""

    actor: values.Actor = None
    about: values.About = None
