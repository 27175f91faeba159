"""What a route may answer, for its description."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dateline.model.codec import Record
from dateline.web.rest.forms import MEDIA_TYPES, PLAIN, TABLES, Form
from dateline.web.rest.problems import MEDIA_TYPE
from dateline.web.rest.schemas import GEOJSON, TOTAL, Schema, part_schema, ref

Described = dict[int | str, dict[str, Any]]

_TAG = {
    "ETag": {
        "description": "Changes with the answer: send it as `If-None-Match`.",
        "schema": {"type": "string"},
    }
}
_LINK = {
    "Link": {
        "description": "Leads to the items that follow, if any (`rel=next`).",
        "schema": {"type": "string"},
    }
}
_PROBLEMS = {
    400: "The question cannot be answered as it is put: a cursor of another question, a search that cannot be read.",
    404: "There is nothing of that id.",
    410: "The page of that id was taken back.",
    406: "There is no such form of this answer, or what writes it is not installed on the server.",
    422: "A parameter is unknown, missing, or holds what it cannot hold.",
    500: "A defect.",
    503: "The collection cannot be asked now.",
}


def one(kind: type[Record], says: str) -> Described:
    """A record as JSON."""
    return described(says, {Form.JSON: {"schema": ref(kind)}})


def part(kind: type[Record], says: str, forms: Sequence[Form] = PLAIN, **head: Schema) -> Described:
    """A part of a list, in some forms."""
    beside = {**head, "total": TOTAL} if Form.CSV in forms else head
    content: dict[Form, dict[str, Any]] = {form: {} for form in forms}
    content[Form.JSON] = {"schema": part_schema(kind, **beside)}
    if Form.GEOJSON in content:
        content[Form.GEOJSON] = {"schema": GEOJSON}
    return described(says, content, _LINK)


def rows(kind: type[Record], says: str, forms: Sequence[Form] = TABLES) -> Described:
    """A part of a list of rows, also as tables."""
    return part(kind, says, forms)


def described(
    says: str, content: dict[Form, dict[str, Any]], headers: dict[str, Any] | None = None
) -> Described:
    """An answer in some forms, and all that may come in its place."""
    problem = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    answers: Described = {
        200: {
            "description": says,
            "headers": _TAG | (headers or {}),
            "content": {MEDIA_TYPES[form]: value for form, value in content.items()},
        },
        304: {"description": "The answer is that of the `ETag` in `If-None-Match`."},
    }
    return answers | {status: {"description": why, "content": problem} for status, why in _PROBLEMS.items()}
