"""Examples of answers, from the sample newsroom."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

from dateline.model.codec import Record


def example_of(kind: type[Record]) -> dict[str, Any]:
    """The example of a record, if there is one, as a media type has it."""
    found = _all().get(kind.__name__)
    return {} if found is None else {"example": found}


def example_of_items(kind: type[Record], head: dict[str, Any]) -> dict[str, Any]:
    """The same as the one item of a part."""
    found = _all().get(kind.__name__)
    if found is None:
        return {}
    return {"example": {**head, "items": [found], "next_cursor": None, "next": None}}


@cache
def _all() -> dict[str, Any]:
    text = files("dateline.web.rest").joinpath("examples.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found
