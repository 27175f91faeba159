"""What is kept of a Wikidata item: its name, other names, and the statements that are asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from dateline.model.codec import Record

LANGUAGES = ("en", "mul")
"""Languages of names, the first that there is; `mul` is the default for all languages."""


class Property(StrEnum):
    """Properties that are read. `terms.csv` has their labels, against which the server's are checked."""

    INSTANCE_OF = "P31"
    SUBCLASS_OF = "P279"
    POSITION = "P39"
    START = "P580"
    END = "P582"
    DIED = "P570"
    MEMBER_OF = "P463"
    COUNTRY = "P17"
    ISO3 = "P298"
    WEBSITE = "P856"
    JURISDICTION = "P1001"
    OFFICE_OF_GOVERNMENT = "P1313"
    OFFICE_OF_STATE = "P1906"


@dataclass(frozen=True, slots=True)
class Claim(Record):
    """A statement: an item's id, a text, or an ISO date; `start` and `end` are ISO dates of known precision, or empty."""

    property: str
    value: str
    start: str = ""
    end: str = ""


@dataclass(frozen=True, slots=True)
class Item(Record):
    """An item at a revision."""

    id: str
    revision: int
    label: str
    aliases: tuple[str, ...]
    claims: tuple[Claim, ...]

    def of(self, *properties: Property) -> tuple[Claim, ...]:
        """Statements of some properties, in the order of the item."""
        return tuple(claim for claim in self.claims if claim.property in properties)

    def values(self, *properties: Property) -> tuple[str, ...]:
        """Their values."""
        return tuple(claim.value for claim in self.of(*properties))

    @property
    def names(self) -> tuple[str, ...]:
        """Label and aliases."""
        return tuple(dict.fromkeys(name for name in (self.label, *self.aliases) if name))

    @property
    def source(self) -> str:
        """How rows name it."""
        return f"wikidata {self.id} {self.revision}"


def item_of(entity: Mapping[str, Any]) -> Item:
    """An item out of an entity of the API's answer.

    Raises:
        KeyError: it is none.
    """
    labels, aliases = entity.get("labels") or {}, entity.get("aliases") or {}
    label = next((labels[code]["value"] for code in LANGUAGES if code in labels), "")
    others = tuple(alias["value"] for code in LANGUAGES for alias in (aliases or {}).get(code, ()))
    claims = entity.get("claims") or {}
    found = tuple(claim for name in Property for claim in _claims(name, claims.get(name, ())))
    return Item(entity["id"], int(entity.get("lastrevid", 0)), label, tuple(dict.fromkeys(others)), found)


def _claims(property: Property, statements: Any) -> Iterator[Claim]:
    for statement in statements:
        value = _value(statement["mainsnak"])
        if value and statement.get("rank") != "deprecated":
            qualifiers = statement.get("qualifiers") or {}
            start, end = (_qualifier(qualifiers, which) for which in (Property.START, Property.END))
            if start is not None and end is not None:
                yield Claim(property, value, start, end)


def _qualifier(qualifiers: Mapping[str, Any], property: Property) -> str | None:
    """A date; empty where it is not given, None where it is given and not known: such a statement is of no use."""
    snaks = qualifiers.get(property) or ()
    dates = [date for date in map(_value, snaks) if date]
    return dates[0] if dates else None if snaks else ""


def _value(snak: Mapping[str, Any]) -> str:
    """The value of a snak as text; empty for "some value", "no value" and kinds that are not used."""
    if snak.get("snaktype") != "value":
        return ""
    value = snak["datavalue"]["value"]
    if isinstance(value, str):
        return value
    if "time" in value:
        return iso_day(value["time"], value["precision"])
    return value.get("id", "") if isinstance(value, dict) else ""


def iso_day(time: str, precision: int) -> str:
    """Day, month or year of a time as Wikidata writes it ("+2012-05-07T00:00:00Z"); empty where it is vaguer or before our era."""
    length = {9: 4, 10: 7, 11: 10}.get(precision)
    return time[1 : 1 + length] if length and time.startswith("+") and time[5:6] == "-" else ""
