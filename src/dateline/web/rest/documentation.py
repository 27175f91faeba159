"""The documentation of the interface as a page, made of its description."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from dateline.web.pages import page


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter, as the page shows it."""

    name: str
    place: str
    kind: str
    is_needed: bool
    says: str


@dataclass(frozen=True, slots=True)
class Operation:
    """A question, as the page shows it."""

    id: str
    path: str
    summary: str
    says: str
    parameters: tuple[Parameter, ...]
    forms: tuple[str, ...]
    record: str | None
    statuses: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a record."""

    name: str
    kind: str
    says: str


def documentation(request: Request) -> Response:
    """Every question with its parameters and answers, and every record with its fields."""
    schema = request.app.openapi()
    at = schema["servers"][0]["url"]
    groups: dict[str, list[Operation]] = {}
    for path, operations in schema["paths"].items():
        for operation in operations.values():
            groups.setdefault(operation["tags"][0], []).append(_operation(at + path, operation))
    records = {
        name: _fields(one) for name, one in schema["components"]["schemas"].items() if one.get("properties")
    }
    says = {name: one.get("description", "") for name, one in schema["components"]["schemas"].items()}
    return page(
        request,
        "rest/docs.html.j2",
        title="REST",
        api=schema,
        at=at,
        groups=groups,
        records=records,
        says=says,
    )


def _operation(path: str, told: dict[str, Any]) -> Operation:
    content = told["responses"]["200"].get("content", {})
    return Operation(
        id=told["operationId"],
        path=path,
        summary=told["summary"],
        says=told.get("description", ""),
        parameters=tuple(_parameter(one) for one in told.get("parameters", ())),
        forms=tuple(content),
        record=_record(content.get("application/json", {}).get("schema", {})),
        statuses=tuple((status, one["description"]) for status, one in told["responses"].items()),
    )


def _parameter(told: dict[str, Any]) -> Parameter:
    return Parameter(
        told["name"],
        told["in"],
        kind_of(told["schema"]),
        told.get("required", False),
        told.get("description", ""),
    )


def _record(schema: dict[str, Any]) -> str | None:
    """The record that an answer is, or is a list of."""
    items = schema.get("properties", {}).get("items", {}).get("items", {})
    found = schema.get("$ref") or items.get("$ref")
    return found.rpartition("/")[2] if found else None


def _fields(schema: dict[str, Any]) -> list[Field]:
    return [
        Field(name, kind_of(one), one.get("description", "")) for name, one in schema["properties"].items()
    ]


def kind_of(schema: dict[str, Any]) -> str:
    """What values there are, in a few words."""
    if "$ref" in schema:
        return str(schema["$ref"].rpartition("/")[2])
    if "anyOf" in schema:
        return " or ".join(dict.fromkeys(kind_of(one) for one in schema["anyOf"]))
    if "const" in schema:
        return str(schema["const"])
    if "enum" in schema:
        return ", ".join(map(str, schema["enum"]))
    if schema.get("type") == "array":
        return f"list of {kind_of(schema['items'])}" if "items" in schema else "list"
    return _NAMES.get(f"{schema.get('type')}", "anything")


_NAMES = {
    "string": "text",
    "integer": "whole number",
    "number": "number",
    "boolean": "true or false",
    "object": "object",
    "null": "null",
}
