"""Reads `watchlist.csv`: actors that a user follows, one a line, in any mixture of kinds."""

from __future__ import annotations

from dateline.knowledge.layers import Tables
from dateline.knowledge.name import NameForm
from dateline.knowledge.people import call_by_surname
from dateline.knowledge.registry import Registry
from dateline.knowledge.tables import Row, cells
from dateline.knowledge.watched_offices import kind_of
from dateline.model import ActorKind

_SECTORS = {
    ActorKind.PARTY: "PTY",
    ActorKind.ARMED_GROUP: "REB",
    ActorKind.COMPANY: "BUS",
    ActorKind.OUTLET: "JRN",
}
_STATELESS = {ActorKind.COMPANY: "MNC", ActorKind.OUTLET: "NGOJRN", ActorKind.ORGANISATION: "NGO"}
_LONGEST_ACRONYM = 6


def read_watchlist(registry: Registry, tables: Tables) -> dict[str, str]:
    """Adds the actors of all watch-lists, or their names to actors who are there already; returns entity ids by domain."""
    domains = {}
    for row in tables.watched():
        kind = kind_of(row)
        known = registry.by_name.get((kind, row["name"])) if not row["state"] else None
        entity = (
            registry.entities[known]
            if known
            else registry.add(kind, row["name"], row["state"] or None, _code(row, kind), row["qid"])
        )
        for surface in cells(row["aliases"]):
            is_acronym = surface.isupper() and len(surface) <= _LONGEST_ACRONYM
            registry.call(surface, entity.id, NameForm.ACRONYM if is_acronym else NameForm.SHORT)
        if kind is ActorKind.PERSON:
            call_by_surname(registry, entity)
        for domain in cells(row["domain"].lower()):
            domains[domain.removeprefix("www.")] = entity.id
    return domains


def _code(row: Row, kind: ActorKind) -> str | None:
    if not row["state"]:
        return row["sector"] or _STATELESS.get(kind) or _SECTORS.get(kind)
    return row["state"] + (row["sector"] or _SECTORS.get(kind, ""))
