"""Persons and the offices they held."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.knowledge.entity import Entity
from dateline.knowledge.layers import Tables
from dateline.knowledge.name import NameForm
from dateline.knowledge.office import Office
from dateline.knowledge.overlays import layer_of
from dateline.knowledge.registry import Registry
from dateline.knowledge.tables import Row, cells
from dateline.model import ActorKind

OFFICE_TABLES = ("offices", "offices_pinned")
"""Written by hand, and built from the pinned sources; in this order."""

FAMILY_NAME_FIRST = frozenset({"CHN", "TWN", "HKG", "MAC", "PRK", "KOR"})
_NO_SURNAMES = frozenset({"He", "An", "So", "We", "You", "I", "No", "To", "In"})
_PARTICLES = frozenset(
    {"al", "bin", "ibn", "de", "da", "di", "van", "von", "der", "den", "la", "el", "le", "dos", "del"}
)


@dataclass(frozen=True, slots=True)
class OfficeKind:
    """An office as such: its words, with `{of}` for the state or body; whether one person holds it; its rank (1 first)."""

    office: str
    title: str
    sector: str
    is_single: bool
    rank: int


def read_office_kinds(tables: Tables) -> dict[str, OfficeKind]:
    """All offices by key."""
    return {
        row["office"]: OfficeKind(
            row["office"], row["title"], row["sector"], row["single_seat"] == "yes", int(row["rank"])
        )
        for row in tables.rows("office_kinds")
    }


def surname(name: str, state: str | None) -> str | None:
    """The part of a full name that a text goes on with, by the custom of the state; None where it cannot be told."""
    parts = [p for p in name.split() if p not in {"Jr.", "Sr.", "II", "III", "IV", "V", "VI", "XVI", "XIV"}]
    if len(parts) < 2 or (len(parts) != len(name.split()) and parts[-1].endswith("I")):
        return None
    if state in FAMILY_NAME_FIRST and "-" not in parts[0]:
        return parts[0]
    start = len(parts) - 1
    while start > 1 and parts[start - 1].lower() in _PARTICLES:
        start -= 1
    return " ".join(parts[start:])


def read_people(registry: Registry, tables: Tables) -> None:
    """Adds persons with names of their own spelling, or without an office in the tables."""
    for row in tables.rows("people"):
        state = row["state"] or None
        code = f"{state or ''}{row['sector']}" or None
        person = registry.add(ActorKind.PERSON, row["name"], state, code)
        for surface in cells(row["aliases"]):
            registry.call(surface, person.id, NameForm.SHORT)
        call_by_surname(registry, person, row["surname"])


def call_by_surname(registry: Registry, person: Entity, written: str = "") -> None:
    """Makes the family name a name of a person: the one that is written (`-` for none), or the one that the full name ends with."""
    family = written or surname(person.name, person.state)
    if family and family != "-" and family not in _NO_SURNAMES:
        registry.call(family, person.id, NameForm.SURNAME)


def read_offices(registry: Registry, tables: Tables, kinds: dict[str, OfficeKind]) -> None:
    """Adds holders and their offices.

    Raises:
        DataError: a row names an office or a body that no table has.
    """
    told = {row["name"] for row in tables.rows("people")}
    for table in OFFICE_TABLES:
        for row in tables.rows(table):
            of = registry.find(row["of"])
            if row["office"] not in kinds:
                tables.refuse(
                    table, row, f"office {row['office']!r} is not in office_kinds.csv; use one of those"
                )
            elif of is None:
                tables.refuse(
                    table, row, f"{row['of']!r} is no state (KAZ) or body of the tables; write one into `of`"
                )
            else:
                _add_office(registry, row, kinds[row["office"]], of, row["person"] in told)
                told.add(row["person"])


def _add_office(registry: Registry, row: Row, kind: OfficeKind, of: str, is_told: bool) -> None:
    bearer = registry.entities[of]
    state = bearer.state
    person = registry.add(ActorKind.PERSON, row["person"], state, state, row.get("qid", ""))
    if not is_told:
        call_by_surname(registry, person)
    for surface in cells(row.get("aliases", "")):
        registry.call(surface, person.id, NameForm.SHORT)
    is_state = bearer.kind is ActorKind.STATE
    sector = "REB" if bearer.kind is ActorKind.ARMED_GROUP and kind.sector == "PTY" else kind.sector
    registry.offices.append(
        Office(
            holder=person.id,
            office=kind.office,
            title=title_of(row["title"], kind, registry.spoken(of)),
            state=state,
            sector=row["sector"] or sector,
            start=row["start"] or None,
            end=row["end"] or None,
            source=row["source"],
            as_of=row["as_of"],
            seat=state if is_state and state else of,
            layer=layer_of(row),
        )
    )


def title_of(written: str, kind: OfficeKind, bearer: str) -> str:
    """The office in words. A written title gets its bearer, unless it names one itself: "Kremlin spokesman"."""
    title = written or kind.title
    if written and "{of}" not in title and " of " not in title and title.islower():
        title = f"{title} of {{of}}"
    return title.replace("{of}", bearer)
