"""Persons and the offices they held."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.knowledge.name import NameForm
from dateline.knowledge.office import Office
from dateline.knowledge.registry import Registry
from dateline.knowledge.tables import Row, cells, rows_of
from dateline.model import ActorKind, DataError

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


def read_office_kinds() -> dict[str, OfficeKind]:
    """All offices by key."""
    return {
        row["office"]: OfficeKind(
            row["office"], row["title"], row["sector"], row["single_seat"] == "yes", int(row["rank"])
        )
        for row in rows_of("office_kinds")
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


def read_people(registry: Registry) -> set[str]:
    """Adds persons with names of their own spelling, or without an office in the tables; returns the names of all of them."""
    told = set()
    for row in rows_of("people"):
        state = row["state"] or None
        code = f"{state or ''}{row['sector']}" or None
        person = registry.add(ActorKind.PERSON, row["name"], state, code)
        for surface in cells(row["aliases"]):
            registry.call(surface, person.id, NameForm.SHORT)
        family = row["surname"] or surname(row["name"], state)
        if family and family != "-" and family not in _NO_SURNAMES:
            registry.call(family, person.id, NameForm.SURNAME)
        told.add(row["name"])
    return told


def read_offices(registry: Registry, kinds: dict[str, OfficeKind], told: set[str]) -> None:
    """Adds holders and their offices. Those in `told` have their surnames already; the others come into it.

    Raises:
        DataError: a row names an office or a body that no table has.
    """
    for table in OFFICE_TABLES:
        for number, row in enumerate(rows_of(table), start=2):
            if row["office"] not in kinds:
                raise DataError(
                    f"{table}.csv line {number}: office {row['office']!r} is not in office_kinds.csv"
                )
            of = registry.find(row["of"])
            if of is None:
                raise DataError(f"{table}.csv line {number}: no state or body {row['of']!r} in the tables")
            _add_office(registry, row, kinds[row["office"]], of, told)


def _add_office(registry: Registry, row: Row, kind: OfficeKind, of: str, told: set[str]) -> None:
    bearer = registry.entities[of]
    state = bearer.state
    person = registry.add(ActorKind.PERSON, row["person"], state, state, row.get("qid", ""))
    family = None if row["person"] in told else surname(row["person"], person.state)
    told.add(row["person"])
    if family and family not in _NO_SURNAMES:
        registry.call(family, person.id, NameForm.SURNAME)
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
        )
    )


def title_of(written: str, kind: OfficeKind, bearer: str) -> str:
    """The office in words. A written title gets its bearer, unless it names one itself: "Kremlin spokesman"."""
    title = written or kind.title
    if written and "{of}" not in title and " of " not in title and title.islower():
        title = f"{title} of {{of}}"
    return title.format(of=bearer)
