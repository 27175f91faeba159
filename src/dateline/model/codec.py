"""Records to JSON and back.

Attributes have the JSON names; the one exception is a name that Python reserves, which carries an underscore here
(`from_`) and none in JSON. Unknown keys are ignored, so that a newer record can be read by an older program.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any, ClassVar, Self

import msgspec

_RESERVED = {"from": "from_"}
_PLAIN = frozenset((str, int, float, bool, type(None)))


def plain(value: Any) -> Any:
    """Lists, dictionaries, strings and numbers in place of records, in the order of their fields."""
    if type(value) in _PLAIN:
        return value
    names = _fields_of(type(value))  # type: ignore[arg-type]
    if names is not None:
        record = {name: plain(getattr(value, attribute)) for name, attribute in names}
        schema = getattr(type(value), "SCHEMA", None)
        return {"schema": schema, **record} if schema else record
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, (tuple, list)):
        return [plain(item) for item in value]
    return value


@cache
def _fields_of(kind: type) -> tuple[tuple[str, str], ...] | None:
    """JSON names and attributes of a kind of record; None for what is no record."""
    return tuple((f.name.rstrip("_"), f.name) for f in fields(kind)) if is_dataclass(kind) else None


def _named(value: Any) -> Any:
    if isinstance(value, dict):
        return {_RESERVED.get(key, key): _named(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_named(item) for item in value]
    return value


class Record:
    """What every record can do. A top-level record names its schema."""

    __slots__ = ()
    SCHEMA: ClassVar[str | None] = None

    def to_json(self) -> str:
        """One line of JSON, keys in the order of the contract."""
        return msgspec.json.encode(plain(self)).decode("utf-8")

    @classmethod
    def from_json(cls, text: str | bytes) -> Self:
        """The record that `to_json` wrote.

        Raises:
            ValueError: the text is not JSON, or not this record (msgspec.ValidationError says where).
        """
        data = text.encode("utf-8") if isinstance(text, str) else text
        # Inside a JSON string quotation marks are escaped, so that a reserved key is there or it is not.
        if not any(f'"{key}"'.encode() in data for key in _RESERVED):
            return msgspec.json.decode(data, type=cls)
        return msgspec.convert(_named(msgspec.json.decode(data)), cls)
