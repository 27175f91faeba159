"""A tool: its name, what it says of itself, what it takes and what it answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from typing import Any, Generic, TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue

from dateline.mcp_server.arguments import Arguments
from dateline.mcp_server.faults import bad_arguments
from dateline.model.codec import Record
from dateline.store import Collection

A = TypeVar("A", bound=Arguments)

Schema = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Tool(Generic[A]):
    """A question that a collection can be asked; it changes nothing."""

    name: str
    title: str
    description: str
    arguments: type[A]
    answer: type[Record]
    ask: Callable[[Collection, A], Record]

    @property
    def input_schema(self) -> Schema:
        """The arguments as JSON Schema."""
        return TypeAdapter(self.arguments).json_schema(schema_generator=_WithoutTitles)

    @property
    def output_schema(self) -> Schema:
        """The answer as JSON Schema."""
        return TypeAdapter(self.answer).json_schema(mode="serialization", schema_generator=_WithoutTitles)

    def answered(self, collection: Collection, given: Mapping[str, Any]) -> Record:
        """The answer to a call. What is null or empty among the arguments counts as not given.

        Raises:
            DatelineError: the arguments are wrong, or ask for what is not there; the message is one line.
        """
        told = {name: value for name, value in given.items() if value is not None and value not in ("", [])}
        try:
            asked = TypeAdapter(self.arguments).validate_python(told)
        except ValidationError as error:
            known = [field.name for field in fields(self.arguments)]
            raise bad_arguments(self.name, known, error) from error
        return self.ask(collection, asked)


class _WithoutTitles(GenerateJsonSchema):
    """Schemas without titles that repeat the names, and without what the code says of closed sets of values."""

    def field_title_should_be_set(self, schema: object) -> bool:
        return False

    def enum_schema(self, schema: Any) -> JsonSchemaValue:
        made = super().enum_schema(schema)
        return {name: value for name, value in made.items() if name not in ("title", "description")}
