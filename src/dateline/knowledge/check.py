"""Checks the tables: dates in order, one holder to a seat, ids and codes well formed, every row sourced."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from dateline.knowledge.knowledge import Knowledge
from dateline.knowledge.name import NameForm
from dateline.knowledge.office import Office
from dateline.knowledge.overlays import Layer
from dateline.knowledge.period import LATEST, first_day, last_day
from dateline.knowledge.tables import Row, rows_of
from dateline.model import ActorKind

SOURCED = (
    "states state_codes capitals metonyms bodies organs institutes parties armed_groups companies initiatives regions outlets people "
    "offices offices_pinned office_kinds memberships titles agents qids ordinary_words letters name_parts redirects"
).split()
"""Tables whose rows carry `source` and `as_of`; `cities`, `name_classes` and `nicknames` have one source each, named in SOURCES.csv."""

_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
_QID = re.compile(r"Q[1-9]\d*")
_CODE = re.compile(r"(?:[A-Z]{3})?(?:[A-Z]{3}){0,2}")
_SHARED_NAMES = {ActorKind.PERSON, ActorKind.PLACE}


def check(tables: Knowledge | None = None) -> list[str]:
    """Everything that is wrong with the packaged tables, and with overlays that lie over them, a line each; empty when all is well.

    Rows of overlays that could not be read at all are in `Knowledge.faults`.
    """
    tables = tables or Knowledge()
    return [
        *(fault for table in SOURCED for fault in row_faults(table, rows_of(table))),
        *refreshed_faults(tables),
        *seat_faults(tables),
        *entity_faults(tables),
        *(
            f"metonyms.csv: {surface!r} stands for nobody in the tables"
            for surface in tables.unknown_metonyms
        ),
        *(
            f"titles.csv: {t!r} has no office {o!r}"
            for t, o in tables.titles().items()
            if not _is_office(tables, o)
        ),
    ]


def _is_office(tables: Knowledge, office: str) -> bool:
    return office == "leader" or office in tables.office_kinds


def row_faults(table: str, rows: Iterable[Row]) -> Iterator[str]:
    """Faults of single rows: no source, dates that are none or end before they start, ids of a wrong shape."""
    for number, row in enumerate(rows, start=2):
        where = f"{table}.csv line {number}"
        if not row.get("source") or not _DATE.fullmatch(row.get("as_of") or ""):
            yield f"{where}: source or as_of is missing"
        start, end = row.get("start"), row.get("end")
        if any(value and not _DATE.fullmatch(value) for value in (start, end)):
            yield f"{where}: {start!r} or {end!r} is no ISO date"
        if start and end and last_day(end) < first_day(start):
            yield f"{where}: ends {end} before it starts {start}"
        if row.get("qid") and not _QID.fullmatch(row["qid"]):
            yield f"{where}: {row['qid']!r} is no Wikidata id"
        if row.get("source") == "memory" and (row.get("qid") or any(len(v or "") > 7 for v in (start,))):
            yield f"{where}: a row from memory has no Wikidata id and no day"


def refreshed_faults(tables: Knowledge) -> Iterator[str]:
    """Rows of a snapshot that do not say when they were checked, or against what."""
    for _, row in tables.tables.overlaid():
        is_sourced = row["source"] != row.place and row["as_of"]
        if row.layer is Layer.REFRESHED and not is_sourced:
            yield f"{row.place}: source or as_of is missing"


def seat_faults(tables: Knowledge) -> Iterator[str]:
    """Single seats with two holders at a time. Months and years of change may touch."""
    for seat, offices in tables.all_seats().items():
        for key, rows in offices.items():
            if not tables.office_kinds[key].is_single:
                continue
            ordered = sorted(rows, key=lambda row: row.since)
            for before, after in pairwise(ordered):
                if before.holder != after.holder and _overlap(before, after):
                    yield f"{seat} {key}: {before.title} {before.holder} {before.start}-{before.end} and {after.start}-{after.end}"


def _overlap(before: Office, after: Office) -> bool:
    end = before.end or before.succeeded
    return (first_day(end) if end else LATEST) > last_day(after.start)


def entity_faults(tables: Knowledge) -> Iterator[str]:
    """Entities with an id, state or code of a wrong shape."""
    for entity in tables.registry.entities.values():
        if not (
            _QID.fullmatch(entity.id) or re.fullmatch(rf"dl-{entity.kind.value}-[0-9a-f]{{8}}", entity.id)
        ):
            yield f"{entity.name}: {entity.id!r} is no id"
        if entity.state and entity.state not in tables.codes:
            yield f"{entity.name}: {entity.state!r} is no state of state_codes.csv"
        if entity.code and not _CODE.fullmatch(entity.code):
            yield f"{entity.name}: {entity.code!r} is no actor code"


def collisions(tables: Knowledge | None = None) -> list[str]:
    """Surface forms of several entities, a line each: to be read, not faults. Surnames and places are left out.

    Where there are overlays, only forms of an entity that they tell of.
    """
    tables = tables or Knowledge()
    told = set(tables.registry.places) if tables.overlays else set(tables.registry.entities)
    found = []
    for surface, names in sorted(tables.registry.names.items()):
        entities = {
            n.entity: tables.registry.entities[n.entity] for n in names if n.form is not NameForm.SURNAME
        }
        if told.isdisjoint(entities):
            continue
        if len({e.id for e in entities.values() if e.kind not in _SHARED_NAMES}) > 1:
            found.append(f"{surface}: {', '.join(e.name for e in entities.values())}")
    return found
