"""Holders of offices, their names and ids, as rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise

from dateline.knowledge.knowledge import Knowledge
from dateline.knowledge.period import days_after, first_day
from dateline.knowledge.refresh.items import Claim, Item, Property
from dateline.knowledge.refresh.people import Person, other_names, person_of
from dateline.knowledge.refresh.rows import Rows, known_row
from dateline.knowledge.refresh.seats import Seat
from dateline.knowledge.tables import Row, cells

EARLIEST = "2000"
"""Terms that ended before are left out."""
HANDOVER = 60
"""Days for which the dates of two holders may overlap."""


def holder_rows(
    people: Iterable[Item], seats: Mapping[str, Seat], tables: Knowledge, as_of: str
) -> tuple[Rows, list[str]]:
    """Rows of `offices`, `people` and `qids`, and a line for each person who is left out."""
    rows: Rows = {"offices": [], "people": [], "qids": []}
    lines = []
    for item in people:
        terms = _terms(item, seats)
        if not terms:
            continue
        person = person_of(item, terms, tables)
        if person is None:
            lines.append(
                f"{item.id} ({item.label or 'no name'}): the tables have somebody else of this name; left out. "
                "If they are one, write the id into qids.csv"
            )
            continue
        rows["offices"] += [_office(item, person, seat, claim, as_of) for seat, claim in terms]
        rows["qids"] += _id_row(item, person, as_of)
        rows["people"] += _name_row(item, person, tables, as_of)
    rows["offices"], joint = _succeeded(rows["offices"], tables)
    return rows, lines + joint


def _terms(item: Item, seats: Mapping[str, Seat]) -> list[tuple[Seat, Claim]]:
    """Dated terms in the offices that are asked for, in the order of time; whoever died in office left it then."""
    died = next(iter(item.values(Property.DIED)), "")
    found = []
    for claim in item.of(Property.POSITION):
        end = claim.end or died
        if claim.value in seats and claim.start and (not end or end >= EARLIEST):
            found.append((seats[claim.value], Claim(claim.property, claim.value, claim.start, end)))
    return sorted(found, key=lambda term: (term[1].start, term[0].of, term[0].office))


def _office(item: Item, person: Person, seat: Seat, claim: Claim, as_of: str) -> Row:
    return {
        "of": seat.of,
        "office": seat.office,
        "title": seat.title,
        "person": person.name,
        "start": claim.start,
        "end": claim.end,
        "sector": "",
        "source": item.source,
        "as_of": as_of,
    }


def _id_row(item: Item, person: Person, as_of: str) -> list[Row]:
    if person.known is not None and person.known.id == item.id:
        return []
    return [
        {
            "kind": "person",
            "name": person.name,
            "state": person.state,
            "qid": item.id,
            "source": item.source,
            "as_of": as_of,
        }
    ]


def _name_row(item: Item, person: Person, tables: Knowledge, as_of: str) -> list[Row]:
    """A row with the new names and those that the tables have, so that it can replace theirs."""
    new = other_names(item, person, tables)
    if not new:
        return []
    old = known_row(tables, "people", person.name, person.state)
    return [
        {
            "name": person.name,
            "state": person.state,
            "sector": old["sector"] if old else "",
            "surname": old["surname"] if old else "",
            "aliases": "|".join(dict.fromkeys([*(cells(old["aliases"]) if old else ()), *new])),
            "source": item.source,
            "as_of": as_of,
        }
    ]


def _succeeded(rows: list[Row], tables: Knowledge) -> tuple[list[Row], list[str]]:
    """In a seat of one, an open term ends when the next holder's began.

    Nothing is inferred where two terms began on one day, or where several hold the office at a time there; a line says so.
    """
    found: list[Row] = []
    lines = []
    seats: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        seats.setdefault((row["of"], row["office"]), []).append(row)
    for (of, office), terms in seats.items():
        terms.sort(key=lambda row: (first_day(row["start"]), row["person"]))
        if any(_is_joint(before, after) for before, after in pairwise(terms)):
            lines.append(f"{of} {office}: held by two at a time; no end was inferred, look at its rows")
        elif tables.office_kinds[office].is_single:
            for before, after in pairwise(terms):
                is_other = before["person"] != after["person"] and before["start"] != after["start"]
                if not before["end"] and is_other:
                    before["end"] = after["start"]
        found += terms
    return found, lines


def _is_joint(before: Row, after: Row) -> bool:
    """Two persons' finished terms that run side by side for longer than a change of office takes."""
    is_other = before["person"] != after["person"]
    is_over = before["end"] and after["end"]
    return bool(is_other and is_over) and days_after(after["start"], HANDOVER) < first_day(before["end"])
