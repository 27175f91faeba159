"""What a snapshot would change in the tables, row by row, for somebody to look at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from dateline.knowledge.knowledge import Knowledge
from dateline.knowledge.office import Office
from dateline.knowledge.overlay_rows import is_same_term
from dateline.knowledge.refresh.rows import Rows
from dateline.knowledge.tables import Row, cells
from dateline.model import ActorKind
from dateline.model.codec import Record


class Sort(StrEnum):
    """What a change is."""

    NEW_HOLDER = "new holder"
    EARLIER_HOLDER = "earlier holder"
    ENDED = "ended"
    CHANGED = "changed"
    DATED = "dated"
    MEMBER = "member"
    LEFT = "left"
    NEW_ACTOR = "new actor"
    NAMES = "names"
    ID = "id"


@dataclass(frozen=True, slots=True)
class Change(Record):
    """One row of a snapshot beside what the tables say: `what` it is about, `before` and `after` in words."""

    sort: Sort
    table: str
    what: str
    before: str
    after: str
    source: str


def changes(rows: Rows, tables: Knowledge) -> list[Change]:
    """All changes, the weightiest sort first; rows that say what the tables say are none."""
    found = [
        *(change for row in rows.get("offices", ()) for change in _office(row, tables)),
        *(change for row in rows.get("memberships", ()) for change in _member(row, tables)),
        *(
            change
            for table in ("people", "parties", "armed_groups", "outlets")
            for row in rows.get(table, ())
            for change in _names(table, row, tables)
        ),
        *(
            Change(Sort.ID, "qids", row["name"], "", row["qid"], row["source"])
            for row in rows.get("qids", ())
        ),
    ]
    order = list(Sort)
    return sorted(found, key=lambda change: (order.index(change.sort), change.table, change.what))


def _office(row: Row, tables: Knowledge) -> Iterator[Change]:
    what = f"{row['of']} {row['office']}: {row['person']}"
    after = _time(row["start"], row["end"])
    held = tables.seats(row["of"]).get(row["office"], [])
    same = [office for office in held if _is_same(office, row, tables)]
    if not same:
        sort = Sort.EARLIER_HOLDER if row["end"] else Sort.NEW_HOLDER
        yield Change(sort, "offices", what, "", after, row["source"])
        return
    start, end = same[0].start or "", same[0].end or ""
    if (start, end) == (row["start"], row["end"]):
        return
    if row["end"] and not end:
        sort = Sort.ENDED
    elif row["start"].startswith(start) and row["end"].startswith(end):
        sort = Sort.DATED
    else:
        sort = Sort.CHANGED
    yield Change(sort, "offices", what, _time(start, end), after, row["source"])


def _is_same(office: Office, row: Row, tables: Knowledge) -> bool:
    is_holder = tables.registry.entities[office.holder].name == row["person"]
    return is_holder and is_same_term(
        row["start"], row["end"], office.start or "", office.end or office.succeeded or ""
    )


def _member(row: Row, tables: Knowledge) -> Iterator[Change]:
    body = tables.registry.find(row["body"])
    known = dict(tables.members(body, row["start"])) if body else {}
    now = dict(tables.members(body, row["as_of"])) if body else {}
    what, after = f"{row['state']} in {row['body']}", _time(row["start"], row["end"])
    if row["end"] and row["state"] in now:
        yield Change(Sort.LEFT, "memberships", what, "member", after, row["source"])
    elif row["state"] not in known and row["state"] not in now:
        yield Change(Sort.MEMBER, "memberships", what, "", after, row["source"])


def _names(table: str, row: Row, tables: Knowledge) -> Iterator[Change]:
    kind = {"people": ActorKind.PERSON, "outlets": ActorKind.OUTLET}.get(table)
    known = tables.registry.by_name.get((kind or ActorKind(row["kind"]), row["name"]))
    names = [*cells(row["aliases"]), *cells(row.get("acronyms", "")), *cells(row.get("domain", ""))]
    new = [name for name in names if name not in tables.registry.names]
    if known is None and table != "people":
        yield Change(Sort.NEW_ACTOR, table, row["name"], "", ", ".join(names), row["source"])
    elif new:
        yield Change(Sort.NAMES, table, row["name"], "", ", ".join(new), row["source"])


def _time(start: str, end: str) -> str:
    return f"{start or '?'} to {end or 'now'}"
