"""Parties, armed groups and outlets, as rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

from dateline.knowledge.entity import Entity
from dateline.knowledge.knowledge import Knowledge
from dateline.knowledge.name import fold_quotes
from dateline.knowledge.refresh.items import Item, Property
from dateline.knowledge.refresh.rows import Rows, known_row
from dateline.knowledge.refresh.terms import Term
from dateline.knowledge.tables import Row, cells
from dateline.model import ActorKind

_KINDS = {
    "parties": ActorKind.PARTY,
    "armed_groups": ActorKind.ARMED_GROUP,
    "outlets": ActorKind.OUTLET,
}
_SECTORS = {"parties": "PTY", "armed_groups": "REB"}
_LONGEST_ACRONYM = 6
_SHORTEST_NAME = 3


def named_rows(
    items: Iterable[Item], term: Term, states: Mapping[str, Item], tables: Knowledge, as_of: str
) -> Rows:
    """Rows of the table of a class, of items of one state that the tables know or that have a name nobody else has there."""
    rows: Rows = {term.use: [], "qids": []}
    iso3_of = {item.id: iso3 for iso3, item in states.items()}
    for item in items:
        of = {iso3_of[value] for value in item.values(Property.COUNTRY) if value in iso3_of}
        if len(of) != 1 or not item.label:
            continue
        state = of.pop()
        known = _known(item, _KINDS[term.use], state, tables)
        if known is None and fold_quotes(item.label) in tables.registry.names:
            continue
        row = _row(item, term, known, state, tables, as_of)
        if row is not None:
            rows[term.use].append(row)
        if known is None or known.id != item.id:
            name = known.name if known else item.label
            id_row = {"kind": _KINDS[term.use].value, "name": name, "state": state, "qid": item.id}
            rows["qids"].append({**id_row, "source": item.source, "as_of": as_of})
    return rows


def _known(item: Item, kind: ActorKind, state: str, tables: Knowledge) -> Entity | None:
    by_id = tables.entity(item.id)
    if by_id is not None:
        return by_id
    ids = {tables.registry.by_name.get((kind, name)) for name in item.names} - {None}
    found = [tables.registry.entities[tables.registry.current(str(id))] for id in ids]
    fits = [e for e in found if e.state == state and not e.id.startswith("Q")]
    return fits[0] if len(fits) == 1 else None


def _row(
    item: Item, term: Term, known: Entity | None, state: str, tables: Knowledge, as_of: str
) -> Row | None:
    """The row, with what the tables have of it already; None where it says nothing new."""
    name = known.name if known else item.label
    old = known_row(tables, term.use, name, state)
    if known is not None and old is None:
        return None
    new = [
        n for n in item.names if n != name and _is_usable(n) and fold_quotes(n) not in tables.registry.names
    ]
    acronyms = [n for n in new if n.isupper() and len(n) <= _LONGEST_ACRONYM]
    aliases = [n for n in new if n not in acronyms]
    shared = {"name": name, "state": state, "source": item.source, "as_of": as_of}
    if term.use == "outlets":
        domains = _domains(item)
        if old is not None and not new and set(domains) <= set(cells(old["domain"])):
            return None
        return {
            **shared,
            "aliases": _joined(old, "aliases", new),
            "domain": _joined(old, "domain", domains),
            "kind": old["kind"] if old else term.key,
            "control": old["control"] if old else "",
        }
    if old is not None and not new:
        return None
    return {
        **shared,
        "kind": term.key,
        "code": old["code"] if old else state + _SECTORS[term.use],
        "aliases": _joined(old, "aliases", aliases),
        "acronyms": _joined(old, "acronyms", acronyms),
    }


def _joined(old: Row | None, column: str, new: list[str]) -> str:
    return "|".join(dict.fromkeys([*(cells(old[column]) if old else ()), *new]))


def _is_usable(name: str) -> bool:
    return len(name) >= _SHORTEST_NAME and name[:1].isupper() and "|" not in name


def _domains(item: Item) -> list[str]:
    hosts = (urlsplit(value).hostname or "" for value in item.values(Property.WEBSITE))
    return list(dict.fromkeys(host.removeprefix("www.") for host in hosts if "." in host))
