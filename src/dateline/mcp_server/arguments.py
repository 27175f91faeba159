"""What tools can be asked: the filters that several of them share, each with the words that tell an assistant what it is for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar

from pydantic import ConfigDict, Field

from dateline.model import StatementType, Status

MOST_ITEMS = 25

Asked = str | Annotated[list[str], Field(max_length=50)] | None

Actor = Annotated[
    Asked,
    Field(
        description="Who takes part or is named: an id (Q15031), a name as the rows have it, or the ISO code of a state (KAZ). "
        "`who_is` finds ids. A list means any of them."
    ),
]
Source = Annotated[Asked, Field(description="Who did it; given as `actor`.")]
Target = Annotated[Asked, Field(description="To whom it was done; given as `actor`.")]
Between = Annotated[
    list[str] | None,
    Field(
        min_length=2,
        max_length=2,
        description="Two on opposite sides of an event, whoever did it; each given as `actor`.",
    ),
]
Root = Annotated[
    Asked,
    Field(description="What was done, as a PLOVER root: CONSULT, SANCTION, ASSAULT ... A list means any."),
]
OfStatus = Annotated[
    Status | list[Status] | None,
    Field(description="Whether it took place, by the words of the pages. A list means any."),
]
SaidBy = Annotated[Asked, Field(description="Who says it; given as `actor`.")]
Names = Annotated[Asked, Field(description="Whom the statement names or addresses; given as `actor`.")]
OfType = Annotated[
    StatementType | list[StatementType] | None,
    Field(description="How the words are given. A list means any."),
]
About = Annotated[Asked, Field(description="Words that stand in it, whatever their case. A list means any.")]
FromOutlet = Annotated[Asked, Field(description="An outlet, by name or id. A list means any.")]
InStory = Annotated[Asked, Field(description="The id of a story (story:...). A list means any.")]
After = Annotated[
    str | None, Field(description="The first day that counts: 2024-03-08, 2024-03 or 2024 (ISO).")
]
Before = Annotated[
    str | None, Field(description="The first day that no longer counts: 2024-03-08, 2024-03 or 2024 (ISO).")
]
Limit = Annotated[int, Field(ge=1, le=MOST_ITEMS, description="The most items in the answer.")]
Cursor = Annotated[
    str | None,
    Field(
        description="`next_cursor` of the answer before, for the items that follow; all other arguments stay as they were."
    ),
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Arguments:
    """The arguments of a tool; what it does not know is refused."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")


@dataclass(frozen=True, slots=True, kw_only=True)
class Paged(Arguments):
    """The arguments of a tool whose answer comes in parts."""

    limit: Limit = 10
    cursor: Cursor = None
