"""Records as JSON Schema, exactly as they are written: the name of their schema among their fields, reserved names without underscore."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue

from dateline.model.codec import Record
from dateline.web.rest.fields import meanings

Schema = dict[str, Any]
AT = "#/components/schemas/{model}"


class _OfRecords(GenerateJsonSchema):
    """Schemas with what the documentation says of each field, without titles that repeat its name."""

    def field_title_should_be_set(self, schema: object) -> bool:
        return False

    def dataclass_schema(self, schema: Any) -> JsonSchemaValue:
        made = super().dataclass_schema(schema)
        kind: type = schema["cls"]
        said = meanings().get(kind.__name__, {})
        fields = {name.rstrip("_"): dict(value) for name, value in made["properties"].items()}
        for name, value in fields.items():
            if name in said:
                value.setdefault("description", said[name])
        if label := getattr(kind, "SCHEMA", None):
            fields = {"schema": {"const": label, "type": "string"}, **fields}
        return made | {"properties": fields, "required": list(fields), "title": kind.__name__}


def components(kinds: Sequence[type[Record]]) -> Schema:
    """The schemas of some records and of all that is in them, by their names."""
    writer = _OfRecords(by_alias=True, ref_template=AT)
    inputs = [(kind.__name__, "serialization", TypeAdapter(kind).core_schema) for kind in kinds]
    _, definitions = writer.generate_definitions(inputs)  # type: ignore[arg-type]
    return dict(sorted(definitions.items()))


def ref(kind: type[Record]) -> Schema:
    """A reference to the schema of a record."""
    return {"$ref": AT.format(model=kind.__name__)}


def part_schema(kind: type[Record], **head: Schema) -> Schema:
    """A part of a list, with what stands beside the items."""
    fields = {
        **head,
        "items": {"type": "array", "items": ref(kind)},
        "next_cursor": {
            "anyOf": [{"type": "string"}, {"type": "null"}],
            "description": "Give it as `cursor` for the items that follow; null when these were the last.",
        },
        "next": {
            "anyOf": [{"type": "string"}, {"type": "null"}],
            "description": "The address of the items that follow; the header `Link` has it too.",
        },
    }
    return {"type": "object", "properties": fields, "required": list(fields)}


TOTAL: Schema = {
    "anyOf": [{"type": "integer"}, {"type": "null"}],
    "description": "How many items match in all, with `count=true`; else null.",
}
PROBLEM: Schema = {
    "type": "object",
    "title": "Problem",
    "description": "What went wrong (RFC 9457).",
    "properties": {
        "type": {"type": "string", "description": "Always about:blank: the status tells the kind."},
        "title": {"type": "string", "description": "The name of the status."},
        "status": {"type": "integer", "description": "The status of the answer."},
        "detail": {"type": "string", "description": "What is wrong, with which value, and what to do."},
        "errors": {
            "type": "array",
            "description": "What is wrong with each parameter.",
            "items": {
                "type": "object",
                "properties": {"parameter": {"type": "string"}, "detail": {"type": "string"}},
                "required": ["parameter", "detail"],
            },
        },
    },
    "required": ["type", "title", "status", "detail"],
}
GEOJSON: Schema = {
    "type": "object",
    "title": "FeatureCollection",
    "description": "GeoJSON (RFC 7946): a feature an event; its geometry is null where no city is named.",
    "properties": {
        "type": {"const": "FeatureCollection"},
        "features": {"type": "array", "items": {"type": "object"}},
    },
    "required": ["type", "features"],
}
