"""The documentation of the interface as a page, made of its description."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response

from dateline.web.pages import page

Schema = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter, as the page shows it."""

    name: str
    place: str
    kind: str
    is_needed: bool
    says: str
    examples: tuple[str, ...]


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
    example: str | None

    @property
    def address(self) -> str:
        """An address to try: what is needed, and one filter."""
        asked = [one for one in self.parameters if one.place == "query"]
        needed = [(one.name, value) for one in asked if one.is_needed for value in one.examples or ("...",)]
        filters = [(one.name, one.examples[0]) for one in asked if not one.is_needed and one.examples]
        query = urlencode([*needed, *filters[:1]], safe=":.")
        return f"{self.path}?{query}" if query else self.path


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a record."""

    name: str
    kind: str
    says: str


def documentation(request: Request) -> Response:
    """Every question with its parameters and answers, and every record with its fields."""
    schema = request.app.openapi()
    records = schema["components"]["schemas"]
    at, groups = schema["servers"][0]["url"], operations_of(schema)
    fields = {name: _fields(one, records) for name, one in records.items() if one.get("properties")}
    says = {name: one.get("description", "") for name, one in records.items()}
    shown = {"api": {"security": None, **schema}, "at": at, "groups": groups, "records": fields, "says": says}
    return page(request, "rest/docs.html.j2", title="REST", host=request.url.netloc, **shown)


def operations_of(schema: Schema) -> dict[str, list[Operation]]:
    """The questions of a description, by what they are about."""
    records, at = schema["components"]["schemas"], schema["servers"][0]["url"]
    groups: dict[str, list[Operation]] = {}
    for path, operations in schema["paths"].items():
        for operation in operations.values():
            groups.setdefault(operation["tags"][0], []).append(_operation(at + path, operation, records))
    return groups


def _operation(path: str, told: Schema, records: Schema) -> Operation:
    content = told["responses"]["200"].get("content", {})
    plain = content.get("application/json", {})
    example = json.dumps(plain["example"], ensure_ascii=False, indent=2) if "example" in plain else None
    return Operation(
        id=told["operationId"],
        path=path,
        summary=told["summary"],
        says=told.get("description", ""),
        parameters=tuple(_parameter(one, records) for one in told.get("parameters", ())),
        forms=tuple(content),
        record=_record(plain.get("schema", {})),
        statuses=tuple((status, one["description"]) for status, one in told["responses"].items()),
        example=example,
    )


def _parameter(told: Schema, records: Schema) -> Parameter:
    schema = told["schema"]
    examples = schema.get("examples", [])
    return Parameter(
        told["name"],
        told["in"],
        kind_of(schema, records),
        told.get("required", False),
        told.get("description", ""),
        tuple(examples[0] if examples and isinstance(examples[0], list) else examples[:1]),
    )


def _record(schema: Schema) -> str | None:
    """The record that an answer is, or is a list of."""
    items = schema.get("properties", {}).get("items", {}).get("items", {})
    found = schema.get("$ref") or items.get("$ref")
    return found.rpartition("/")[2] if found else None


def _fields(schema: Schema, records: Schema) -> list[Field]:
    return [
        Field(name, kind_of(one, records), one.get("description", ""))
        for name, one in schema["properties"].items()
    ]


def kind_of(schema: Schema, records: Schema) -> str:
    """What values there are, in a few words."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return kind_of(records[name], records) if "enum" in records[name] else str(name)
    if "anyOf" in schema:
        return " or ".join(dict.fromkeys(kind_of(one, records) for one in schema["anyOf"]))
    if "const" in schema:
        return str(schema["const"])
    if "enum" in schema:
        return ", ".join(map(str, schema["enum"]))
    if schema.get("type") == "array":
        of = kind_of(schema["items"], records) if "items" in schema else ""
        return f"any of {of}" if ", " in of else f"list of {of}" if of else "list"
    return _NAMES.get(f"{schema.get('type')}", "anything") + _bounds(schema)


def _bounds(schema: Schema) -> str:
    """Between what a number lies, and what it is unless it is given."""
    bounds = f", {schema['minimum']} to {schema['maximum']}" if "minimum" in schema else ""
    usual = schema.get("default")
    return f"{bounds}; {usual} unless given" if isinstance(usual, int) and bounds else bounds


_NAMES = {
    "string": "text",
    "integer": "whole number",
    "number": "number",
    "boolean": "true or false",
    "object": "object",
    "null": "null",
}
