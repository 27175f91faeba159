"""What parameters may hold, with the words that say what they are for."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, Field, StringConstraints, WithJsonSchema

from dateline.model import DatelineError, StatementType, Status
from dateline.ontology import Ontology
from dateline.products.answers import filters
from dateline.products.answers.asked import known_day, known_roots

_NO_NUL = r"^[^\x00]+$"
_DAY = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")
_AGAIN = "Given several times, any of them."
_MOST_VALUES = 50


def _day(given: str) -> str:
    if not _DAY.fullmatch(given):
        raise ValueError("write a day as 2024-03-12, 2024-03 or 2024")
    try:
        date.fromisoformat(given + "-01-01"[len(given) - 4 :] if len(given) < 10 else given)
        return known_day(given) or given
    except (ValueError, DatelineError) as error:
        raise ValueError("there is no such day: write it as 2024-03-12, 2024-03 or 2024") from error


def _root(given: str) -> str:
    """Raises UnknownCodeError, which names all roots and is a ValueError."""
    return (known_roots(given) or [given])[0]


class _Roots:
    """The roots of the ontology in force, when the schema is written."""

    def __get_pydantic_json_schema__(self, *_: object) -> dict[str, Any]:
        return {"type": "string", "enum": sorted(Ontology.load().roots)}


def _context(given: str) -> str:
    if given.lower() not in (known := Ontology.load().contexts):
        raise ValueError(f"{given!r} is no context: give one of {', '.join(known)}")
    return given.lower()


class _Contexts:
    """The contexts of the ontology in force, when the schema is written."""

    def __get_pydantic_json_schema__(self, *_: object) -> dict[str, Any]:
        return {"type": "string", "enum": sorted(Ontology.load().contexts)}


Word = Annotated[str, StringConstraints(min_length=1, max_length=200, pattern=_NO_NUL)]
Words = Annotated[list[Word] | None, Field(max_length=_MOST_VALUES)]
Day = Annotated[
    str,
    AfterValidator(_day),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string", "format": "date"},
                {"type": "string", "pattern": "^[12][0-9]{3}-(0[1-9]|1[0-2])$"},
                {"type": "string", "pattern": "^[12][0-9]{3}$"},
            ]
        }
    ),
]
_ContextName = Annotated[str, AfterValidator(_context), _Contexts()]
_RootName = Annotated[str, AfterValidator(_root), _Roots()]

ArticleId = Annotated[str, StringConstraints(pattern=r"^sha256:[0-9a-f]{64}$")]
EventId = Annotated[str, StringConstraints(pattern=r"^event:[0-9a-f]{1,64}$")]
StoryId = Annotated[str, StringConstraints(pattern=r"^story:[0-9a-f]{1,64}$")]

Actor = Annotated[
    Words, Field(description=f"{filters.ACTOR} `/lookup` finds ids. {_AGAIN}", examples=[["KAZ"]])
]
Source = Annotated[Words, Field(description=f"{filters.SOURCE} {_AGAIN}")]
Target = Annotated[Words, Field(description=f"{filters.TARGET} {_AGAIN}")]
Between = Annotated[
    list[Word] | None, Field(min_length=2, max_length=2, description=f"{filters.BETWEEN} Given twice.")
]
Root = Annotated[
    list[_RootName] | None,
    Field(max_length=_MOST_VALUES, description=f"{filters.ROOT} {_AGAIN}", examples=[["CONSULT"]]),
]
Context = Annotated[
    list[_ContextName] | None,
    Field(max_length=_MOST_VALUES, description=f"{filters.CONTEXT} {_AGAIN}", examples=[["economic"]]),
]
OfStatus = Annotated[list[Status] | None, Field(max_length=4, description=f"{filters.STATUS} {_AGAIN}")]
SaidBy = Annotated[Words, Field(description=f"{filters.SAID_BY} {_AGAIN}")]
Names = Annotated[Words, Field(description=f"{filters.NAMES} {_AGAIN}")]
OfType = Annotated[list[StatementType] | None, Field(max_length=4, description=f"{filters.TYPE} {_AGAIN}")]
About = Annotated[Words, Field(description=f"{filters.ABOUT} {_AGAIN}")]
Outlet = Annotated[Words, Field(description=f"{filters.OUTLET} {_AGAIN}")]
Language = Annotated[Words, Field(description=f"The language, ISO 639-1: en. {_AGAIN}", examples=[["en"]])]
Story = Annotated[Words, Field(description=f"{filters.STORY} {_AGAIN}")]
After = Annotated[Day | None, Field(description=filters.AFTER, examples=["2024-03"])]
Before = Annotated[Day | None, Field(description=filters.BEFORE, examples=["2025"])]
Title = Annotated[Word | None, Field(description="The title of the picture; without it what is shown.")]
