"""Examples of answers, from the sample newsroom."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any


def example_of(schema: dict[str, Any]) -> Any:
    """An example of an answer that is a record, or a part of a list with nothing of its own beside it; else None."""
    fields = schema.get("properties", {})
    if fields.keys() <= {"items", "next_cursor", "next", "total"} and "items" in fields:
        item = _of_record(fields["items"]["items"])
        return item and {**dict.fromkeys(fields), "items": [item]}
    return _of_record(schema)


def _of_record(schema: dict[str, Any]) -> Any:
    return _all().get(schema.get("$ref", "").rpartition("/")[2])


@cache
def _all() -> dict[str, Any]:
    text = files("dateline.web.rest").joinpath("examples.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found
