"""What tools can be asked: the filters that several of them share, each with the words that tell an assistant what it is for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar

from pydantic import ConfigDict, Field

from dateline.model import StatementType, Status
from dateline.products.answers import filters

MOST_ITEMS = 25

Asked = str | Annotated[list[str], Field(max_length=50)] | None

_ANY = "A list means any."

Actor = Annotated[Asked, Field(description=f"{filters.ACTOR} `who_is` finds ids. A list means any of them.")]
Source = Annotated[Asked, Field(description=filters.SOURCE)]
Target = Annotated[Asked, Field(description=filters.TARGET)]
Between = Annotated[list[str] | None, Field(min_length=2, max_length=2, description=filters.BETWEEN)]
Root = Annotated[Asked, Field(description=f"{filters.ROOT} {_ANY}")]
OfStatus = Annotated[Status | list[Status] | None, Field(description=f"{filters.STATUS} {_ANY}")]
SaidBy = Annotated[Asked, Field(description=filters.SAID_BY)]
Names = Annotated[Asked, Field(description=filters.NAMES)]
OfType = Annotated[StatementType | list[StatementType] | None, Field(description=f"{filters.TYPE} {_ANY}")]
About = Annotated[Asked, Field(description=f"{filters.ABOUT} {_ANY}")]
FromOutlet = Annotated[Asked, Field(description=f"{filters.OUTLET} {_ANY}")]
InStory = Annotated[Asked, Field(description=f"{filters.STORY} {_ANY}")]
After = Annotated[str | None, Field(description=filters.AFTER)]
Before = Annotated[str | None, Field(description=filters.BEFORE)]
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
